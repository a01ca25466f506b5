/// What became of one request. Headers and credentials are never part of it.
public struct TraceEvent: Sendable {
  /// How an attempt ended.
  public enum Outcome: Sendable {
    /// An answer with this HTTP status.
    case status(Int)
    /// No answer, and why.
    case failure(String)
  }
  /// How it was sent.
  public let method: Method
  /// The path with the query.
  public let target: String
  /// An answer or a failure.
  public let outcome: Outcome
  /// From before sending until the whole answer was there.
  public let milliseconds: Int
  /// Of the answer's body.
  public let bytes: Int
  /// As the server named it.
  public let requestID: String?
  /// 1 for the first.
  public let attempt: Int
}
