/// Where an organization's API is: `https://api.anthropic.com`, or a sandbox on this machine.
public struct BaseURL: Sendable, Equatable {
  /// Without a slash at its end.
  public let text: String
  /// The host's name or address, in lower case and without brackets.
  public let host: String
  /// The port, also where the URL leaves it out.
  public let port: Int
  /// True for this machine: never paced, never through a proxy.
  public let isLoopback: Bool
  let isSecure: Bool

  /// The real API.
  public static let anthropic = BaseURL(
    text: "https://api.anthropic.com",
    host: "api.anthropic.com",
    port: 443,
    isLoopback: false,
    isSecure: true
  )

  private init(text: String, host: String, port: Int, isLoopback: Bool, isSecure: Bool) {
    self.text = text
    self.host = host
    self.port = port
    self.isLoopback = isLoopback
    self.isSecure = isSecure
  }

  /// Reads `https://HOST[:PORT][/PATH]`, or `http://…` for this machine.
  ///
  /// - Throws: ``HTTPSettingsError`` for anything else, a URL with a user name or a query included.
  public init(_ text: String) throws(HTTPSettingsError) {
    let isSecure = text.hasPrefix("https://")
    guard isSecure || text.hasPrefix("http://") else {
      throw HTTPSettingsError("`\(text)` is no base URL: it must begin with https://")
    }
    let rest = text.dropFirst(isSecure ? 8 : 7)
    guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.forbidden.contains($0) }) else {
      throw HTTPSettingsError(
        "a base URL has only a host, a port and a path: no user name, query or blank"
      )
    }
    let authority = rest.prefix { $0 != "/" }
    let (host, port) = try Self.hostAndPort(String(authority), standardPort: isSecure ? 443 : 80)
    let isLoopback = Self.isLoopback(host)
    guard isSecure || isLoopback else {
      throw HTTPSettingsError(
        "http:// would send the credential in the clear to \(host): use https://"
      )
    }
    var path = rest.dropFirst(authority.count)
    while path.last == "/" { path = path.dropLast() }
    self.init(
      text: "\(isSecure ? "https" : "http")://\(authority)\(path)",
      host: host,
      port: port,
      isLoopback: isLoopback,
      isSecure: isSecure
    )
  }

  /// Host and port as messages name them.
  var authority: String { (isSecure && port == 443) ? host : "\(host):\(port)" }

  private static let forbidden = Set("@?#\\\"<>`{}|^".utf8)

  /// `host:port`, `[::1]:port`, or a host alone.
  static func hostAndPort(
    _ authority: String,
    standardPort: Int
  ) throws(HTTPSettingsError) -> (host: String, port: Int) {
    var host = Substring(authority)
    var port = Substring()
    if let end = authority.lastIndex(of: "]"), authority.hasPrefix("[") {
      host = authority[authority.index(after: authority.startIndex)..<end]
      port = authority[authority.index(after: end)...]
    } else if let colon = authority.firstIndex(of: ":") {
      host = authority[..<colon]
      port = authority[colon...]
    }
    let number = port.isEmpty ? standardPort : Int(port.dropFirst())
    guard !host.isEmpty, port.isEmpty || port.hasPrefix(":"), let number,
      (1...65535).contains(number)
    else { throw HTTPSettingsError("`\(authority)` is no host and port") }
    return (host.lowercased(), number)
  }

  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.first == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
