import Testing

/// What a session says before its first prompt.
@Suite struct GreetingTests {
  private let folder: TemporaryFolder
  private static let prompt = "Acme Robotics sandbox live# "

  init() throws { folder = try TemporaryFolder() }

  private func session(_ options: String..., prompt: String = prompt) throws -> TerminalSession {
    let session = try TerminalSession(
      ["--sandbox"] + options,
      environment: ["XDG_STATE_HOME": folder.path]
    )
    session.wait(for: prompt)
    return session
  }

  private func leave(_ session: TerminalSession) {
    session.type("\u{4}")
    #expect(session.finish() == 0)
  }

  @Test func `the first session shows things to try, and they work`() throws {
    let first = try session()
    #expect(first.shown.contains("Try:\n  users list | first 5 "))
    first.enter("users list | first 5", shows: "5 rows", then: Self.prompt)
    first.enter("help find rotate keys", shows: "help how rotate-key", then: Self.prompt)
    first.type("workspaces \t")
    first.wait(for: "archive")
    first.type("\u{3}")
    first.wait(for: Self.prompt)
    leave(first)
    let second = try session()
    let lines = second.shown.split(separator: "\n")
    #expect(lines.count == 2, "\(second.shown)")
    leave(second)
  }

  @Test func `a private session neither reads nor keeps lines`() throws {
    let first = try session()
    first.enter("1111 + 1", shows: "\n1112", then: Self.prompt)
    leave(first)
    let before = try folder.bytes(of: "steward/history.ndjson")
    let prompt = "Acme Robotics sandbox private live# "
    let session = try session("--private", prompt: prompt)
    session.enter("2222 + 1", shows: "\n2223", then: prompt)
    // Its own lines come back, the other session's do not.
    session.type("\u{1b}[A\u{1b}[A\u{1b}[A")
    session.enter("1", shows: "\n2233", then: prompt)
    leave(session)
    #expect(try folder.bytes(of: "steward/history.ndjson") == before)
  }

  @Test func `a run that was broken off is announced with what finishes it`() throws {
    let organization = try ServedOrganization()
    let run = try organization.run("users", "update", "kim@acme.example", "--role", "developer")
    #expect(run.status == 0, "\(run.errors)")
    let name = try organization.onlyRun()
    let finished = try greeting(organization)
    #expect(!finished.contains("resume"))
    // As if the process had ended before the run did.
    let journal = "runs/\(name).ndjson"
    let lines = try organization.folder.bytes(of: journal).split(separator: UInt8(ascii: "\n"))
    let kept = lines.dropLast().flatMap { $0 + [UInt8(ascii: "\n")] }
    try organization.folder.replace(journal, with: Array(kept))
    #expect(try greeting(organization).contains("`steward resume \(name) --journal"))
    // Another organization's runs are none of its business.
    let other = try ServedOrganization(["--seed", "2"])
    let elsewhere = try greeting(other, journals: organization.journals)
    #expect(!elsewhere.contains("resume"))
  }

  private func greeting(
    _ organization: ServedOrganization,
    journals: String? = nil
  ) throws -> String {
    var environment = organization.environment()
    environment["XDG_STATE_HOME"] = folder.path
    let session = try TerminalSession(
      ["--journal", journals ?? organization.journals],
      environment: environment
    )
    session.wait(for: "read-only> ")
    leave(session)
    return session.shown
  }
}
