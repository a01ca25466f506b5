/// What carries a request to an organization and its answer back: a connection, the sandbox, or a
/// host's own.
public protocol Transport: Sendable {
  /// Sends one request once.
  ///
  /// It never retries, follows no redirect to another host and adds no credentials.
  ///
  /// - Throws: ``TransportError``; cancelling the task gives `.cancelled`.
  func send(_ request: Request) async throws(TransportError) -> Response
}

/// One request, ready to be sent.
public struct Request: Sendable {
  /// How it is sent.
  public var method: Method
  /// Percent-encoded, from `/v1/…` on.
  public var path: String
  /// Names and values, not yet encoded, in order.
  public var query: [(name: String, value: String)]
  /// Credentials included: never shown.
  public var headers: Headers
  /// JSON, or nil.
  public var body: [UInt8]?

  /// A request to the transport's own host.
  public init(
    _ method: Method,
    _ path: String,
    query: [(name: String, value: String)] = [],
    headers: Headers = Headers(),
    body: [UInt8]? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }
}

/// An answer, whatever its status.
public struct Response: Sendable {
  /// The HTTP status.
  public var status: Int
  /// As the server sent them.
  public var headers: Headers
  /// The whole body.
  public var body: [UInt8]

  /// An answer of the given status.
  public init(status: Int, headers: Headers = Headers(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Header fields in order; names are compared without case.
public struct Headers: Sendable {
  /// In the order in which they were added.
  public private(set) var fields: [(name: String, value: String)]

  /// The given fields, as they are.
  public init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }

  /// The first value under `name`; setting replaces all.
  public subscript(name: String) -> String? {
    get { fields.first { $0.name.lowercased() == name.lowercased() }?.value }
    set {
      fields.removeAll { $0.name.lowercased() == name.lowercased() }
      if let newValue { fields.append((name, newValue)) }
    }
  }
}

/// Why there is no answer.
public struct TransportError: Error, Sendable {
  /// How far the request came, which decides whether it may be sent again.
  public enum Stage: Sendable {
    /// No byte left: refused, no such host, TLS. The server has not seen it.
    case beforeSending
    /// It broke later: the server may have done it.
    case afterSending
    case timeout
    case cancelled
  }
  /// How far the request came.
  public let stage: Stage
  /// What happened, in words, without credentials.
  public let message: String

  /// A failure at that stage; the message names what happened and no header.
  public init(_ stage: Stage, _ message: String) {
    self.stage = stage
    self.message = message
  }
}
