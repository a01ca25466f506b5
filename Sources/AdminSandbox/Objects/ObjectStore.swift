internal import AdminAPI
internal import StewardValues

/// The objects of all collections that have no table of their own, by the collection's name.
struct ObjectStore: Sendable {
  private var collections: [String: ObjectCollection] = [:]
  private let random: RandomBits

  init(_ random: RandomBits) { self.random = random }

  subscript(collection: Semantics.Collection) -> ObjectCollection {
    get { collections[collection.name] ?? empty(collection) }
    set { collections[collection.name] = newValue }
  }

  private func empty(_ collection: Semantics.Collection) -> ObjectCollection {
    ObjectCollection(collection, random.purpose("objects").purpose(named: collection.name))
  }

  /// Takes over what a snapshot has.
  mutating func load(_ snapshot: SandboxSnapshot) {
    var known: [String: Semantics.Collection] = [:]
    for collection in Catalog.all.compactMap(\.semantics.collection) {
      known[collection.name] = collection
    }
    for (name, rows) in snapshot.objects {
      guard let collection = known[name] else { continue }
      // What is so without being written down stays so.
      for row in rows where row["implicit"].bool != true { self[collection].seed(row) }
    }
  }

  /// The collection whose objects have ids of this kind.
  func holds(_ resource: Resource, id: String) -> Bool? {
    guard let collection = Self.byResource[resource] else { return nil }
    let store = self[collection]
    guard collection.identity.count == 1 else {
      return store.current.contains { $0.row.text("id") == id }
    }
    return store.current([id]) != nil
  }

  private static let byResource: [Resource: Semantics.Collection] = {
    var found: [Resource: Semantics.Collection] = [:]
    for operation in Catalog.all {
      guard let collection = operation.semantics.collection, let resource = collection.resource
      else { continue }
      found[resource] = collection
    }
    return found
  }()
}
