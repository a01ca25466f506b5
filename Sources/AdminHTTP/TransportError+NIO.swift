internal import AdminAPI
internal import AsyncHTTPClient
internal import NIOCore
internal import NIOPosix
internal import NIOSSL
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

extension TransportError {
  /// How far the request came, told by what the connection threw.
  ///
  /// What is not known for certain to have failed before the first byte counts as sent.
  init(_ error: any Error, host: String) {
    switch error {
    case is CancellationError: self.init(.cancelled, "cancelled")
    case let error as HTTPClientError: self = Self.failure(error, host)
    case let error as NIOConnectionError:
      self.init(.beforeSending, "cannot connect to \(host): \(Self.reason(error))")
    case is NIOSSLExtraError:
      self.init(.beforeSending, "\(host) has no certificate that can be trusted for that name")
    case let error as NIOSSLError: self = Self.failure(error, host)
    case let error as IOError: self = Self.failure(error, host)
    default:
      self.init(.afterSending, "the connection to \(host) failed: \(type(of: error))")
    }
  }

  private static func failure(_ error: HTTPClientError, _ host: String) -> TransportError {
    switch error {
    case .cancelled: TransportError(.cancelled, "cancelled")
    case .connectTimeout, .tlsHandshakeTimeout, .httpProxyHandshakeTimeout,
      .socksHandshakeTimeout, .getConnectionFromPoolTimeout:
      TransportError(.beforeSending, "no connection to \(host) in time")
    case .proxyAuthenticationRequired:
      TransportError(.beforeSending, "the proxy asks for a login")
    case .invalidProxyResponse:
      TransportError(.beforeSending, "the proxy does not connect to \(host)")
    case .invalidURL, .emptyHost, .missingSocketPath, .alreadyShutdown:
      TransportError(.beforeSending, "cannot send to \(host): \(error.shortDescription)")
    case .deadlineExceeded, .readTimeout, .writeTimeout:
      TransportError(.timeout, "no answer from \(host) in time")
    case .remoteConnectionClosed:
      TransportError(.afterSending, "\(host) closed the connection before its answer was complete")
    default:
      TransportError(.afterSending, "the connection to \(host) failed: \(error.shortDescription)")
    }
  }

  private static func failure(_ error: NIOSSLError, _ host: String) -> TransportError {
    switch error {
    case .uncleanShutdown:
      TransportError(.afterSending, "\(host) closed the connection before its answer was complete")
    case .handshakeFailed(let reason):
      TransportError(
        .beforeSending,
        "no secure connection to \(host): \(words(of: reason))"
      )
    default: TransportError(.afterSending, "the secure connection to \(host) broke")
    }
  }

  private static func words(of reason: BoringSSLError) -> String {
    "\(reason)".contains("CERTIFICATE_VERIFY_FAILED")
      ? "its certificate is not trusted (--ca-file adds an authority)"
      : "the TLS handshake failed"
  }

  private static func failure(_ error: IOError, _ host: String) -> TransportError {
    let before: Set<CInt> = [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL]
    let stage: Stage = before.contains(error.errnoCode) ? .beforeSending : .afterSending
    return TransportError(stage, "the connection to \(host) failed: \(words(of: error))")
  }

  private static func reason(_ error: NIOConnectionError) -> String {
    if let failure = error.connectionErrors.first?.error {
      if let failure = failure as? IOError { return words(of: failure) }
      return "no answer in time"
    }
    return error.dnsAError != nil || error.dnsAAAAError != nil
      ? "there is no such host" : "no address answers"
  }

  private static func words(of error: IOError) -> String {
    guard let text = strerror(error.errnoCode) else { return "error \(error.errnoCode)" }
    return String(cString: text).lowercased()
  }
}
