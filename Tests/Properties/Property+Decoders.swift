internal import StewardValues

extension Property {
  /// What is JSON can be written and read again, and is JSON too where it is skipped.
  package static let json = Property("json") { bytes in
    _ = JSONScanner.lastStringField(named: "last_id", in: bytes)
    var projecting = JSONReader(type: .any, projecting: ["id"])
    let skipped = Result { () throws(JSONError) in try projecting.read(bytes) }
    var reader = JSONReader()
    do throws(JSONError) {
      let text = JSONWriter.text(try reader.read(bytes))
      guard (try? skipped.get()) != nil else { return "it is not JSON where it is skipped" }
      var again = JSONReader()
      guard JSONWriter.text(try again.read(Array(text.utf8))) == text else {
        return "written, it is something else: \(text)"
      }
      return nil
    } catch {
      // Whether a number is too large for us is not looked at where nobody wants it.
      let isAccepted = (try? skipped.get()) != nil && !error.message.contains("out of range")
      return isAccepted ? "it is JSON where it is skipped, and else not: \(error)" : nil
    }
  }

  /// Lines give the same rows and errors however they arrive.
  package static let ndjson = Property("ndjson") { bytes in
    let whole = lines(bytes, pieceLength: .max)
    return [1, 3].allSatisfy { lines(bytes, pieceLength: $0) == whole }
      ? nil : "in pieces it is something else"
  }

  private static func lines(_ bytes: [UInt8], pieceLength: Int) -> [String] {
    var reader = NDJSONReader(MemoryByteSource(bytes, pieceLength: pieceLength))
    var found: [String] = []
    while true {
      do throws(InputError) {
        guard let row = try reader.next() else { return found }
        found.append(JSONWriter.text(row))
      } catch {
        found.append(error.description)
      }
    }
  }

  /// Tables give the same rows and errors however they arrive, and stay the same when written.
  package static let csv = Property("csv") { bytes in
    let (rows, error) = table(bytes, pieceLength: .max)
    for length in [1, 3] {
      let other = table(bytes, pieceLength: length)
      guard other.rows == rows, other.error == error else {
        return "in pieces it is something else"
      }
    }
    guard error == nil, !rows.isEmpty else { return nil }
    var writer = CSVWriter()
    var written: [UInt8] = []
    for row in rows { writer.append(row, to: &written) }
    let again = table(written, pieceLength: .max)
    return again.rows == rows
      ? nil : "written, it is something else: \(again.error ?? "other rows")"
  }

  private static func table(
    _ bytes: [UInt8],
    pieceLength: Int
  ) -> (rows: [Value], error: String?) {
    var reader = CSVReader(MemoryByteSource(bytes, pieceLength: pieceLength))
    var rows: [Value] = []
    do throws(InputError) {
      while let row = try reader.next() { rows.append(row) }
      return (rows, nil)
    } catch {
      return (rows, error.description)
    }
  }
}
