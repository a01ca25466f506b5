extension Value: ExpressibleByDictionaryLiteral {
  /// A record with the given fields: `["name": "web", "healthy": true]`.
  public init(dictionaryLiteral elements: (String, Value)...) {
    let shape = Shape(fields: elements.map { Field($0.0, .any) })
    self = .record(Record(shape: shape, values: elements.map(\.1)))
  }
}

extension Value {
  /// The field of a record; nil if it has none of that name, and for a value that is no record.
  public subscript(field: String) -> Value? { record?[field] }
}
