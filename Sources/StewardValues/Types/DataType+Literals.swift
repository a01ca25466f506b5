extension DataType {
  /// A record with these fields, in this order: `.record(["name": .string, "since": .datetime])`.
  public static func record(_ fields: KeyValuePairs<String, DataType>) -> DataType {
    .record(Shape(fields: fields.map { Field($0.key, $0.value) }))
  }
}

extension Enumeration: ExpressibleByArrayLiteral {
  /// A set of strings that has no name of its own: `DataType.oneOf(["small", "large"])`.
  public convenience init(arrayLiteral elements: String...) {
    self.init("one of \(elements.joined(separator: ", "))", elements)
  }
}
