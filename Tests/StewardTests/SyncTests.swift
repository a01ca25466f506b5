import AdminAPI
import Steward
import StewardRuntime
import StewardValues
import TestSupport
import Testing

/// `sync`: people as rows say.
@Suite(.ownThread) struct SyncTests {
  private let run = ScriptRun()

  init() { run.settings.answersYes = true }

  private func members(_ rows: [(String, String)], _ flags: String = "") -> String {
    let rows = rows.map { "{email: \"\($0)@acme.example\", workspace_role: \"\($1)\"}" }
    return "[\(rows.joined(separator: ", "))] | sync workspaces members Research \(flags)"
  }

  /// The members of Research as they are.
  private static let asTheyAre = [
    ("jane", "workspace_admin"), ("priya", "workspace_developer"), ("amara", "workspace_developer"),
    ("daniel", "workspace_user"), ("jane+novak", "workspace_user"),
  ]

  /// The steps as `action who before after`.
  private func steps(_ text: String) throws -> [String] {
    let script = """
      \(text) | each {|s|
        "$s.action $(join_text(split($s.who, "@acme.example"), "")) $($s.before ?? "-") $($s.after ?? "-")"
      }
      """
    return try JSONText.texts(of: try run.run(script))
  }

  private func failure(_ text: String) throws -> RunError {
    let error = #expect(throws: RunError.self) { try run.run(text) }
    #expect(run.transport.changes == [])
    return try #require(error)
  }

  // MARK: Members

  @Test func `members are added, changed and taken out`() throws {
    let rows = [
      ("jane", "workspace_user"), ("CHLOE", "workspace_developer"),
      ("priya", "workspace_developer"),
    ]
    #expect(
      try steps(members(rows, "--remove")) == [
        "update jane workspace_admin workspace_user",
        "add chloe - workspace_developer",
        "remove jane+novak workspace_user -",
        "remove daniel workspace_user -",
        "remove amara workspace_developer -",
      ]
    )
    #expect(run.changesMade.sent == 5)
    #expect(run.host.notes == ["sync: 1 added, 1 updated, 3 removed, 1 as they were"])
    #expect(try steps(members(rows, "--remove")) == [])
    #expect(run.changesMade.sent == 0)
  }

  @Test func `whom no row has stays, unless it is said`() throws {
    #expect(try steps(members([("priya", "workspace_developer")])) == [])
    #expect(run.transport.changes == [])
    #expect(run.host.notes == ["sync: 4 not in the rows and left alone, 1 as they were"])
  }

  @Test func `who is invited is waiting, who has access by a role is left alone`() throws {
    let rows = [
      ("nina.vogel", "workspace_user"), ("margaret", "workspace_user"),
      ("ingrid", "workspace_developer"),
    ]
    #expect(
      try steps(members(Self.asTheyAre + rows, "--remove")) == [
        "waiting nina.vogel - workspace_user"
      ]
    )
    #expect(run.transport.changes == [])
  }

  @Test func `people may be told by their ids`() throws {
    let script = """
      let rows = (users list | where email == "chloe@acme.example"
        | select user_id = id, workspace_role = "workspace_user")
      $rows | sync workspaces members Research --key user_id
      """
    let result = try run.run(script)
    #expect(result.contains(#""action":"add","who":"chloe@acme.example""#))
  }

  @Test func `a rehearsal shows all of it and changes nothing`() throws {
    let rows = members([("chloe", "workspace_user")], "--remove")
    let answer = try run.run("(plan \(rows)) | get command")
    #expect(
      try JSONText.texts(of: answer)
        == ["workspaces members add"]
        + Array(repeating: "workspaces members remove", count: 5)
    )
    #expect(run.transport.changes == [])
    let (runner, program) = try run.prepared(rows)
    let plan = try runner.plan(program, Cancellation())
    #expect(plan.changes.count == 6)
    #expect(run.transport.changes == [])
  }

  // MARK: People

  @Test func `people are invited, changed and removed`() throws {
    let script = """
      [
        {mail: "new@acme.example", is: "developer"}, {mail: "chloe@acme.example", is: "developer"},
        {mail: "margaret@acme.example", is: "admin"}, {mail: "tomas@acme.example", is: "user"},
        {mail: "nina.vogel@acme.example", is: "developer"}
      ] | rename mail email | sync users --role is
      """
    #expect(
      try steps(script) == [
        "add new - developer", "update chloe user developer", "fixed tomas admin user",
        "waiting nina.vogel user developer",
      ]
    )
    #expect(run.changesMade.sent == 2)
    let again = try steps(script)
    #expect(again.first == "waiting new developer developer")
    #expect(run.changesMade.sent == 0)
  }

  @Test func `nobody who is wanted is removed, and no admin`() throws {
    let script = """
      users list | where email != "marta@acme.example" and role not in ["admin", "billing"]
        | sync users --remove
      """
    #expect(try steps(script) == ["remove marta user -", "remove ingrid billing -"])
  }

  // MARK: Mistakes

  @Test(arguments: [
    (
      [("chloe", "workspace_user"), ("nobody", "workspace_user"), ("noone", "workspace_user")],
      "row 2 (`nobody@acme.example`), row 3 (`noone@acme.example`): these people are not in"
    ),
    (
      [("chloe", "workspace_user"), ("Chloe", "workspace_user")],
      "rows 1 and 2 have the same email: `chloe@acme.example`"
    ),
    ([("chloe", "workspace_owner")], "row 1: `workspace_owner` is not a workspace role"),
    ([("chloe", "workspace_billing")], "row 1: `workspace_billing` is not a role to add a member"),
    ([("", "workspace_user")], "row 1 (`@acme.example`): this person is not in"),
  ])
  func `a row that is wrong is named, and nothing is changed`(
    rows: [(String, String)],
    message: String
  ) throws {
    #expect(try failure(members(rows)).message.hasPrefix(message))
  }

  @Test func `a field that is not there is named`() throws {
    let error = try failure(#"[{mail: "x"}] | sync workspaces members Research"#)
    #expect(error.message == "row 1 has no `email`")
    #expect(error.help == "did you mean `mail`?")
  }

  @Test func `no row takes out nobody, unless that is said`() throws {
    let error = try failure(members([], "--remove"))
    #expect(error.message.hasPrefix("there is no row, and `--remove` would take out everybody"))
    #expect(error.help?.contains("--allow-empty") == true)
    #expect(try steps(members([], "--remove --allow-empty")).count == 5)
  }

  @Test func `effects are those of what it may call`() throws {
    let (_, program) = try run.prepared(members([], "--remove"))
    #expect(program.effects == [.read, .grant, .cut])
    let (_, adding) = try run.prepared(#"[{email: "a@b.example", role: "user"}] | sync users"#)
    #expect(adding.effects == [.read, .create, .grant, .cut])
  }
}

/// JSON as tests read it.
private enum JSONText {
  /// The texts of a list.
  static func texts(of json: String) throws -> [String] {
    var reader = JSONReader()
    return (try reader.read(Array(json.utf8)).list ?? []).compactMap(\.string)
  }
}
