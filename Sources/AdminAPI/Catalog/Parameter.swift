public import StewardValues

/// One parameter of an operation, under the name and in the place that the API gives it.
public struct Parameter: Sendable {
  /// Where it travels.
  public enum Place: Sendable { case path, query, body }

  /// The API's own name: `starting_at`. On the wire a list in the query gets `[]`.
  public let name: String
  /// The name on the wire where it has signs that no flag can have: `created_at[gte]`.
  public let wireName: String
  /// In the path, the query or the body.
  public let place: Place
  /// Without `?`: whether it may be left out or null is said below.
  public let type: DataType
  /// Whether every call must give it.
  public let isRequired: Bool
  /// Whether null may be sent.
  public let isNullable: Bool
  /// In our words, for the help.
  public let summary: String
  /// What the server takes when it is not given, for the help.
  public let defaultValue: String?
  /// Bounds that are checked before sending.
  public let constraint: Constraint?
  /// True for `limit` and the cursors, which a page source sets and a person does not.
  public let isPaging: Bool

  /// Describes one parameter; a path parameter is always required.
  public init(
    _ name: String,
    _ place: Place,
    _ type: DataType,
    required: Bool = false,
    nullable: Bool = false,
    _ summary: String,
    default defaultValue: String? = nil,
    constraint: Constraint? = nil,
    isPaging: Bool = false,
    wireName: String? = nil
  ) {
    self.name = name
    self.wireName = wireName ?? name
    self.place = place
    self.type = type
    isRequired = required || place == .path
    isNullable = nullable
    self.summary = summary
    self.defaultValue = defaultValue
    self.constraint = constraint
    self.isPaging = isPaging
  }
}

/// What a value must be beside its type.
public enum Constraint: Sendable {
  case range(ClosedRange<Int>)
  /// In characters.
  case length(ClosedRange<Int>)
  case items(ClosedRange<Int>)
  /// 1 to 255 lowercase letters, digits and hyphens.
  case slug
  case email
  /// `#RRGGBB`.
  case color
  /// No key may begin with the prefix.
  case reservedKeyPrefix(String)
  /// The data residency of a workspace: geos known, the default one among the allowed.
  case dataResidency
  /// A record whose field tells which others it has: the API's tagged unions.
  case variants(by: String, [Variant])
  /// At least one of the elements, each `dimension:value` with one of these dimensions.
  case dimensions([String])
  /// A path of a file that is sent, or a list of such.
  case file
}

/// One form of a record that has several.
public struct Variant: Sendable {
  /// The value of the field that tells the forms apart.
  public let tag: String
  /// Fields that it must have, beside the one that tells.
  public let required: [String]
  /// Fields that it may have.
  public let optional: [String]

  /// A form with its fields.
  public init(_ tag: String, required: [String] = [], optional: [String] = []) {
    self.tag = tag
    self.required = required
    self.optional = optional
  }
}
