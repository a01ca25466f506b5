internal import StewardValues

/// A text that is equal for equal arguments, whatever the order of their fields.
enum Canonical {
  /// One call, with ids replaced by what `renaming` gives for them.
  static func key(
    _ operation: Operation,
    _ arguments: Arguments,
    renaming: (String) -> String? = { _ in nil }
  ) -> String {
    let parts = arguments.entries.sorted { $0.name < $1.name }.map { entry in
      "\(entry.name)=\(text(entry.value, renaming))"
    }
    return "\(operation.id) \(parts.joined(separator: " "))"
  }

  /// A value, told apart from every other by type, length and content.
  static func text(_ value: Value, _ renaming: (String) -> String? = { _ in nil }) -> String {
    switch value {
    case .null: return "null"
    case .bool(let bool): return "\(bool)"
    case .string(let box):
      let string = renaming(box.string) ?? box.string
      return "\(string.utf8.count):\(string)"
    case .list(let box):
      return "[\(box.values.map { text($0, renaming) }.joined(separator: ","))]"
    case .record(let record):
      let fields = zip(record.shape.fields, record.values).sorted { $0.0.name < $1.0.name }
      let texts = fields.map { "\($0.0.name.utf8.count):\($0.0.name)=\(text($0.1, renaming))" }
      return "{\(texts.joined(separator: ","))}"
    // All are alike: a plan that was written down has none of their texts.
    case .secret: return "secret"
    default: return "\(value.typeName) \(value.plainText)"
    }
  }
}
