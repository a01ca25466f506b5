internal import AsyncHTTPClient

/// The proxy that the environment asks for.
package struct Proxy: Sendable, Equatable {
  package let host: String
  package let port: Int
  /// `user:password`, for the proxy only.
  private let login: String?

  /// Nil if the host is reached directly: this machine always is.
  ///
  /// - Throws: ``HTTPSettingsError`` for a proxy that is no `http://HOST:PORT`.
  package init?(_ environment: [String: String], for url: BaseURL) throws(HTTPSettingsError) {
    let address = environment["https_proxy"] ?? environment["HTTPS_PROXY"] ?? ""
    let exceptions = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
    guard !address.isEmpty, !url.isLoopback, !Self.isExcepted(url, exceptions) else { return nil }
    var rest = Substring(address)
    if let scheme = rest.firstRange(of: "://") {
      guard rest[..<scheme.lowerBound] == "http" else {
        throw HTTPSettingsError("HTTPS_PROXY must be an http:// address")
      }
      rest = rest[scheme.upperBound...]
    }
    rest = rest.prefix { $0 != "/" }
    login = rest.lastIndex(of: "@").map { String(rest[..<$0]) }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    do throws(HTTPSettingsError) {
      (host, port) = try BaseURL.hostAndPort(String(rest), standardPort: 80)
    } catch {
      // Its own message would show what stands before the @.
      throw HTTPSettingsError("HTTPS_PROXY is no http://HOST:PORT")
    }
  }

  var clientProxy: HTTPClient.Configuration.Proxy {
    guard let login else { return .server(host: host, port: port) }
    let parts = login.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return .server(
      host: host,
      port: port,
      authorization: .basic(
        username: Self.decoded(parts.first ?? ""),
        password: Self.decoded(parts.count > 1 ? parts[1] : "")
      )
    )
  }

  /// A host, a domain with all below it, or everything: `.acme.example,localhost,*`.
  private static func isExcepted(_ url: BaseURL, _ exceptions: String) -> Bool {
    exceptions.lowercased().split(separator: ",").contains { exception in
      var name = exception.filter { $0 != " " }
      if name == "*" || name == url.host || name == "\(url.host):\(url.port)" { return true }
      if name.hasPrefix(".") { name.removeFirst() }
      return !name.isEmpty && url.host.hasSuffix(".\(name)")
    }
  }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
