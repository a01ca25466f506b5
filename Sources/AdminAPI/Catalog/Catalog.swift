public import StewardValues

/// Every operation of the Admin API that Steward knows.
///
/// Each resource has its own file beside this one. Nothing is built before it is asked for.
public enum Catalog: Sendable {
  /// In the order of the API's reference.
  public static let all: [Operation] =
    Organization.operations + Users.operations + Invites.operations + Workspaces.operations
    + WorkspaceMembers.operations + APIKeys.operations + UsageReports.operations
    + CostReport.operations

  /// The operation with the id `users.list`, or nil.
  public static func operation(id: String) -> Operation? { byID[id] }

  /// What ids name, each with its prefix.
  public static let resources: [Resource] = [
    .organization, .user, .invite, .workspace, .apiKey, .serviceAccount, .externalKey, .rbacGroup,
  ]

  /// The rows and objects that answers are made of, one of each name.
  public static let shapes: [Shape] = {
    var seen: Set<String> = []
    return all.map(\.response.shape).filter { shape in
      shape.name.map { seen.insert($0).inserted } ?? false
    }
  }()

  /// The shape that the API calls `User`, or nil.
  public static func shape(named name: String) -> Shape? { shapes.first { $0.name == name } }

  /// The resource whose ids begin as `id` does, or nil.
  public static func resource(ofID id: String) -> Resource? {
    resources.first { resource in resource.prefix.map { id.hasPrefix($0) } ?? false }
  }

  /// The operation that reads one object of a collection, or nil.
  public static func retrieval(of collection: Semantics.Collection) -> Operation? {
    all.first { operation in
      if case .retrieves(collection) = operation.semantics { true } else { false }
    }
  }

  /// The operation that lists a collection, or nil.
  public static func listing(of collection: Semantics.Collection) -> Operation? {
    all.first { operation in
      if case .lists(collection, _) = operation.semantics { true } else { false }
    }
  }

  /// The operation that lists all objects of a resource, or nil: members are listed by workspace.
  public static func listing(of resource: Resource) -> Operation? {
    all.first { operation in
      guard case .lists(let collection, _) = operation.semantics else { return false }
      return collection.resource == resource && !operation.parameters.contains(where: \.isRequired)
    }
  }

  private static let byID = Dictionary(
    all.map { ($0.id, $0) },
    uniquingKeysWith: { first, _ in first }
  )
}

extension ResponseForm {
  /// The object, or one row of the list.
  public var shape: Shape {
    switch self {
    case .object(let shape), .page(_, row: let shape): shape
    }
  }
}
