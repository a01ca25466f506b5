/// Why a call gave no result, with all that the API said about it.
public struct ClientError: Error, Sendable {
  /// What went wrong, as the stable words that a script sees.
  public enum Kind: String, Sendable {
    /// The credential is missing, wrong, revoked or of another kind.
    case auth
    /// The credential is good, but not for this.
    case forbidden
    /// There is no such object.
    case notFound = "not_found"
    /// The object is there already, or somebody else is changing it.
    case conflict
    /// The server does not take the arguments.
    case invalid
    /// Too many requests, for longer than the client waits.
    case rateLimited = "rate_limited"
    /// The server failed, or answered something that it never should.
    case server
    /// No connection, or it broke.
    case network
    /// No answer in time.
    case timeout
    /// The caller cancelled it.
    case cancelled
    /// A ceiling, or a person, said no.
    case declined
    /// A limit of the host was reached.
    case limit
    /// A guard on the number of changes said no.
    case `guard`
    /// The change is not in the plan that was confirmed.
    case drift
    /// A file of this machine cannot be read or written.
    case io
    /// A mistake of the program itself.
    case `internal`
  }

  /// What went wrong, in one word.
  public var kind: Kind
  /// One line that names the thing; the API's own words where it gave some.
  public var message: String
  /// The HTTP status; nil if there was no answer.
  public var status: Int?
  /// The API's `error.type`, such as `not_found_error`.
  public var errorType: String?
  /// The code in the error's details, such as `invite_already_exists`.
  public var apiCode: String?
  /// What the API's support asks for.
  public var requestID: String?
  /// How often the request was sent.
  public var attempts: Int
  /// True if the same may succeed later.
  public var isRetryable: Bool
  /// True if it is certain that this call changed nothing.
  public var nothingWasSent: Bool
  /// True if a change was sent and nobody knows whether it was made.
  public var outcomeUnknown: Bool
  /// What to do about it.
  public var hint: String?

  /// An error that the server has said nothing about; the rest can be set afterwards.
  public init(
    _ kind: Kind,
    _ message: String,
    hint: String? = nil,
    isRetryable: Bool = false,
    nothingWasSent: Bool = true
  ) {
    self.kind = kind
    self.message = message
    self.hint = hint
    self.isRetryable = isRetryable
    self.nothingWasSent = nothingWasSent
    attempts = 0
    outcomeUnknown = false
  }

  /// The same error with more said in its message.
  package func adding(_ words: String) -> ClientError {
    var error = self
    error.message += words
    return error
  }

  /// The same error with how much of a list had been read before it.
  func after(pages: Int, rows: Int) -> ClientError {
    guard pages > 0 else { return self }
    return adding(", after \(pages) page\(pages == 1 ? "" : "s") (\(rows) rows)")
  }
}

extension ClientError: CustomStringConvertible {
  /// The message with status, code and request id, on one line.
  public var description: String {
    let facts = [
      status.map { "HTTP \($0)" }, apiCode ?? errorType, requestID.map { "request \($0)" },
    ].compactMap(\.self)
    return facts.isEmpty ? message : "\(message) (\(facts.joined(separator: ", ")))"
  }
}
