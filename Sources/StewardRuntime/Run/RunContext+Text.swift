internal import StewardValues

extension RunContext {
  /// A value as `print` and interpolation show it, made piece by piece where it is large: it stops when
  /// the run is to stop, and where a text would be longer than the run may have one.
  func text(of value: Value) throws(RunError) -> String {
    switch value {
    case .list, .record:
      guard value.footprint.bytes > LargeJSON.pieceSize else { return value.plainText }
      var json = LargeJSON(self)
      try json.append(value)
      return String(decoding: json.bytes, as: UTF8.self)
    default: return value.plainText
    }
  }

  /// Several values with a separator between them.
  func text(of values: some Sequence<Value>, separator: String) throws(RunError) -> String {
    var text = ""
    for (index, value) in values.enumerated() {
      if index > 0 { text += separator }
      text += try self.text(of: value)
      try budget.check(textOf: text.utf8.count)
    }
    return text
  }
}

/// Compact JSON of large lists and records.
private struct LargeJSON {
  private(set) var bytes: [UInt8] = []
  private let context: RunContext

  /// What is smaller is written without a look at anything else.
  static let pieceSize = 1 << 16

  init(_ context: RunContext) { self.context = context }

  mutating func append(_ value: Value) throws(RunError) {
    switch value {
    case .list(let list) where isLarge(value):
      mark("[")
      for (index, element) in list.values.enumerated() {
        if index > 0 { mark(",") }
        try append(element)
      }
      mark("]")
    case .record(let record) where isLarge(value):
      mark("{")
      for (index, field) in record.shape.fields.enumerated() {
        if index > 0 { mark(",") }
        JSONWriter.append(Value(field.name), to: &bytes)
        mark(":")
        try append(record[index])
      }
      mark("}")
    default:
      JSONWriter.append(value, to: &bytes)
      try context.cancellation.check()
      try context.budget.check(textOf: bytes.count)
    }
  }

  private func isLarge(_ value: Value) -> Bool { value.footprint.bytes > Self.pieceSize }

  private mutating func mark(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
