package import StewardValues

/// How people call the objects of the organization.
package struct Naming {
  /// What was read so far; nil for an object that nobody has read.
  let known: (ObjectKey) -> Value?

  /// `known`: What was read so far; nil for an object that nobody has read.
  package init(known: @escaping (ObjectKey) -> Value? = { _ in nil }) { self.known = known }

  /// `Jane Doe <jane@acme.example>`, `workspace Research (wrkspc_01…)`, or for a membership both.
  package func subject(_ collection: Semantics.Collection, _ object: Value) -> String {
    guard let resource = collection.resource else { return membership(collection, object) }
    let record = object.record
    let names = collection.naming.compactMap { record?[$0]?.string }.filter { !$0.isEmpty }
    let id = record?["id"]?.string ?? ""
    if collection.naming == ["email", "name"], names.count == 2 {
      return "\(names[1]) <\(names[0])>"
    }
    let kind = resource.name.split(separator: "_").joined(separator: " ")
    guard let name = names.first else {
      if let owner = record?["scope"]?.record.map(owner) { return "\(kind) of \(owner)" }
      return id.isEmpty ? kind : "\(kind) \(id)"
    }
    return id.isEmpty ? "\(kind) \(name)" : "\(kind) \(name) (\(id))"
  }

  /// For whom something holds: `workspace Research (wrkspc_01…)`, or `the organization`.
  private func owner(_ scope: Record) -> String {
    let id = scope.values.compactMap(\.string).first { Catalog.resource(ofID: $0) != nil }
    return id.map(subject(ofID:)) ?? "the \(scope["type"]?.string ?? "organization")"
  }

  /// An object with the id, as far as anything about it is known.
  func subject(ofID id: String) -> String {
    guard let resource = Catalog.resource(ofID: id),
      let collection = Catalog.retrieval(of: resource)?.semantics.collection,
      let object = known(ObjectKey(collection, [id]))
    else { return id }
    return subject(collection, object)
  }

  private func membership(_ collection: Semantics.Collection, _ object: Value) -> String {
    let ids = collection.identity.compactMap { object.record?[$0]?.string }
    let names = ids.map { subject(ofID: $0) }
    return names.reversed().joined(separator: " in ")
  }
}
