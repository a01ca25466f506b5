public import StewardValues

/// What a change does to other objects than the one that it names, as data: the help says it in
/// general, a plan counts it by reading.
public struct SideEffect: Sendable {
  /// Objects of a collection that belong to the changed one.
  public struct Related: Sendable {
    /// What they are.
    public let collection: Semantics.Collection
    /// Their field that has the changed object's id: `created_by.id`.
    public let field: String
    /// Only those whose fields have these values.
    public let condition: [String: String]
    /// In words, of one.
    public let one: String
    /// In words, with `#` for how many.
    public let many: String

    /// Objects whose `field` is the id of the changed object.
    public init(
      _ collection: Semantics.Collection,
      by field: String,
      where condition: [String: String] = [:],
      one: String,
      many: String
    ) {
      self.collection = collection
      self.field = field
      self.condition = condition
      self.one = one
      self.many = many
    }
  }

  /// In general, without a full stop; nil where only the count says anything.
  public let summary: String?
  /// The objects that are counted; nil where it is about the changed object itself.
  public let related: Related?
  /// The objects are API keys, and when they were used says how much hangs on them.
  public let tellsUse: Bool
  /// It happens only in changes with one of these effects.
  public let effects: Effects

  /// What happens to related objects.
  public init(
    _ summary: String,
    _ related: Related,
    tellsUse: Bool = false,
    when effects: Effects = .changes
  ) {
    self.summary = summary
    self.related = related
    self.tellsUse = tellsUse
    self.effects = effects
  }

  /// Of an API key itself: whether anybody will miss it.
  public static func use(when effects: Effects) -> SideEffect {
    SideEffect(useWhen: effects)
  }

  private init(useWhen effects: Effects) {
    summary = nil
    related = nil
    tellsUse = true
    self.effects = effects
  }
}
