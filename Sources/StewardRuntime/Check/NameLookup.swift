package import StewardValues

/// How the objects of an API are found by the names that people know.
package struct NameLookup: Sendable {
  /// Whether objects of a resource have such names.
  package let hasNames: @Sendable (Resource) -> Bool
  /// What is wrong with a text as an id or name, in words that stand behind a parameter's name; nil
  /// where only the API knows.
  package let mistake: @Sendable (_ text: String, _ resource: Resource) -> String?
  /// A value of a type with the ids in place of the names in it. Each is looked up once a run.
  package let resolve:
    @Sendable (_ value: Value, _ type: DataType, RunContext) throws(RunError) -> Value

  package init(
    hasNames: @escaping @Sendable (Resource) -> Bool,
    mistake: @escaping @Sendable (_ text: String, _ resource: Resource) -> String?,
    resolve:
      @escaping @Sendable (_ value: Value, _ type: DataType, RunContext) throws(RunError)
      -> Value
  ) {
    self.hasNames = hasNames
    self.mistake = mistake
    self.resolve = resolve
  }

  /// Nothing has a name.
  package static let none = NameLookup(
    hasNames: { _ in false },
    mistake: { _, _ in nil },
    resolve: { value, _, _ in value }
  )
}

extension DataType {
  /// The resource of an id, or of a list of ids.
  var resourceOfIDs: Resource? {
    switch unwrapped {
    case .id(let resource): resource
    case .list(let element): element.resourceOfIDs
    default: nil
    }
  }

  /// The resource of a name, or of a list of names.
  var resourceOfNames: Resource? {
    switch unwrapped {
    case .name(let resource): resource
    case .list(let element): element.resourceOfNames
    default: nil
    }
  }
}
