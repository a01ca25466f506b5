internal import StewardValues

/// Values as they travel: JSON bodies, and texts in paths and queries.
enum Wire {
  /// One value in a path or a query.
  ///
  /// - Throws: `invalid` for what is no single text.
  static func text(_ value: Value) throws(ClientError) -> String {
    switch value {
    case .string(let box): return box.string
    case .int(let int): return "\(int)"
    case .bool(let bool): return "\(bool)"
    case .date(let date): return "\(date)"
    case .datetime(let timestamp): return "\(timestamp)"
    case .decimal(let box): return "\(box.decimal)"
    case .float(let float): return "\(float)"
    default: throw ClientError(.invalid, "\(value.typeName) cannot be sent as text")
    }
  }

  /// An amount as the API wants it, in the currency's smallest unit, as text; nil for what is none.
  static func amount(_ value: Value) -> Value? {
    guard case .money(let box) = value else { return nil }
    return box.money.minorUnits.map { Value("\($0)") }
  }

  /// Any JSON, untyped; nil if it is none.
  static func value(_ bytes: [UInt8]) -> Value? {
    var reader = JSONReader()
    return try? reader.read(bytes)
  }

  /// The object of an answer.
  static func object(_ response: Response, _ shape: Shape) throws(ClientError) -> Value {
    var reader = JSONReader(type: .record(shape))
    let value = try read(response.body, &reader)
    guard value.record != nil else {
      throw ClientError(.server, "the server's answer is no object, but \(value.typeName)")
    }
    return value
  }

  /// A reader for all pages of a list; `data` is the only field of a page that is described.
  static func pageReader(_ row: Shape, fields: Set<String>?) -> JSONReader {
    let page = Shape(fields: [Field("data", .list(.record(row)))])
    return JSONReader(type: .record(page), projecting: fields, at: "data")
  }

  /// A whole answer.
  ///
  /// - Throws: `server` if it is no JSON, or has an amount that cannot be read.
  static func read(_ body: [UInt8], _ reader: inout JSONReader) throws(ClientError) -> Value {
    do throws(JSONError) {
      return try reader.read(body)
    } catch {
      throw ClientError(.server, "the server's answer cannot be read: \(error)")
    }
  }
}
