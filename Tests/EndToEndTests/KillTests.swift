import Glibc
import Testing

/// The program is killed at each of its changes in turn, before the organization has it and when it is
/// made, and resumed: the organization ends as if nothing had happened, and nothing was made twice.
@Suite struct KillTests {
  private static let moments = (1...EveryChange.sentCount).flatMap { change in
    [
      KillingProxy.Moment(change: change, isMade: false),
      KillingProxy.Moment(change: change, isMade: true),
    ]
  }

  private struct Outcome {
    let dump: [String]
    let changes: [String]
    let sent: Int
  }

  /// What a run gives that nobody disturbs.
  private static let undisturbed = Result { () throws -> Outcome in
    let organization = try ServedOrganization()
    let proxy = try KillingProxy(to: organization.port)
    defer { proxy.stop() }
    let run = try organization.run(arguments(organization), through: proxy.address)
    try #require(run.status == 0, "\(run.errors)")
    return Outcome(dump: try organization.dump(), changes: lines(proxy), sent: proxy.seen)
  }

  @Test func `the script makes as many changes as are counted on`() throws {
    let result = try Self.undisturbed.get()
    #expect(result.changes.count == EveryChange.madeCount)
    #expect(result.sent == EveryChange.sentCount)
  }

  @Test(arguments: moments)
  func `killed and resumed, nothing is lost and nothing made twice`(
    at moment: KillingProxy.Moment
  ) throws {
    let expected = try Self.undisturbed.get()
    let organization = try ServedOrganization()
    let proxy = try KillingProxy(to: organization.port, killingAt: moment)
    defer { proxy.stop() }
    let running = try RunningSteward(
      try Self.arguments(organization) + ["--journal", organization.journals],
      environment: organization.environment(through: proxy.address)
    )
    proxy.aim(at: running.process)
    let killed = running.finish()
    #expect(killed.status == -SIGKILL, "\(killed.errors)")
    proxy.spare()

    let run = try organization.onlyRun()
    let resumed = try organization.run(
      ["resume", run, "--yes"] + EveryChange.limits,
      through: proxy.address
    )
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(Self.lines(proxy) == expected.changes)
    #expect(try organization.dump() == expected.dump)
    let again = try organization.run("resume", run)
    #expect(again.errors.contains("nothing is left to do"), "\(again.errors)")
  }

  @Test func `where answers are lost the run is finished by resuming it`() throws {
    let expected = try Self.undisturbed.get()
    let organization = try ServedOrganization(["--fault-after-commit", "0.2"])
    var run = try organization.run(Self.arguments(organization))
    let name = try organization.onlyRun()
    for _ in 0..<20 where run.status != 0 {
      #expect(run.status == 68, "\(run.errors)")
      run = try organization.run("resume", name, "--yes")
    }
    #expect(run.status == 0, "\(run.errors)")
    #expect(try organization.dump() == expected.dump)
  }

  /// An undoing is a run too: killed at every third of its changes, it is finished.
  @Test(arguments: moments.filter { $0.change % 3 == 1 && $0.change <= undoneCount })
  func `an undoing that was killed is finished`(at moment: KillingProxy.Moment) throws {
    let organization = try ServedOrganization()
    let made = try organization.run(try Self.arguments(organization))
    try #require(made.status == 0, "\(made.errors)")
    let run = try organization.onlyRun()
    let undo = ["undo", run, "--yes", "--include", "production"] + EveryChange.limits

    let proxy = try KillingProxy(to: organization.port, killingAt: moment)
    defer { proxy.stop() }
    let running = try RunningSteward(
      undo + ["--journal", organization.journals],
      environment: organization.environment(through: proxy.address)
    )
    proxy.aim(at: running.process)
    let killed = running.finish()
    #expect(killed.status == -SIGKILL, "\(killed.errors)")
    proxy.spare()
    let name = try organization.onlyRun(beside: run)
    let resumed = try organization.run("resume", name, "--yes", through: proxy.address)
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(proxy.made.count == Self.undoneCount)
    #expect(Set(Self.lines(proxy)).count == Self.undoneCount)
    let again = try organization.run(undo)
    #expect(again.output.contains("Nothing would change"), "\(again.output)\(again.errors)")
  }

  /// Of the changes of the script, so many can be taken back, once for each object.
  private static let undoneCount = 14

  // MARK: Parts

  private static func arguments(_ organization: ServedOrganization) throws -> [String] {
    let file = try organization.folder.file("every.steward", EveryChange.script)
    return [file, "--yes", "--note", "kill test"] + EveryChange.limits
  }

  /// What was made, in any order.
  private static func lines(_ proxy: KillingProxy) -> [String] {
    proxy.made.map { "\($0.call) \($0.body)" }.sorted()
  }
}
