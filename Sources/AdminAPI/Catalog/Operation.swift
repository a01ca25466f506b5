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
