internal import AsyncHTTPClient
internal import NIOCore
internal import NIOSSL

/// Why a transport cannot be made.
public struct HTTPSettingsError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, without credentials.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// How connections are made.
public struct HTTPSettings: Sendable {
  /// A PEM file of authorities that are trusted beside the system's own.
  public var certificateAuthorityFile: String?
  /// Where `HTTPS_PROXY` and `NO_PROXY` are looked up.
  public var environment: [String: String]
  /// Connections to the host at a time, where the server does not speak HTTP/2.
  public var connections: Int
  /// Until a connection stands, TLS included.
  public var connectTimeout: Duration
  /// Until the answer is there.
  public var requestTimeout: Duration
  /// Bytes of an answer's body.
  public var maximumBody: Int

  /// What suits the real API.
  public init(
    certificateAuthorityFile: String? = nil,
    environment: [String: String] = [:],
    connections: Int = 16,
    connectTimeout: Duration = .seconds(10),
    requestTimeout: Duration = .seconds(60),
    maximumBody: Int = 64 << 20
  ) {
    self.certificateAuthorityFile = certificateAuthorityFile
    self.environment = environment
    self.connections = connections
    self.connectTimeout = connectTimeout
    self.requestTimeout = requestTimeout
    self.maximumBody = maximumBody
  }

  func clientConfiguration(
    for url: BaseURL
  ) throws(HTTPSettingsError) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: try tlsConfiguration(),
      redirectConfiguration: .disallow,
      timeout: HTTPClient.Configuration.Timeout(
        connect: TimeAmount(connectTimeout),
        read: TimeAmount(requestTimeout)
      ),
      proxy: try Proxy(environment, for: url)?.clientProxy
    )
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = max(connections, 1)
    // Whether to try again is the client's decision, which knows what was asked.
    configuration.connectionPool.retryConnectionEstablishment = false
    return configuration
  }

  private func tlsConfiguration() throws(HTTPSettingsError) -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    guard let file = certificateAuthorityFile else { return configuration }
    do {
      let certificates = try NIOSSLCertificate.fromPEMFile(file)
      configuration.additionalTrustRoots = [.certificates(certificates)]
    } catch {
      throw HTTPSettingsError("`\(file)` is no readable file of PEM certificates")
    }
    return configuration
  }
}
