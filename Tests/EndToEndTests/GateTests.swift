import Glibc
import Testing

/// What was planned and written down is what is done, or nothing: on the built program.
@Suite struct GateTests {
  private static let script = """
    let count = (invites list --statuses pending | count)
    workspaces create --name New
    workspaces members add New --user-id chloe@acme.example --workspace-role workspace_user
    if $count < 10 { users update marta@acme.example --role developer }
    invites list --statuses pending | each {|i| invites delete $i.id }
    """
  private static let divider = "--- for the program"

  private func planned(
    _ organization: ServedOrganization,
    _ options: String...
  ) throws -> String {
    let file = try organization.folder.file("change.steward", Self.script)
    let plan = "\(organization.folder.path)/change.plan"
    let run = try organization.run(["plan", file, "--out", plan] + options)
    try #require(run.status == 0, "\(run.errors)")
    return plan
  }

  /// Nothing but reads was sent.
  private func expectRefused(
    _ run: StewardRun,
    _ status: Int32,
    _ words: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == status, "\(run.errors)", sourceLocation: location)
    #expect(run.errors.contains(words), "\(run.errors)", sourceLocation: location)
    #expect(!run.requests.contains { !$0.hasPrefix("GET") }, sourceLocation: location)
    #expect(run.output == "", sourceLocation: location)
  }

  // MARK: Plans

  @Test func `a plan is applied as it was reviewed`() throws {
    let organization = try ServedOrganization()
    let plan = try planned(organization)
    let run = try organization.run("apply", plan, "--trace")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.requests.count { !$0.hasPrefix("GET") } == 5)
  }

  @Test(arguments: [
    ("user_id", "user_ix"), ("\"New\"", "\"Old\""), ("\"format\":1", "\"format\":2"),
    ("\"file_root\":\"/", "\"file_root\":\"//"), ("\"inputs\":[]", "\"inputs\":[ 1 ]"),
    ("invites.delete", "invites.remove"), ("\"now\":\"2", "\"now\":\"3"),
  ])
  func `a plan whose part for the program was edited is refused`(
    word: String,
    other: String
  ) throws {
    let organization = try ServedOrganization()
    let plan = try planned(organization)
    var text = String(decoding: try organization.folder.bytes(of: "change.plan"), as: UTF8.self)
    let part = try #require(text.firstRange(of: Self.divider)).upperBound
    let place = try #require(text[part...].firstRange(of: word), "\(word)")
    text.replaceSubrange(place, with: other)
    try organization.folder.replace("change.plan", with: Array(text.utf8))
    expectRefused(try organization.run("apply", plan, "--trace"), 69, "the plan was edited")
  }

  @Test(arguments: ["Chloé Martin", "4 of 5", "Acme Robotics", "seal"])
  func `a plan whose head was edited is refused`(word: String) throws {
    let organization = try ServedOrganization()
    let plan = try planned(organization)
    var text = String(decoding: try organization.folder.bytes(of: "change.plan"), as: UTF8.self)
    let place = text.firstRange(of: word) ?? text.startIndex..<text.startIndex
    text.replaceSubrange(place, with: "somebody")
    try organization.folder.replace("change.plan", with: Array(text.utf8))
    expectRefused(try organization.run("apply", plan, "--trace"), 69, "the plan was edited")
  }

  @Test func `a plan that is older than a day is refused`() throws {
    let organization = try ServedOrganization()
    let plan = try planned(organization, "--now", "2026-01-01T00:00:00Z")
    let run = try organization.run("apply", plan, "--now", "2026-01-02T00:00:01Z", "--trace")
    expectRefused(run, 69, "plans are good for 24 hours")
    let inTime = try organization.run("apply", plan, "--now", "2026-01-02T00:00:00Z")
    #expect(inTime.status == 0, "\(inTime.errors)")
  }

  @Test(arguments: [
    // An object of the plan, and what only a decision was read from.
    ("users update marta@acme.example --role billing", "not what it was"),
    ("invites delete nina.vogel@acme.example", "no longer planned"),
    (
      "for n in 1..9 { invites create --email \"x$n@acme.example\" --role user }",
      "no longer planned"
    ),
  ])
  func `an organization that has changed since is drift`(change: String, words: String) throws {
    let organization = try ServedOrganization()
    let plan = try planned(organization)
    let other = try organization.run("-c", change, "--yes")
    try #require(other.status == 0, "\(other.errors)")
    expectRefused(try organization.run("apply", plan, "--trace"), 69, words)
  }

  @Test func `another organization is drift`() throws {
    let organization = try ServedOrganization()
    let other = try ServedOrganization(["--seed", "2"])
    let plan = try planned(organization)
    expectRefused(try other.run("apply", plan, "--trace"), 69, "the key belongs to")
  }

  @Test func `another hash than expected is drift`() throws {
    let organization = try ServedOrganization()
    let plan = try planned(organization)
    let hash = String(repeating: "0", count: 64)
    let run = try organization.run("apply", plan, "--expect-hash", hash, "--trace")
    expectRefused(run, 69, "no change was sent")
  }

  /// The server refuses the first change, and the script would do something else.
  @Test func `what was not planned is not sent`() throws {
    let organization = try ServedOrganization()
    let script = """
      try { users update margaret@acme.example --role user } catch {
        users update chloe@acme.example --role developer
      }
      """
    let run = try organization.run("-c", script, "--yes", "--trace")
    #expect(run.status == 69, "\(run.errors)")
    #expect(run.errors.contains("was not planned"))
    #expect(run.requests.count { !$0.hasPrefix("GET") } == 1)
  }

  // MARK: Journals

  @Test(arguments: ["resume", "undo", "show"])
  func `a journal that was changed is refused`(verb: String) throws {
    let organization = try ServedOrganization()
    let made = try organization.run("-c", "workspaces create --name New", "--yes")
    try #require(made.status == 0)
    let name = try organization.onlyRun()
    let file = "runs/\(name).ndjson"
    let whole = try organization.folder.bytes(of: file)
    let lines = whole.split(separator: UInt8(ascii: "\n")).map { Array($0) + [UInt8(ascii: "\n")] }
    var changed = whole
    changed[whole.count / 2] ^= 1
    let forgeries: [[UInt8]] = [
      changed,
      // Without a line; in another order; without the end of a line that is not the last.
      Array(lines.dropFirst().joined()),
      Array((lines[0...0] + lines[2...]).joined()),
      Array(([lines[0], lines[2], lines[1]] + lines[3...]).joined()),
      Array(([Array(lines[0].dropLast(2))] + lines[1...]).joined()),
    ]
    for forgery in forgeries {
      try organization.folder.replace(file, with: forgery)
      let run = try organization.run(verb, name, "--yes", "--trace")
      expectRefused(run, 69, "the chain is broken")
    }
    try organization.folder.replace(file, with: whole)
    #expect(try organization.run("show", name).status == 0)
  }

  @Test func `the journal may go to standard error`() throws {
    let organization = try ServedOrganization()
    let run = try StewardRun(
      ["-c", "(workspaces create --name New).name", "--yes", "--journal", "-"],
      environment: organization.environment()
    )
    #expect(run.status == 0)
    #expect(run.output == "New\n")
    let events = run.errors.split(separator: "\n").filter { $0.hasPrefix("{\"event\":") }
      .compactMap { $0.split(separator: "\"").dropFirst(3).first }
    #expect(events == ["begin", "planned", "sent", "made", "end"])
    #expect(organization.folder.names(in: "runs") == [])
  }

  /// Not below a file; not where nobody may write; not to a device that is full.
  @Test(arguments: [
    "--journal /proc/version/runs", "--journal /proc/runs", "--journal - 2>/dev/full",
  ])
  func `what cannot be written down is not sent`(place: String) throws {
    let organization = try ServedOrganization()
    let proxy = try KillingProxy(to: organization.port)
    defer { proxy.stop() }
    let run = try Self.shell(
      "\(Spawning.program) -c 'workspaces create --name New' --yes \(place)",
      organization,
      through: proxy.address
    )
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output == "")
    #expect(proxy.seen == 0)
  }

  /// The disk is full when some of the changes are made: no further one goes out. With room again,
  /// the rest does.
  @Test(arguments: [8, 16, 20, 24])
  func `a full disk stops the changes before they are sent`(kilobytes: Int) throws {
    let organization = try ServedOrganization()
    let proxy = try KillingProxy(to: organization.port)
    defer { proxy.stop() }
    let script = "for n in 1..20 { workspaces create --name (\"Place $n\") }"
    let file = try organization.folder.file("many.steward", script)
    let run = try Self.shell(
      "ulimit -f \(kilobytes); exec \(Spawning.program) \(file) --yes --journal \(organization.journals)",
      organization,
      through: proxy.address
    )
    let made = proxy.made.count
    #expect(run.status == (made > 0 ? 68 : 1), "\(run.errors)")
    #expect(run.errors.contains("file too large") || run.errors.contains("File too large"))
    #expect(made < 20)
    guard made > 0 else { return }
    let name = try organization.onlyRun()
    let resumed = try organization.run(["resume", name, "--yes"], through: proxy.address)
    #expect(resumed.status == 0, "\(resumed.errors)")
    #expect(
      proxy.made.map(\.body).sorted() == (1...20).map { "{\"name\":\"Place \($0)\"}" }.sorted()
    )
  }

  private static func shell(
    _ command: String,
    _ organization: ServedOrganization,
    through address: String
  ) throws -> StewardRun {
    try StewardRun(
      ["-c", command],
      of: "/bin/bash",
      environment: organization.environment(through: address)
    )
  }
}
