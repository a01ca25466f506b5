internal import StewardValues

/// One line of the file.
enum HistoryEntry {
  static func utf8(_ text: String, at time: Timestamp) -> [UInt8] {
    let value = Value(record: ["at": .datetime(time), "text": Value(text)])
    return JSONWriter.utf8(value) + [UInt8(ascii: "\n")]
  }

  /// Nil if it is no entry, or holds a key that another program may have written.
  static func text(of line: [UInt8], _ reader: inout JSONReader) -> String? {
    guard let record = try? reader.read(line).record else { return nil }
    guard let text = record["text"]?.string, !text.isEmpty, !holdsKey(text) else { return nil }
    return text
  }

  /// Whether a text has something that looks like one of Anthropic's keys.
  static func holdsKey(_ text: String) -> Bool {
    let beginning = Array("sk-ant-".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count >= beginning.count else { return false }
    return (0...bytes.count - beginning.count).contains { start in
      bytes[start..<start + beginning.count].elementsEqual(beginning)
    }
  }
}
