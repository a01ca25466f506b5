package import StewardValues

extension Semantics {
  /// The collection that the operation reads or changes; nil for computed answers.
  package var collection: Collection? {
    switch self {
    case .retrieves(let collection), .lists(let collection, _), .creates(let collection),
      .changes(let collection), .removes(let collection), .archives(let collection),
      .sets(let collection), .acts(let collection, _):
      collection
    case .probes(let collection): collection
    case .computes: nil
    }
  }

  package var isCreation: Bool { if case .creates = self { true } else { false } }
}

/// One object of the organization: a collection, and the values of its identity fields.
package struct ObjectKey: Hashable, Sendable {
  package let collection: String
  package let identity: [String]

  package init(_ collection: Semantics.Collection, _ identity: [String]) {
    self.collection = collection.name
    self.identity = identity
  }

  /// The key of an object that was read; nil if an identity field is missing.
  package init?(_ collection: Semantics.Collection, object: Value) {
    let values = collection.identity.compactMap { object.record?[$0]?.string }
    guard values.count == collection.identity.count else { return nil }
    self.init(collection, values)
  }
}

extension Operation {
  /// The object that a call concerns, told by its arguments; nil for lists, for computed answers
  /// and for objects whose id the server will give.
  package func target(_ arguments: Arguments) -> ObjectKey? {
    guard let collection = semantics.collection else { return nil }
    if case .lists = semantics { return nil }
    let names = identityParameters(of: collection)
    let values = names.compactMap { arguments[$0]?.string }
    guard values.count == collection.identity.count else { return nil }
    return ObjectKey(collection, values)
  }

  /// The parameters that tell an object of a collection, in the order of its identity: those of the
  /// same names, or those of the path one by one.
  package func identityParameters(of collection: Semantics.Collection) -> [String] {
    let inPath = parameters.filter { $0.place == .path }.map(\.name)
    guard inPath.count == collection.identity.count,
      !Set(collection.identity).isSubset(of: inPath)
    else { return collection.identity }
    return inPath
  }
}
