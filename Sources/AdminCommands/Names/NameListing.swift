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
      for row in page.rows {
        guard let name = row.record?[names.field]?.string, let id = row.record?["id"]?.string
        else { continue }
        entries.append(Entry(name: name, id: id))
      }
    }
    return entries
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
