internal import StewardValues

/// An object of the sandbox as the API shows it, by field names.
struct ObjectRow: Sendable {
  var values: [String: Value]

  init(_ values: [String: Value] = [:]) { self.values = values }

  /// Null for a field that it does not have.
  subscript(name: String) -> Value {
    get { values[name] ?? .null }
    set { values[name] = newValue }
  }

  func text(_ name: String) -> String? { values[name]?.string }

  var isArchived: Bool { !self["archived_at"].isNull }

  /// The same as an answer has it: what can have one value only has that.
  func shown(_ shape: Shape) -> Value {
    var row = self
    for field in shape.fields {
      if let constant = field.type.onlyValue { row[field.name] = constant }
    }
    return row.record(shape)
  }

  /// The fields of a shape in its order; what the object does not have is null.
  func record(_ shape: Shape) -> Value {
    .record(Record(shape: shape, values: shape.fields.map { self[$0.name] }))
  }
}

extension Value {
  /// An object inside another: `{"type": "enabled"}`.
  static func object(_ fields: KeyValuePairs<String, Value>) -> Value {
    .record(
      Record(
        shape: Shape(fields: fields.map { Field($0.key, .any) }),
        values: fields.map(\.value)
      )
    )
  }

  /// The tag of one of several forms.
  static func tag(_ type: String) -> Value { .object(["type": Value(type)]) }
}
