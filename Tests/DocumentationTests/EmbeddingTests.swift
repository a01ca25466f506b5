import AdminAPI
import AdminHTTP
import AdminSandbox
import FoundationEssentials
import Steward
import StewardValues
import Testing

/// The Swift code of the documentation, compiled and run: every block stands in this file.
@Suite struct EmbeddingTests {
  @Test func `a script is checked and run`() async throws {
    let sandbox = Sandbox(SandboxSettings())
    let client = AdminClient(
      transport: SandboxTransport(sandbox),
      credential: Credential(Secret(sandbox.key)),
      configuration: ClientConfiguration(version: "my-tool/1.0", pacing: false)
    )
    let engine = Engine(client: client)

    let script = try await engine.check("users list | where role == \"admin\" | select email")
    let report = await engine.run(script)
    print(report.output)
    #expect(report.output.split(separator: "\n").count == 2)
    #expect(report.error == nil)
  }

  @Test func `changes are allowed and approved`() async throws {
    let sandbox = Sandbox(SandboxSettings())
    let engine = Engine(
      client: AdminClient(
        transport: SandboxTransport(sandbox),
        credential: Credential(Secret(sandbox.key)),
        configuration: ClientConfiguration(version: "my-tool/1.0", pacing: false)
      )
    )
    let cleanup = try await engine.check(
      "invites list --statuses pending | where invited_at < ago(14d) | each {|i| invites delete $i.id }"
    )
    let cleaned = await engine.run(cleanup, allowing: [.read, .cut]) { changes in
      changes.count(of: .destroy) == 0 && changes.count <= 10
    }
    #expect(cleaned.error == nil)
    #expect(cleaned.changes == 1)

    let refused = await engine.run(cleanup)
    #expect(refused.error != nil)
    #expect(refused.changes == 0)
  }

  @Test func `a client of the real API`() async throws {
    let key = "sk-ant-admin01-example"
    let transport = try HTTPTransport(.anthropic)
    let client = AdminClient(
      transport: transport,
      credential: Credential(Secret(key)),
      configuration: ClientConfiguration(version: "my-tool/1.0")
    )
    _ = Engine(client: client)
    await transport.shutdown()
  }

  @Test(arguments: Page.all.flatMap(\.blocks).filter { $0.language == "swift" })
  func `a block of Swift stands in this file`(_ block: Block) throws {
    let here = try String(contentsOfFile: #filePath, encoding: .utf8)
    #expect(Self.flat(here).contains(Self.flat(block.text)))
  }

  /// The text without indentation.
  private static func flat(_ text: String) -> String {
    text.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }
}
