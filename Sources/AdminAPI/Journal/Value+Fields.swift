package import StewardValues

extension Value {
  /// A record with the given fields, in their order.
  package init(fields: KeyValuePairs<String, Value>) {
    let shape = Shape(fields: fields.map { Field($0.key, .any) })
    self = .record(Record(shape: shape, values: fields.map(\.value)))
  }

  /// A text, or null.
  package init(_ text: String?) { self = text.map { Value($0) } ?? .null }
}
