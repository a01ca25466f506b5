import AdminHTTP
import Testing

@Suite struct BaseURLTests {
  @Test(arguments: [
    ("https://api.anthropic.com", "https://api.anthropic.com", "api.anthropic.com", 443, false),
    (
      "https://API.acme.example:8443/admin//", "https://API.acme.example:8443/admin",
      "api.acme.example", 8443, false
    ),
    ("http://localhost:8080/", "http://localhost:8080", "localhost", 8080, true),
    ("http://127.0.0.1", "http://127.0.0.1", "127.0.0.1", 80, true),
    ("http://127.9.8.7:1", "http://127.9.8.7:1", "127.9.8.7", 1, true),
    ("http://[::1]:9/", "http://[::1]:9", "::1", 9, true),
  ]) func `a base URL is a host, a port and a path`(
    text: String,
    normal: String,
    host: String,
    port: Int,
    isLoopback: Bool
  ) throws {
    let url = try BaseURL(text)
    #expect(url.text == normal)
    #expect(url.host == host)
    #expect(url.port == port)
    #expect(url.isLoopback == isLoopback)
  }

  @Test(arguments: [
    "", "api.anthropic.com", "ftp://localhost", "HTTPS://x", "https://", "https://:443",
    "https://user:pass@x.example", "https://x.example?key=1", "https://x.example#a",
    "https://x.example:0", "https://x.example:99999", "https://x.example:", "https://x y",
    "https://[::1", "https://x.example\n", "https://x\\y",
  ]) func `anything else is refused`(text: String) {
    #expect(throws: HTTPSettingsError.self) { try BaseURL(text) }
  }

  @Test(arguments: [
    "http://api.anthropic.com", "http://127.0.0.1.evil.example", "http://localhost.evil.example",
    "http://127.1", "http://0.0.0.0", "http://10.0.0.1", "http://[::2]", "http://127.0.0.256",
  ]) func `plain http leaves this machine never`(text: String) {
    let error = #expect(throws: HTTPSettingsError.self) { try BaseURL(text) }
    #expect(error?.description.contains("use https://") == true)
  }

  @Test func `a refused URL does not repeat its password`() {
    let error = #expect(throws: HTTPSettingsError.self) { try BaseURL("https://me:pw@x.example") }
    #expect(error?.description.contains("pw") == false)
  }
}
