import AdminAPI
import AdminSandbox
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// A filter that nobody wrote must not bring an error that nobody understands.
@Suite(.ownThread) struct NarrowingTests {
  private func rows(_ status: Int) throws -> (RecordedTransport, RowStream) {
    let sandbox = TestOrganization()
    let transport = RecordedTransport { (request) async throws(TransportError) in
      guard request.query.contains(where: { $0.name == "email" }) else {
        return try await sandbox.transport.send(request)
      }
      return Response(status: status, headers: Headers(), body: [])
    }
    let client = AdminClient(
      transport: transport,
      credential: Credential(Secret(sandbox.sandbox.key)),
      configuration: .test
    )
    let rows = try CommandCall(client).rows("users list")
    rows.narrow(to: [FieldMatch(path: ["email"], values: ["jane@acme.example"])])
    rows.expect(.all)
    return (transport, rows)
  }

  @Test func `a filter that the server refuses is left out`() throws {
    let (transport, rows) = try rows(400)
    #expect(try rows.count() == 24)
    #expect(transport.lines.count == 2)
    #expect(transport.lines.last == "GET /v1/organizations/users?limit=1000")
  }

  @Test func `other errors stay errors`() throws {
    let (transport, rows) = try rows(403)
    #expect(throws: RunError.self) { try rows.count() }
    #expect(transport.lines.count == 1)
  }
}
