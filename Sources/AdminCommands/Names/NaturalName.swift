internal import AdminAPI
internal import StewardValues

/// How the objects of one resource are found by the name that people know: a user's email, the name
/// of a workspace or key.
struct NaturalName {
  let resource: Resource
  /// Gives the objects, all of them or those that may have the name.
  let listing: Operation
  /// The field that holds the name.
  let field: String
  private let filters: [Semantics.Filter]

  /// Nil for a resource without a list, or whose ids have no prefix that tells them from names.
  init?(of resource: Resource) {
    guard resource.prefix != nil, let listing = Catalog.listing(of: resource),
      case .lists(let collection, let filters) = listing.semantics,
      let field = collection.naming.first
    else { return nil }
    self.resource = resource
    self.listing = listing
    self.field = field
    self.filters = filters
  }

  /// Emails are written in any case; other names are what they are.
  var isEmail: Bool { sieve != nil }

  /// Whether text can be such a name at all.
  func isPossible(_ name: String) -> Bool { !isEmail || name.utf8.contains(UInt8(ascii: "@")) }

  func fits(_ object: Value, _ name: String) -> Bool {
    guard let own = object.record?[field]?.string else { return false }
    return isEmail ? own.lowercased() == name.lowercased() : own.utf8.elementsEqual(name.utf8)
  }

  /// The arguments with which the listing gives every object that has the name, archived ones too.
  func arguments(for name: String) -> Arguments {
    var arguments = Arguments()
    for filter in filters {
      switch filter {
      case .email(let parameter, field): arguments[parameter] = Value(name.lowercased())
      case .unlessIncluded(let parameter, _), .defaultWorkspaceUnlessIncluded(let parameter):
        arguments[parameter] = true
      case .equals, .oneOf, .email, .sieve: continue
      }
    }
    return arguments
  }

  /// The parameter by which the server leaves out objects that certainly have another name.
  private var sieve: String? {
    for case .email(let parameter, field) in filters { return parameter }
    return nil
  }
}

extension Resource {
  /// The resource in words: `service account`.
  var words: String { name.split(separator: "_").joined(separator: " ") }

  /// True for text that is no id of any resource, so that it can only be a name.
  func isName(_ text: String) -> Bool {
    prefix != nil && Catalog.resource(ofID: text) == nil && !Placeholder.isPlaceholder(text)
  }
}
