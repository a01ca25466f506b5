import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// Literals that become parameters, and the header.
@Suite(.ownThread) struct RunbookDraftTests {
  @Test func `a runbook that changes something must be given everything`() throws {
    let session = RecordedSession([
      #"users list | where email == "jane@acme.example""#,
      "users update jane@acme.example --role user",
    ])
    #expect(
      try session.text() == """
        runbook "Saved from a session on 2026-11-18" {
          ## A user, by email or id, such as jane@acme.example
          param email: name<user>
          ## A role that the API can assign, such as user
          param role: "user" | "claude_code_user" | "developer" | "billing" | "managed"
          effects read, grant, cut
        }

        users update $email --role $role

        """
    )
  }

  @Test func `a runbook that only reads has what the session had as defaults`() throws {
    let session = RecordedSession([
      #"users list | where email == "jane@acme.example" | select name, role"#
    ])
    #expect(
      try session.text() == """
        runbook "Saved from a session on 2026-11-18" {
          ## An email address, such as jane@acme.example
          param email: string = "jane@acme.example"
          effects read
        }

        users list | where email == $email | select name, role

        """
    )
  }

  @Test(arguments: [
    // One parameter for a literal, wherever it stands.
    (
      [
        "users get jane@acme.example | select name",
        "users remove jane@acme.example; users list | where email == \"jane@acme.example\"",
      ],
      ["email: name<user>"]
    ),
    // Two people are two parameters.
    (
      ["users remove jane@acme.example; users remove grace@acme.example"],
      ["email: name<user>", "email-2: name<user>"]
    ),
    (["workspaces get Research"], ["workspace: name<workspace>"]),
    ([#"workspaces list | where name == "Research""#], ["workspace: string"]),
    (
      ["workspaces members list wrkspc_01GXwa69cX53oSwoBQMEamZ6 | count"],
      ["workspace: id<workspace>"]
    ),
    (
      [#"workspaces list | where id == "wrkspc_01GXwa69cX53oSwoBQMEamZ6""#],
      ["workspace: id<workspace>"]
    ),
    // An address inside of a function's arguments.
    ([#"users list | where same_email(email, "jane@acme.example")"#], ["email: name<user>"]),
    (
      [#"users list | where email in ["jane@acme.example", "grace@acme.example"]"#],
      ["email: string", "email-2: string"]
    ),
    // The name that looked something up and the one that was bound to it.
    ([#"let who = "jane@acme.example""#, "users get $who | select role"], ["email: name<user>"]),
    // Dates of reports.
    (
      ["cost-report list --starting-at 2026-10-01 | count"],
      ["starting-at: datetime"]
    ),
    (["users list | where added_at > @2026-10-01 | count"], ["added-at: datetime"]),
    // Choices of a change that need no more effects, and what is created.
    (
      [#"invites create --email new@acme.example --role developer"#],
      ["email: string", "role: "]
    ),
    // A choice on which the effects depend stays as it is.
    ([#"api-keys update jane-experiments --status inactive"#], ["api-key-name: name<api_key>"]),
    // Neither what is printed nor what is compared with a choice.
    ([#"users list | where role == "developer" | count"#], []),
    ([#"print "hello jane@acme.example""#], []),
  ])
  func `literals that were looked up become parameters`(lines: [String], expected: [String]) throws
  {
    let found = try RecordedSession(lines).draft().parameters.map { "\($0.name): \($0.type)" }
    #expect(found.count == expected.count, "\(found)")
    for (found, expected) in zip(found, expected) {
      #expect(found.hasPrefix(expected), "\(found)")
    }
  }

  @Test func `no parameter is called as an option of the command line`() throws {
    for parameter in try RecordedSession([
      #"workspaces list | where name == "profile""#
    ]).draft().parameters {
      #expect(!Vocabulary.program.optionNames().contains(parameter.name))
    }
  }

  @Test func `values from the command line are parameters`() throws {
    let session = RecordedSession(["print $who"], bindings: [("who", "Jane"), ("unused", "x")])
    let draft = try session.draft()
    #expect(draft.parameters.map(\.name) == ["who"])
    #expect(draft.parameters.map(\.isRequired) == [true])
  }

  @Test func `effects are those that the check finds`() throws {
    let change = RecordedSession(["users remove kim@acme.example"])
    #expect(try change.draft().effects == [.read, .destroy])
  }

  @Test func `a page has a block for each step`() throws {
    let session = RecordedSession(["let w = (workspaces create --name \"New\")", "$w.id"])
    let text = try session.text(file: "new.md")
    #expect(
      text == """
        # Saved from a session on 2026-11-18

        What it is for, and what to look at before it is run, belongs here.

        ```steward
        runbook "Saved from a session on 2026-11-18" {
          ## A name, such as New
          param name: string
          effects create
        }
        ```

        ## Step 1

        ```steward
        let w = (workspaces create --name $name)
        ```

        ## Step 2

        ```steward
        $w.id
        ```

        """
    )
  }

  @Test(arguments: [
    ["users list", "| where role == \"developer\"", "| sort email", "| first 3"],
    ["let w = (workspaces get Research)", "workspaces members list $w.id | count"],
    ["for u in (users list | first 2) { print $u.email }"],
    [
      "let people = (users list)", "$people | where email == \"jane@acme.example\"", "| one",
      "$_.id",
    ],
  ])
  func `what is saved is in the one style and checks`(lines: [String]) throws {
    let source = try RecordedSession(lines).draft().source
    let text = String(decoding: source.bytes, as: UTF8.self)
    #expect(Formatter.format(Parser.parse(source), width: \.count) == text)
    #expect(Session(.program).check(source).diagnostics.isEmpty)
  }

  @Test(arguments: [
    "save-runbook a.steward", #"save-runbook "two words" --last 3 --force"#,
  ])
  func `the words of the directive`(line: String) throws {
    guard case .saveRunbook(let words)? = ReplDirective(line) else {
      Issue.record("\(line) is no directive")
      return
    }
    let arguments = try SaveRunbookArguments(words)
    #expect(arguments.file == (line.contains("two") ? "two words.steward" : "a.steward"))
    #expect(arguments.choice == (line.contains("last") ? .last(3) : .useful))
    #expect(arguments.replaces == line.contains("force"))
  }

  @Test(arguments: [
    [], ["a", "b"], ["a", "--last"], ["a", "--last", "0"], ["a", "--last", "x"],
    ["a", "--all", "--last", "2"], ["a", "--nothing"],
  ])
  func `words that make no sense are refused`(words: [String]) {
    #expect(throws: UsageError.self) { try SaveRunbookArguments(words) }
  }
}
