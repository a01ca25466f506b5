public import AdminAPI
internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1

/// Carries requests over HTTPS to one base URL; plain HTTP to this machine only.
///
/// Redirects are answers like any other: no credential ever goes where it was not sent to.
public final class HTTPTransport: Transport {
  /// Where requests go.
  public let baseURL: BaseURL
  private let client: HTTPClient
  private let settings: HTTPSettings

  /// Opens no connection yet.
  ///
  /// - Throws: ``HTTPSettingsError`` if the certificate file or the proxy cannot be used.
  public init(_ baseURL: BaseURL, settings: HTTPSettings = HTTPSettings()) throws(HTTPSettingsError)
  {
    self.baseURL = baseURL
    self.settings = settings
    client = HTTPClient(
      eventLoopGroup: HTTPClient.defaultEventLoopGroup,
      configuration: try settings.clientConfiguration(for: baseURL)
    )
  }

  deinit {
    // The client insists on being shut down; this keeps it until its connections are closed.
    client.shutdown { _ in }
  }

  /// Closes all connections. Requests after it fail.
  public func shutdown() async {
    try? await client.shutdown()
  }

  /// Sends one request once; no answer within the time limit is `.timeout`.
  public func send(_ request: Request) async throws(TransportError) -> Response {
    do {
      let answer = try await client.execute(
        clientRequest(request),
        timeout: TimeAmount(settings.requestTimeout)
      )
      return Response(
        status: Int(answer.status.code),
        headers: Headers(answer.headers.map { (name: $0.name, value: $0.value) }),
        body: try await body(of: answer)
      )
    } catch let error as TransportError {
      throw error
    } catch {
      throw TransportError(error, host: baseURL.authority)
    }
  }

  private func clientRequest(_ request: Request) -> HTTPClientRequest {
    var sent = HTTPClientRequest(url: baseURL.text + request.target)
    sent.method = .RAW(value: request.method.rawValue)
    for field in request.headers.fields { sent.headers.add(name: field.name, value: field.value) }
    if let body = request.body { sent.body = .bytes(body) }
    return sent
  }

  private func body(of answer: HTTPClientResponse) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    if let length = answer.headers.first(name: "content-length").flatMap({ Int($0) }) {
      bytes.reserveCapacity(min(length, settings.maximumBody))
    }
    for try await part in answer.body {
      guard bytes.count + part.readableBytes <= settings.maximumBody else {
        throw TransportError(
          .afterSending,
          "the answer of \(baseURL.authority) is larger than \(settings.maximumBody) bytes"
        )
      }
      bytes.append(contentsOf: part.readableBytesView)
    }
    return bytes
  }
}

extension TimeAmount {
  /// Rounded down to nanoseconds.
  init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self = .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
