public import StewardSyntax

/// Why a run, or a part of it, stopped. One pointer, so that throwing it costs nothing on the happy path.
public struct RunError: Error, Sendable {
  package final class Details: Sendable {
    let kind: ErrorKind
    let message: String
    let place: Place?
    let calls: [Place]
    let help: String?
    let api: APIDetails?
    let isRetryable: Bool
    let exitStatus: Int32?

    init(
      kind: ErrorKind,
      message: String,
      place: Place?,
      calls: [Place],
      help: String?,
      api: APIDetails?,
      isRetryable: Bool,
      exitStatus: Int32?
    ) {
      self.kind = kind
      self.message = message
      self.place = place
      self.calls = calls
      self.help = help
      self.api = api
      self.isRetryable = isRetryable
      self.exitStatus = exitStatus
    }
  }

  /// What the API said about a failed request.
  public struct APIDetails: Sendable {
    /// The HTTP status; nil if there was no answer.
    public let status: Int?
    /// `error.type`, such as `not_found_error`.
    public let type: String?
    /// The code in the error's details, such as `invite_already_exists`.
    public let code: String?
    /// As the server named it.
    public let requestID: String?
    /// True if it is certain that the organization was not changed by this request.
    public let nothingWasSent: Bool

    /// What is known of the answer.
    public init(
      status: Int?,
      type: String?,
      code: String?,
      requestID: String?,
      nothingWasSent: Bool
    ) {
      self.status = status
      self.type = type
      self.code = code
      self.requestID = requestID
      self.nothingWasSent = nothingWasSent
    }
  }

  /// A range of a source text, and what happened there.
  public struct Place: Sendable {
    /// The text.
    public let source: SourceText
    /// The bytes of it.
    public let range: SourceRange
    /// The command or def that was running; nil for the place itself.
    public let name: String?
    /// Further calls from the same place that are left out, as of a def that calls itself.
    public package(set) var repetitions = 0

    fileprivate func isSame(as other: Place) -> Bool {
      range == other.range && name == other.name && source.name == other.source.name
    }
  }

  package let details: Details

  package init(
    _ kind: ErrorKind,
    _ message: String,
    help: String? = nil,
    api: APIDetails? = nil,
    isRetryable: Bool = false
  ) {
    details = Details(
      kind: kind,
      message: message,
      place: nil,
      calls: [],
      help: help,
      api: api,
      isRetryable: isRetryable,
      exitStatus: nil
    )
  }

  private init(_ details: Details) { self.details = details }

  /// `exit N`: ends the run, is no failure and cannot be caught.
  package static func exit(_ status: Int32) -> RunError {
    RunError(
      Details(
        kind: .exit,
        message: "exit \(status)",
        place: nil,
        calls: [],
        help: nil,
        api: nil,
        isRetryable: false,
        exitStatus: status
      )
    )
  }

  /// What went wrong, as a stable word.
  public var kind: ErrorKind { details.kind }
  /// One line, lower case, that names the thing.
  public var message: String { details.message }
  /// Where it happened; nil only for what no source text caused.
  public var place: Place? { details.place }
  /// The defs and closures that led there, innermost first.
  public var calls: [Place] { details.calls }
  /// What to do about it.
  public var help: String? { details.help }
  /// What the API said; nil for other errors.
  public var api: APIDetails? { details.api }
  /// True if the same may succeed later.
  public var isRetryable: Bool { details.isRetryable }
  /// Not an error at all: how a `return` or `break` leaves a block in value position.
  var isUnwinding: Bool { kind == .exit && exitStatus == nil }
  /// The status of an `exit N`.
  public var exitStatus: Int32? { details.exitStatus }

  /// The same error with a place, unless it has one: the innermost place is the right one.
  package func at(_ range: SourceRange, in source: SourceText) -> RunError {
    guard details.place == nil else { return self }
    return with(place: Place(source: source, range: range, name: nil), calls: details.calls)
  }

  /// The same error seen from one more caller.
  package func called(_ name: String, at range: SourceRange, in source: SourceText) -> RunError {
    var calls = details.calls
    let call = Place(source: source, range: range, name: name)
    // Defs that call each other come again after a few others.
    if let known = calls.indices.suffix(4).first(where: { calls[$0].isSame(as: call) }) {
      calls[known].repetitions += 1
    } else if calls.count < 32 {
      calls.append(call)
    }
    return with(place: details.place, calls: calls)
  }

  private func with(place: Place?, calls: [Place]) -> RunError {
    RunError(
      Details(
        kind: kind,
        message: message,
        place: place,
        calls: calls,
        help: help,
        api: api,
        isRetryable: isRetryable,
        exitStatus: exitStatus
      )
    )
  }
}

/// The closed set of error kinds, and `user.…` for a script's own.
public struct ErrorKind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// As a script sees it in `$e.kind`.
  public let rawValue: String
  /// The kind of that name; a script's own begin with `user.`.
  public init(rawValue: String) { self.rawValue = rawValue }
  init(_ rawValue: String) { self.rawValue = rawValue }
  /// The word itself.
  public var description: String { rawValue }

  /// No credential, or one that the API does not know.
  public static let auth = ErrorKind("auth")
  /// The credential may not do this.
  public static let forbidden = ErrorKind("forbidden")
  /// There is no such object.
  public static let notFound = ErrorKind("not_found")
  /// It is there already, or is in another state.
  public static let conflict = ErrorKind("conflict")
  /// A value that cannot be used, whoever says so.
  public static let invalid = ErrorKind("invalid")
  /// Too many requests, after all waiting.
  public static let rateLimited = ErrorKind("rate_limited")
  /// The API failed.
  public static let server = ErrorKind("server")
  /// There was no connection, or it broke.
  public static let network = ErrorKind("network")
  /// It took too long.
  public static let timeout = ErrorKind("timeout")
  /// Somebody stopped the run.
  public static let cancelled = ErrorKind("cancelled")
  /// A person, a mode or a ceiling said no.
  public static let declined = ErrorKind("declined")
  /// More than the run may use.
  public static let limit = ErrorKind("limit")
  /// More changes than the script allows.
  public static let `guard` = ErrorKind("guard")
  /// A value of another type than what it meets.
  public static let type = ErrorKind("type")
  /// Null where a value is needed.
  public static let null = ErrorKind("null")
  /// Text or a file in another format than expected.
  public static let parse = ErrorKind("parse")
  /// A file or a device failed.
  public static let io = ErrorKind("io")
  /// A fault of this program.
  public static let `internal` = ErrorKind("internal")
  /// A change that the confirmed plan does not have.
  public static let drift = ErrorKind("drift")
  /// `throw "text"` without a kind.
  public static let user = ErrorKind("user")
  /// Not a failure: `exit N`.
  package static let exit = ErrorKind("exit")

  package static let documented: [ErrorKind] = [
    .auth, .forbidden, .notFound, .conflict, .invalid, .rateLimited, .server, .network, .timeout,
    .cancelled, .declined, .limit, .guard, .type, .null, .parse, .io, .internal,
  ]

  /// What `catch` never sees: the run must end.
  package var isCatchable: Bool {
    switch self {
    case .cancelled, .declined, .limit, .guard, .drift, .exit: false
    default: true
    }
  }
}
