import AdminAPI
import AdminSandbox
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// A secret that a change sends reaches the organization, and nothing that is written down.
@Suite(.ownThread) struct SentSecretTests {
  private static let token = "Bearer hunter2-\"quoted\""

  private static func script(_ value: String) -> String {
    """
    let place = (telemetry-destinations create --endpoint-url https://otel.acme.example \
    --workspaces {type: "all"} --headers {authorization: \(value)})
    telemetry-destinations update $place.id --endpoint-url https://otel.acme.example \
    --headers {"x-team": null, authorization: \(value)}
    """
  }

  private static let literal = script(#""Bearer hunter2-\"quoted\"""#)
  private static let named = script(#"env("OTEL_TOKEN")"#)
  private static let variables = ["OTEL_TOKEN": token]

  private func hides(_ text: String) -> Bool { !text.contains("hunter2") }

  private func prepared(
    _ folder: RunFolder,
    _ organization: TestOrganization = TestOrganization()
  ) -> ScriptRun {
    let run = ScriptRun(organization, host: TestHost(variables: Self.variables))
    run.journal = folder.folder
    run.settings.answersYes = true
    return run
  }

  private func saved(_ script: String, _ folder: RunFolder) throws -> SavedPlan {
    let run = prepared(folder)
    let (runner, program) = try run.prepared(script)
    let plan = try runner.plan(program, run.cancellation)
    let id = try prepared(folder).run("(organization get).id").split(separator: "\"").joined()
    let saved = SavedPlan(
      plan,
      try #require(plan.recipe),
      organization: (id, "Acme"),
      made: TestOrganization.now
    )
    return try SavedPlan(text: saved.text)
  }

  private func apply(_ plan: SavedPlan, _ folder: RunFolder) throws -> ScriptRun {
    let run = prepared(folder)
    let (runner, program) = try run.prepared(
      String(decoding: plan.recipe.source.bytes, as: UTF8.self)
    )
    _ = try run.ending(runner) { () throws(RunError) in
      try runner.apply(plan, program, at: TestOrganization.now, run.cancellation)
    }
    return run
  }

  private func bodies(_ run: ScriptRun) -> [String] {
    run.transport.requests.filter { $0.method == .post }.map {
      String(decoding: $0.body ?? [], as: UTF8.self)
    }
  }

  @Test(arguments: [literal, named], [false, true])
  func `it is sent, and no journal has it`(_ script: String, isUnplanned: Bool) throws {
    let folder = try RunFolder()
    let run = prepared(folder)
    run.settings.isUnplanned = isUnplanned
    let shown = try run.run(script)
    #expect(bodies(run).count == 2)
    #expect(bodies(run).allSatisfy { $0.contains(#""authorization":"Bearer hunter2-\"quoted\"""#) })
    #expect(hides(shown + run.host.output + run.host.notes.joined() + run.questions.joined()))
    #expect(!folder.names.isEmpty)
    for name in folder.names { #expect(hides(try folder.text(name))) }
    for change in run.plans.flatMap(\.changes) { #expect(hides(JSONWriter.text(change.json))) }
  }

  @Test(arguments: [literal, named])
  func `no plan has it, nor what is shown without sending`(_ script: String) throws {
    let folder = try RunFolder()
    #expect(hides(try saved(script, folder).text))
    let line = Self.literal.split(separator: "\n").last.map(String.init) ?? ""
    let update = line.replacing("$place.id", with: "tdst_01")
    for prefix in ["as-curl", "explain"] {
      let shown = try prepared(folder).run("\(prefix) \(update)")
      #expect(hides(shown))
      #expect(prefix == "explain" || shown.contains(Secret.mask))
    }
    let planned = try prepared(folder).run(
      "plan telemetry-destinations create --endpoint-url https://a.example --workspaces {type: \"all\"} --headers {authorization: \"Bearer hunter2\"}"
    )
    #expect(hides(planned) && planned.contains(Secret.mask))
  }

  @Test func `what the environment has can be applied`() throws {
    let folder = try RunFolder()
    let run = try apply(saved(Self.named, folder), folder)
    #expect(bodies(run).allSatisfy { $0.contains("hunter2") })
    #expect(run.changesMade.sent == 2)
  }

  @Test func `what stood in the script cannot`() throws {
    let folder = try RunFolder()
    let plan = try saved(Self.literal, folder)
    #expect(plan.recipe.isMasked)
    let error = #expect(throws: RunError.self) { _ = try apply(plan, folder) }
    #expect(error?.message.contains("was not written down") == true)
    #expect(error?.help?.contains("env(") == true)
  }

  @Test(arguments: Break.all(2))
  func `a run that was broken off gets it from the environment again`(at place: Break) throws {
    let folder = try RunFolder()
    let sandbox = TestOrganization().sandbox
    let first = prepared(folder, TestOrganization(sandbox, BreakingTransport(sandbox, place)))
    #expect(throws: RunError.self) { try first.run(Self.named) }
    let second = prepared(folder, TestOrganization(sandbox))
    try second.resume(try #require(folder.folder.runs().first))
    #expect(bodies(second).allSatisfy { $0.contains("hunter2") })
    let count = try ScriptRun(TestOrganization(sandbox)).run(
      "telemetry-destinations list | where display_name == null | count"
    )
    #expect(count == "1")
  }

  @Test(arguments: [false, true])
  func `a run without it is not resumed`(isLine: Bool) throws {
    let folder = try RunFolder()
    let sandbox = TestOrganization().sandbox
    let script = isLine ? Self.named : Self.literal
    let place = Break(change: 2, isMade: false)
    let first = prepared(folder, TestOrganization(sandbox, BreakingTransport(sandbox, place)))
    #expect(throws: RunError.self) { try first.run(script) }
    let second = prepared(folder, TestOrganization(sandbox))
    let record = try folder.folder.record(of: try #require(folder.folder.runs().first))
    let (runner, program) = try second.prepared("1")
    let error = #expect(throws: RunError.self) {
      try runner.resume(record, isLine ? nil : program, in: folder.folder, second.cancellation)
    }
    #expect(error?.message.contains("was not written down") == true)
    #expect(second.transport.requests.isEmpty)
  }
}
