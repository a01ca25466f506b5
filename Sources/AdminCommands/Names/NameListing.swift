package import AdminAPI
package import StewardValues

/// The names of all objects of one resource, for whoever offers them to choose from.
package struct NameListing: Sendable {
  /// An object that can be called by its name.
  package struct Entry: Sendable, Equatable {
    package let name: String
    package let id: String

    package init(name: String, id: String) {
      self.name = name
      self.id = id
    }
  }

  private let names: NaturalName

  /// Nil for a resource whose objects have no names.
  package init?(of resource: Resource) {
    guard let names = NaturalName(of: resource) else { return nil }
    self.names = names
  }

  /// The first word of the commands that change these objects: `users`.
  package var head: String { names.listing.words.first ?? "" }

  /// Reads the names of the objects that are not archived, page by page, and nothing behind so many.
  package func read(_ client: AdminClient, limit: Int) async throws(ClientError) -> [Entry] {
    let demand = PageDemand(fields: ["id", names.field], drains: true)
    let source = client.pages(names.listing, [:], demand: demand)
    var entries: [Entry] = []
    while entries.count < limit, let page = try await source.nextPage() {
      entries += page.rows.compactMap(entry)
    }
    return entries
  }

  private func entry(_ row: Value) -> Entry? {
    guard let name = row.record?[names.field]?.string, let id = row.record?["id"]?.string else {
      return nil
    }
    return Entry(name: name, id: id)
  }

  /// The names in a result that somebody has seen, and whose they are; nil if there are none in it.
  /// No more than the first of many rows are looked at.
  package static func seen(in value: Value, _ type: DataType) -> (Resource, [Entry])? {
    guard case .record(let shape)? = type.unwrapped.element?.unwrapped,
      case .id(let resource)? = shape["id"]?.type.unwrapped,
      let listing = NameListing(of: resource), let rows = value.list
    else { return nil }
    let entries = rows.prefix(2000).compactMap(listing.entry)
    return entries.isEmpty ? nil : (resource, entries)
  }
}

extension NameListing {
  /// The resource that an argument of a type names by its id, in a list or alone.
  package static func resource(of type: DataType) -> Resource? {
    switch type {
    case .id(let resource), .name(let resource): resource
    case .optional(let inner), .list(let inner): resource(of: inner)
    default: nil
    }
  }

  /// Whether words are those of an operation of the catalog, which changes nothing but objects under
  /// its own first word.
  package static func isOperation(_ command: String) -> Bool {
    Catalog.first { $0.words.joined(separator: " ") == command } != nil
  }
}
