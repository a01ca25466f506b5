import Steward
import Synchronization
import TestSupport
import Testing

@Suite struct HostCommandTests {
  private let organization = TestOrganization()

  private struct Service: Codable {
    var name: String
    var isHealthy: Bool
  }
  private static let serviceType = DataType.record(["name": .string, "is_healthy": .bool])

  private static let services = HostCommand(
    "services list",
    "Lists all services",
    output: .stream(serviceType),
    effects: .read,
    requests: "1 request"
  ) { _, _ in
    .rows(
      AsyncStream { continuation in
        for name in ["web", "db", "mail"] {
          continuation.yield(Service(name: name, isHealthy: name != "db"))
        }
        continuation.finish()
      }
    )
  }

  private static let scale = HostCommand(
    "services scale",
    "Sets how many hosts a service has",
    parameters: [
      .positional("service", .string, "Which one"),
      .positional("count", .int, "How many", default: 1),
      .flag("size", .oneOf(["small", "large"]), "Of which size", default: "small"),
      .toggle("force", "Also while it is busy"),
    ],
    output: .string
  ) { arguments, _ in
    let service: String = try arguments["service"]
    let count: Int = try arguments["count"]
    let size: String = try arguments["size"]
    let force: Bool = try arguments["force"]
    return .value(Value("\(service) \(count) \(size) \(force)"))
  }

  private func run(
    _ text: String,
    _ commands: [HostCommand],
    _ policy: Policy = Policy(allow: .all, confirm: .approve),
    client: AdminClient? = nil
  ) async throws -> RunReport {
    let engine = try Engine(client: client, commands: commands, policy: policy)
    return await engine.run(try await engine.check(text))
  }

  private func codes(_ text: String, _ commands: [HostCommand]) async throws -> [String] {
    let engine = try Engine(client: nil, commands: commands)
    do {
      return try await engine.check(text).warnings.map(\.code)
    } catch {
      return error.all.map(\.code)
    }
  }

  // MARK: Arguments

  @Test func `arguments are bound, typed and given their defaults`() async throws {
    let report = try await run("services scale web", [Self.scale])
    #expect(report.value.string == "web 1 small false")
    let full = try await run("services scale web 3 --size large --force", [Self.scale])
    #expect(full.value.string == "web 3 large true")
  }

  @Test(arguments: [
    ("services scale", "E0303"), ("services scale web many", "E0304"),
    ("services scale web --size tiny", "E0312"), ("services scale web --quick", "E0302"),
    ("services skale web", "E0301"), ("(services scale web) + 1", "E0320"),
    ("services list | where nme == \"web\"", "E0310"),
  ])
  func `wrong calls are found before the run`(_ text: String, _ code: String) async throws {
    #expect(try await codes(text, [Self.scale, Self.services]).contains(code))
  }

  @Test func `all arguments are one Swift value, and rest and input are lists`() async throws {
    struct Arguments: Decodable {
      let olderThan: TimeSpan
      let names: [String]
    }
    let clean = HostCommand(
      "clean",
      "Cleans",
      parameters: [
        .rest("names", .string, "Which"), .flag("older-than", .duration, "How old", required: true),
      ],
      input: .optionalValue,
      output: .string
    ) { arguments, _ in
      let all: Arguments = try arguments.decoded()
      let rows = arguments.input?.list?.count ?? 0
      return .value(Value("\(all.names) \(all.olderThan) \(rows)"))
    }
    let report = try await run("[1, 2] | clean a b --older-than 2d", [clean])
    #expect(report.value.string == #"["a", "b"] 2d 2"#)
  }

  // MARK: Results

  @Test func `rows stream into the language`() async throws {
    let report = try await run(
      "services list | where is_healthy | select name",
      [Self.services]
    )
    let rows: [[String: String]] = try report.values()
    #expect(rows == [["name": "web"], ["name": "mail"]])
  }

  @Test func `few rows are made ahead of those that are taken`() async throws {
    let made = Mutex(0)
    let endless = HostCommand(
      "numbers",
      "Counts",
      output: .stream(.record(["n": .int]))
    ) { _, _ in
      .rows(
        AsyncStream<[String: Int]>(unfolding: {
          [
            "n": made.withLock { made in
              made += 1
              return made
            }
          ]
        })
      )
    }
    let report = try await run("numbers | first 3 | get n", [endless])
    // A page of three may wait while another is taken.
    #expect(report.value.description == "[1,2,3]")
    #expect(made.withLock(\.self) <= 7)
    let long = try await run("numbers | where n % 500 == 0 | first 1 | get n", [endless])
    #expect(long.error == nil)
    #expect(made.withLock(\.self) < 700)
  }

  @Test func `what does not fit the description is an error of the command`() async throws {
    let liar = HostCommand(
      "liar",
      "Lies",
      output: .record(["n": .int, "note": .optional(.string)])
    ) { _, _ in .value(["n": "one"]) }
    let report = try await run("print 1\nliar", [liar])
    #expect(report.error?.kind == .type)
    #expect(report.error?.message.contains("`liar`") == true)
    #expect(report.error?.description.hasPrefix("script:2:1: ") == true)
  }

  @Test func `a field that is left out is null`() async throws {
    let brief = HostCommand(
      "brief",
      "Leaves out",
      output: .record(["n": .int, "note": .optional(.string)])
    ) { _, _ in .value(["n": 1]) }
    #expect(try await run("let b = (brief); $b.note ?? \"none\"", [brief]).value.string == "none")
  }

  // MARK: Errors

  private struct Outage: Error, CustomStringConvertible {
    var description: String { "the data centre is on fire" }
  }

  @Test func `errors keep their kind and their text`() async throws {
    let failing = HostCommand("fail", "Fails", parameters: [.positional("how", .string, "How")]) {
      arguments,
      _ in
      switch arguments["how"]?.string {
      case "known": throw HostCommandError(.conflict, "busy", help: "wait", isRetryable: true)
      case "own": throw HostCommandError(ErrorKind(rawValue: "deploy"), "no artifact")
      default: throw Outage()
      }
    }
    let known = try await run("fail known", [failing]).error
    #expect(known?.kind == .conflict && known?.message == "busy" && known?.help == "wait")
    #expect(known?.isRetryable == true)
    #expect(try await run("fail own", [failing]).error?.kind.rawValue == "user.deploy")
    let other = try await run("fail other", [failing]).error
    #expect(other?.kind == .user)
    #expect(other?.message == "`fail` failed: the data centre is on fire")
    let caught = try await run("try { fail known } catch e { $e.message }", [failing])
    #expect(caught.value.string == "busy")
  }

  @Test func `rows that fail do so at the command's place`() async throws {
    let broken = HostCommand("broken", "Breaks off", output: .stream(.int)) { _, _ in
      .rows(
        AsyncThrowingStream<Int, any Error> { continuation in
          continuation.yield(1)
          continuation.finish(throwing: Outage())
        }
      )
    }
    let error = try await run("let x = 1\nbroken | where _ > $x", [broken]).error
    #expect(error?.message == "`broken` failed: the data centre is on fire")
    #expect(error?.description.hasPrefix("script:2:1") == true)
  }

  // MARK: Context

  @Test func `it logs, warns and tells how far it has come`() async throws {
    let talking = HostCommand("talk", "Talks") { _, context in
      context.log("begun")
      context.progress("half", fraction: 0.5)
      context.warn("odd")
      return .nothing
    }
    let engine = try Engine(client: nil, commands: [talking])
    let run = engine.start(try await engine.check("talk"))
    var progress: [RunProgress] = []
    for await event in run.events { if case .progress(let told) = event { progress.append(told) } }
    #expect(progress.map(\.text) == ["half"] && progress.first?.fraction == 0.5)
    #expect(progress.first?.command == "talk")
    let notes = await run.result.notes
    #expect(notes == [RunNote("begun"), RunNote("odd", isWarning: true)])
  }

  @Test func `a run that is cancelled cancels the body`() async throws {
    let (begun, isBegun) = AsyncStream.makeStream(of: Void.self)
    let (ended, isEnded) = AsyncStream.makeStream(of: Void.self)
    let waiting = HostCommand("wait", "Waits", effects: .read) { _, _ in
      isBegun.finish()
      defer { isEnded.finish() }
      try await Task.sleep(for: .seconds(600))
      return .nothing
    }
    let engine = try Engine(client: nil, commands: [waiting])
    let run = engine.start(try await engine.check("wait"))
    for await _ in begun {}
    run.cancel("enough")
    #expect(await run.result.error?.message == "cancelled: enough")
    for await _ in ended {}
  }
}
