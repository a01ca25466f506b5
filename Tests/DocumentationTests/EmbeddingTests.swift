import AdminSandbox
import Steward
import Testing

/// The Swift code of the documentation, compiled and run: every block stands in this file or in one
/// beside it. It imports what an embedding program imports.
@Suite struct EmbeddingTests {
  private static func client() -> AdminClient {
    let sandbox = Sandbox(SandboxSettings())
    return AdminClient(
      transport: SandboxTransport(sandbox),
      credential: Credential(Secret(sandbox.key)),
      configuration: ClientConfiguration(version: "my-tool/1.0", pacing: false)
    )
  }

  @Test func `a complete program`() async throws {
    // An organization in memory; "A real organization" below says how to reach yours.
    let sandbox = Sandbox(SandboxSettings())
    let client = AdminClient(
      transport: SandboxTransport(sandbox),
      credential: Credential(Secret(sandbox.key)),
      configuration: ClientConfiguration(version: "my-tool/1.0", pacing: false)
    )

    let notify = HostCommand(
      "team notify",
      "Sends a message to one person",
      parameters: [.positional("email", .string, "To whom"), .positional("text", .string, "What")],
      output: .record(["email": .string, "sent": .bool]),
      effects: .exec,
      predict: { arguments in ["email": arguments["email"] ?? .null, "sent": true] }
    ) { arguments, context in
      let email: String = try arguments["email"]
      context.log("a message to \(email)")
      return .value(["email": Value(email), "sent": true])
    }

    let engine = try Engine(
      client: client,
      commands: [notify],
      policy: Policy(allow: [.read, .exec])
    )
    let script = try await engine.check(
      """
      users list | where role == "admin" | each {|u| team notify $u.email "Please review your keys" }
      """
    )
    let report = await engine.run(script)
    print(report.output)
    #expect(report.output.split(separator: "\n").count == 2)
    #expect(report.notes.count == 2)
    #expect(report.error == nil)
  }

  @Test func `mistakes are shown`() async throws {
    let engine = Engine(client: Self.client())
    do {
      _ = try await engine.check("users list | where rol == \"admin\"", name: "mine.steward")
    } catch {
      print(error)  // error[E0310]: `rol` is not a field of User …
    }
    let error = await #expect(throws: Diagnostics.self) {
      try await engine.check("users list | where rol == \"admin\"", name: "mine.steward")
    }
    #expect(error?.description.hasPrefix("error[E0310]: `rol` is not a field of User") == true)
  }

  @Test func `results become Swift values`() async throws {
    let engine = Engine(client: Self.client())
    struct Person: Decodable {
      let email: String
      let role: String
      let addedAt: Timestamp
    }
    let admins = try await engine.check("users list | where role == \"admin\"")
    let people = try await engine.values(of: admins, as: Person.self)
    #expect(people.map(\.role) == ["admin", "admin"])
  }

  @Test func `parameters are given`() async throws {
    let engine = Engine(client: Self.client())
    let stale = try await engine.check(
      """
      runbook "Keys that nobody renewed" {
        ## Made so long ago.
        param older_than: duration = 90d
        param status: "active" | "inactive"
      }
      api-keys list --status $status | where created_at < ago($older_than) | select id, name
      """
    )
    let keys = await engine.run(stale, parameters: ["status": "active", "olderThan": "30d"])
    #expect(keys.error == nil)
    #expect(keys.value.list?.isEmpty == false)
  }

  private static let services: HostCommand = {
    struct Service: Codable {
      var name: String
      var owner: String
    }
    let services = HostCommand(
      "services list",
      "Lists the services of one team",
      parameters: [
        .flag("team", .string, "Whose", default: "platform"),
        .toggle("all", "Also those that are switched off"),
      ],
      output: .stream(.record(["name": .string, "owner": .string])),
      effects: .read,
      examples: ["services list --team research | count": "how many there are"]
    ) { arguments, context in
      let team: String = try arguments["team"]
      guard team == "platform" else {
        throw HostCommandError(.notFound, "there is no team \(team)", help: "try platform")
      }
      context.progress("asking the registry")
      return .rows(
        AsyncStream { continuation in
          continuation.yield(Service(name: "web", owner: "ann@acme.example"))
          continuation.yield(Service(name: "mail", owner: "bob@acme.example"))
          continuation.finish()
        }
      )
    }
    return services
  }()

  @Test func `a command gives rows, and names live on in a session`() async throws {
    let (client, services) = (Self.client(), Self.services)
    let owners = try Engine(client: client, commands: [services])
    let owned = try await owners.check("services list | where owner =~ '^ann' | select name")
    print(await owners.run(owned).output)
    #expect(await owners.run(owned).output == "{\"name\":\"web\"}\n")
    let other = await owners.run(try await owners.check("services list --team research | count"))
    #expect(other.error?.kind == .notFound)

    let session = owners.session()
    _ = try await session.run("let mine = (services list)")
    let count = try await session.run("len($mine)")
    #expect(count.value.int == 2)
  }

  @Test func `changes are allowed, limited, confirmed and watched`() async throws {
    let client = Self.client()
    let policy = Policy(
      allow: [.read, .cut],
      confirm: .ask { confirmation in
        print(confirmation.text)
        return confirmation.changes.map { $0.count(of: .destroy) == 0 && $0.count <= 10 } ?? false
      },
      environment: ["TEAM": "platform"],
      modules: .texts(["greet.steward": "def greet (who: string) { \"hello $who\" }"])
    )
    let cleaner = Engine(client: client, policy: policy)
    let cleanup = try await cleaner.check(
      "invites list --statuses pending | where invited_at < ago(14d) | each {|i| invites delete $i.id }"
    )
    let cleaned = await cleaner.run(cleanup)
    #expect(cleaned.error == nil)
    #expect(cleaned.changes == 1)
    let refused = await cleaner.run(cleanup, policy: Policy())
    #expect(refused.error?.kind == .declined)
    let greeting = try await cleaner.check("source \"greet.steward\"; greet (env(\"TEAM\"))")
    #expect(await cleaner.run(greeting).value.string == "hello platform")
    try await watch(cleanup, Self.client(), policy)
  }

  private func watch(
    _ cleanup: CheckedScript,
    _ client: AdminClient,
    _ policy: Policy
  ) async throws {
    var limits = Limits.untrusted
    limits.wallTime = .seconds(600)
    limits.changes = 5
    let patient = Engine(client: client, policy: policy, limits: limits)
    let run = patient.start(cleanup)
    for await event in run.events {
      switch event {
      case .output(let text): print(text, terminator: "")
      case .row(let row): print("row \(row)")
      case .note(let note): print(note)
      case .progress(let progress): print("\(progress.command): \(progress.text)")
      case .asked(let confirmation): print(confirmation.text)
      case .change(let change): print("\(change.command): \(change.stage)")
      default: break
      }
    }
    let outcome = await run.result
    #expect(outcome.error == nil)
    #expect(outcome.changes == 1)
  }

  @Test func `a transport of one's own`() async throws {
    let answers = Answers(
      bodies: [
        "/v1/organizations/users": """
        {"data": [{"id": "user_1", "type": "user", "email": "ann@acme.example", "name": "Ann",
        "role": "admin", "added_at": "2026-01-31T10:00:00Z"}], "has_more": false,
        "first_id": "user_1", "last_id": "user_1"}
        """
      ]
    )
    let offline = Engine(
      client: AdminClient(
        transport: answers,
        credential: Credential(Secret("sk-ant-admin01-test")),
        configuration: ClientConfiguration(version: "my-tool/1.0", pacing: false)
      )
    )
    let list = try await offline.check("users list | get name")
    let names = try await offline.values(of: list, as: String.self)
    #expect(names == ["Ann"])
  }

  @Test func `a sandbox for tests`() async throws {
    let moment = Timestamp("2026-11-24T12:00:00Z") ?? .now()
    var settings = SandboxSettings()
    settings.now = moment
    settings.users = 500
    let large = Sandbox(settings)
    let tested = Engine(
      client: AdminClient(
        transport: SandboxTransport(large),
        credential: Credential(Secret(large.key)),
        configuration: ClientConfiguration(version: "my-tool/1.0", pacing: false)
      ),
      now: { moment }
    )
    #expect(await tested.run(try await tested.check("users list | count")).value.int == 500)
  }
}

/// Answers from memory.
struct Answers: Transport {
  let bodies: [String: String]

  func send(_ request: Request) async throws(TransportError) -> Response {
    guard let body = bodies[request.path] else {
      throw TransportError(.beforeSending, "nobody answers at \(request.path)")
    }
    let headers = Headers([(name: "content-type", value: "application/json")])
    return Response(status: 200, headers: headers, body: Array(body.utf8))
  }
}
