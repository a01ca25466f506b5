public import StewardValues

/// One operation of the Admin API, described once. Commands, flags, help, checks, requests, the
/// sandbox's routing and validation all derive from this.
public struct Operation: Sendable {
  /// The resource's path and the API's verb: `workspaces.members.add`.
  public let id: String
  /// GET for reads; the API has neither PUT nor PATCH.
  public let method: Method
  /// With `{name}` for each path parameter: `/v1/organizations/users/{user_id}`.
  public let path: String
  /// One sentence in our words, without a full stop.
  public let summary: String
  /// Path parameters in path order, then query, then body.
  public let parameters: [Parameter]
  /// An object or a list, and of what.
  public let response: ResponseForm
  /// What a call may do to the organization.
  public let effects: EffectRule
  /// What the operation does to which collection.
  public let semantics: Semantics
  /// What else happens: "revokes the workspace's keys".
  public let also: [String]
  /// What happens to other objects, which a plan counts.
  public let affects: [SideEffect]
  /// Who is told: "sends an email to the person".
  public let notifies: String?
  /// What it uses up: "a seat".
  public let consumes: String?
  /// Facts that a person should know before using it.
  public let notes: [String]
  /// True if the server ends in the same state however often it is sent.
  public let isRepeatable: Bool
  /// The allowance that its requests draw from.
  public let budget: Budget
  /// The `anthropic-beta` value that calls need; nil for most operations.
  public let betaHeader: BetaHeader?
  /// How the body parameters travel.
  public let body: BodyForm
  /// Which credentials and which organizations have it.
  public let access: Access
  /// The values of `error.details.error_code` with which it refuses, as far as they are documented.
  public let errorCodes: [String]
  /// A runnable line for the help.
  public let example: String

  /// Describes one operation; what most operations share is the default.
  public init(
    _ id: String,
    _ method: Method,
    _ path: String,
    _ summary: String,
    parameters: [Parameter] = [],
    response: ResponseForm,
    effects: EffectRule = .always(.read),
    semantics: Semantics,
    also: [String] = [],
    affects: [SideEffect] = [],
    notifies: String? = nil,
    consumes: String? = nil,
    notes: [String] = [],
    isRepeatable: Bool = true,
    budget: Budget = .general,
    betaHeader: BetaHeader? = nil,
    body: BodyForm = .fields,
    access: Access = .console,
    errorCodes: [String] = [],
    example: String
  ) {
    self.id = id
    self.method = method
    self.path = path
    self.summary = summary
    self.parameters = parameters
    self.response = response
    self.effects = effects
    self.semantics = semantics
    self.also = also
    self.affects = affects
    self.notifies = notifies
    self.consumes = consumes
    self.notes = notes
    self.isRepeatable = isRepeatable
    self.budget = budget
    self.betaHeader = betaHeader
    self.body = body
    self.access = access
    self.errorCodes = errorCodes
    self.example = example
  }

  /// What else happens, in general and without numbers.
  public var consequences: [String] {
    also + affects.compactMap(\.summary)
      + [notifies, consumes.map { "uses up \($0)" }].compactMap(\.self)
  }

  /// The parameter called `name` in the API, or nil.
  public func parameter(_ name: String) -> Parameter? {
    parameters.first { $0.name == name }
  }

  /// True if no call of it can change anything in the organization.
  public var isRead: Bool {
    guard case .always(let effects) = effects else { return false }
    return effects.isDisjoint(with: .changes)
  }

  /// The command's words: the id's parts in kebab case, with `get` for retrieve.
  public var words: [String] {
    id.split(separator: ".").map { $0 == "retrieve" ? "get" : Self.word(String($0)) }
  }

  /// A part of an id in kebab case.
  package static func word(_ part: String) -> String {
    part.split(separator: "_").joined(separator: "-")
  }
}

/// The methods that the Admin API uses.
public enum Method: String, Sendable { case get = "GET", post = "POST", delete = "DELETE" }

/// The shared allowance that a request draws from.
public enum Budget: String, Sendable { case general, invites, reports, analytics }

/// How the parameters in the body travel.
public enum BodyForm: Sendable {
  /// One JSON object with a field for each.
  case fields
  /// The value of the only body parameter is the whole body.
  case whole
  /// `multipart/form-data`: a part for each, and for each file.
  case multipart
}

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

/// A beta header that calls of an operation need.
public struct BetaHeader: Sendable {
  /// What makes it necessary.
  public enum Condition: Sendable {
    /// Every call needs it. Without it the answer has this status: 404 where the operation is not
    /// there at all, 400 where it is refused.
    case always(otherwise: Int)
    /// The parameter is given, whatever its value.
    case given(String)
    /// The parameter's list has the value.
    case contains(parameter: String, value: String)
  }
  /// As it is sent: `fast-mode-2026-02-01`.
  public let value: String
  /// Any of these.
  public let conditions: [Condition]

  /// A header that is sent when any of the conditions holds.
  public init(_ value: String, when conditions: [Condition]) {
    self.value = value
    self.conditions = conditions
  }

  /// A header that every call needs.
  public init(_ value: String, otherwise status: Int = 400) {
    self.init(value, when: [.always(otherwise: status)])
  }

  /// The first condition that a call meets; nil for a call that needs no header.
  package func condition(metBy arguments: Arguments) -> Condition? {
    conditions.first { condition in
      switch condition {
      case .always: true
      case .given(let name): arguments[name] != nil
      case .contains(let name, let value):
        arguments[name]?.list?.contains { $0.string == value } ?? false
      }
    }
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

/// How an answer looks.
public enum ResponseForm: Sendable {
  case object(Shape)
  case page(PageStyle, row: Shape)
  /// Bytes of this media type, to be saved.
  case content(String)
}

/// The API's two ways to cut a list into pages.
public enum PageStyle: Sendable {
  /// `limit` (1…1000, by default 20), `after_id`, `before_id`; the answer has `first_id`,
  /// `last_id`, `has_more`.
  case ids
  /// `limit`, `page`; the answer has `next_page` and `has_more`.
  case token(PageLimit)
  /// `limit`, `page`; the answer has `next_page`.
  case cursor(PageLimit)
}

/// How many rows (or buckets) a page may have.
public enum PageLimit: Sendable {
  case fixed(default: Int, maximum: Int)
  /// By the argument `bucket_width`.
  case byBucketWidth([String: (default: Int, maximum: Int)])
}
