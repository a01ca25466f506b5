public import StewardValues

/// What an operation does to the organization's objects, as data.
///
/// Prediction, the sandbox's state and (later) overlay and undo interpret the same words.
public indirect enum Semantics: Sendable {
  /// Gives one object of the collection, found by its path parameters.
  case retrieves(Collection)
  /// Gives the objects of a collection that pass all filters, newest first.
  case lists(Collection, filters: [Filter])
  /// Adds an object; body parameters become its fields.
  case creates(Collection)
  /// Sets the fields that the body names.
  case changes(Collection)
  /// Takes the object away; the answer is its deletion marker.
  case removes(Collection)
  /// Sets `archived_at` for good.
  case archives(Collection)
  /// Puts an object in its place, whether there was one or not; body parameters are its fields.
  case sets(Collection)
  /// Does something with one object that its fields do not tell, or sets some of them to given
  /// values: what a decision makes of a request.
  case acts(Collection, setting: [String: String])
  /// Tries something out and changes nothing.
  case probes(Collection?)
  /// A computed answer: a report, the organization itself.
  case computes

  /// A set of like objects.
  public struct Collection: Sendable, Hashable {
    /// As in the path: `workspaces.members`.
    public let name: String
    /// The fields that identify an object, in the order of the path parameters: `id`, or
    /// `workspace_id`, `user_id`.
    public let identity: [String]
    /// The fields by which people know an object, best first: `email`, `name`.
    public let naming: [String]
    /// The id's kind; nil for memberships, which have none of their own.
    public let resource: Resource?

    /// The fields of which a new object replaces the one that has the same, where that is so: the
    /// `scope` of a spend limit.
    public let replacedBy: [String]

    /// Describes a collection; the objects are known by their identity fields.
    public init(
      _ name: String,
      identity: [String],
      naming: [String],
      resource: Resource?,
      replacedBy: [String] = []
    ) {
      self.name = name
      self.identity = identity
      self.naming = naming
      self.resource = resource
      self.replacedBy = replacedBy
    }
  }

  /// How one query parameter narrows a list.
  public enum Filter: Sendable {
    /// The field equals the value.
    case equals(parameter: String, field: String)
    /// The field is one of the values.
    case oneOf(parameter: String, field: String)
    /// An email address, compared without case and without what follows a `+`: a sieve, not an
    /// answer.
    case email(parameter: String, field: String)
    /// Every object whose field equals the value is in the list, and others may be: said beside the
    /// filter that tells which.
    case sieve(parameter: String, field: String)
    /// Objects with a non-null `field` are left out unless the parameter is true.
    case unlessIncluded(parameter: String, field: String)
    /// The organization's default workspace is left out unless the parameter is true.
    case defaultWorkspaceUnlessIncluded(parameter: String)
  }
}
