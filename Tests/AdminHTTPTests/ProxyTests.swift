import AdminHTTP
import Testing

@Suite struct ProxyTests {
  private func proxy(_ environment: [String: String], _ url: String = "https://api.acme.example")
    throws -> Proxy?
  {
    try Proxy(environment, for: BaseURL(url))
  }

  @Test(arguments: [
    ("http://proxy.example:3128", "proxy.example", 3128),
    ("proxy.example:3128/", "proxy.example", 3128),
    ("http://proxy.example", "proxy.example", 80), ("http://u:p%40@[::1]:8", "::1", 8),
  ]) func `the environment names a host and a port`(address: String, host: String, port: Int) throws
  {
    let found = try #require(try proxy(["HTTPS_PROXY": address]))
    #expect(found.host == host)
    #expect(found.port == port)
  }

  @Test(arguments: [
    "*", "api.acme.example", "acme.example", ".acme.example", "other, Acme.example",
    "api.acme.example:443",
  ]) func `an exception is reached directly`(exceptions: String) throws {
    #expect(try proxy(["HTTPS_PROXY": "http://p:1", "NO_PROXY": exceptions]) == nil)
  }

  @Test(arguments: ["", "me.example", "cme.example", "api.acme.example:8443", ","])
  func `other names are no exceptions`(exceptions: String) throws {
    #expect(try proxy(["HTTPS_PROXY": "http://p:1", "NO_PROXY": exceptions]) != nil)
  }

  @Test func `without a proxy, and for this machine, there is none`() throws {
    #expect(try proxy([:]) == nil)
    #expect(try proxy(["HTTPS_PROXY": ""]) == nil)
    #expect(try proxy(["HTTPS_PROXY": "http://p:1"], "https://localhost") == nil)
  }

  @Test(arguments: ["socks5://p:1", "https://p:1", "http://secret@:x"])
  func `a proxy that cannot be used is an error without its login`(address: String) {
    let error = #expect(throws: HTTPSettingsError.self) { try proxy(["HTTPS_PROXY": address]) }
    #expect(error?.description.contains("secret") == false)
  }
}
