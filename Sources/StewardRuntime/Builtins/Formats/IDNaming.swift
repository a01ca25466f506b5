package import StewardValues

/// Names that a table shows in place of the ids of other objects.
package struct IDNaming: Sendable {
  private let find: @Sendable (Resource, String) -> String?

  /// `find`: Gives the name of an object by its id; nil if that is not known.
  package init(_ find: @escaping @Sendable (_ resource: Resource, _ id: String) -> String?) {
    self.find = find
  }

  func name(of value: Value, _ resource: Resource) -> String? {
    value.string.flatMap { find(resource, $0) }
  }

  /// The resources whose objects rows of a type point at.
  package static func resources(of rowType: DataType) -> [Resource] {
    guard case .record(let shape) = rowType.unwrapped else { return [] }
    return shape.fields.compactMap { resource(of: $0) }
  }

  /// What a field points at; nil for the id of the row's own object, which is shown as it is.
  static func resource(of field: Field?) -> Resource? {
    guard let field, field.name != "id", case .id(let resource) = field.type.unwrapped else {
      return nil
    }
    return resource
  }
}
