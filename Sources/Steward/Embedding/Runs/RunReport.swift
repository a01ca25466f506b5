public import StewardRuntime
public import StewardValues

/// What became of a run.
public struct RunReport: Sendable {
  /// What it printed, without its result.
  public let printed: String
  /// What its last statement gave: rows as a list, nothing as null.
  public let value: Value
  /// Warnings and log lines.
  public let notes: [RunNote]
  /// Changes that are made for certain.
  public let changes: Int
  /// Changes that were sent and may or may not have been made.
  public let unknownChanges: Int
  /// Why it ended before its time; nil if it did not.
  public let error: RunError?
  let type: DataType

  /// What it printed, and behind it its result: text as it is, rows as NDJSON.
  public var output: String { printed + ResultText.of(value, type) }

  /// The result.
  ///
  /// - Throws: ``error``, if there is one.
  public func get() throws(RunError) -> Value {
    if let error { throw error }
    return value
  }

  /// The result as a Swift value; see ``Value/decoded(as:)``.
  ///
  /// - Throws: ``error``, if there is one, and `DecodingError`.
  public func value<Result: Decodable>(as type: Result.Type = Result.self) throws -> Result {
    try get().decoded(as: type)
  }

  /// The rows of the result as Swift values; of a result that is no rows, the one value.
  ///
  /// - Throws: ``error``, if there is one, and `DecodingError`.
  public func values<Row: Decodable>(as type: Row.Type = Row.self) throws -> [Row] {
    let value = try get()
    guard let rows = value.list else { return value.isNull ? [] : [try value.decoded(as: type)] }
    return try rows.map { try $0.decoded(as: type) }
  }
}

/// A result as a program without `--output` writes it.
enum ResultText {
  static func of(_ value: Value, _ type: DataType) -> String {
    guard !value.isNull else { return "" }
    let pieces = ResultWriter(.ndjson).text(of: .value(value), type: type)
    var bytes: [UInt8] = []
    // Values that are there already are written without any way to fail.
    while let piece = try? pieces.next() { bytes += piece }
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
