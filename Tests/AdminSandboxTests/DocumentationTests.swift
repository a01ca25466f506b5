import AdminAPI
import AdminSandbox
import Testing

/// The examples of the module's page.
@Suite struct DocumentationTests {
  @Test func `the sandbox in process`() async throws {
    var settings = SandboxSettings()
    settings.users = 2500
    let sandbox = Sandbox(settings)
    let transport = SandboxTransport(sandbox)
    let headers = Headers([(name: "x-api-key", value: sandbox.key)])
    let request = Request(.get, "/v1/organizations/me", headers: headers)
    let response = try await transport.send(request)
    #expect(response.status == 200)
  }

  @Test func `the sandbox on a port`() async throws {
    let server = try await SandboxServer.start(Sandbox(SandboxSettings(spec: "latency=50ms")))
    #expect(server.baseURL.hasPrefix("http://127.0.0.1:"))
    await server.stop()
  }
}
