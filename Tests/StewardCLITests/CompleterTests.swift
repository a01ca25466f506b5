import AdminCommands
import LineEditing
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

@Suite struct CompleterTests {
  /// What Tab offers at the end of a text.
  private func completion(_ text: String, in session: Session = .atPrompt()) -> Completion {
    Completer(session).completion(of: text, at: text.utf8.count)
  }

  private func offers(_ text: String, in session: Session = .atPrompt()) -> [String] {
    completion(text, in: session).candidates.map(\.text)
  }

  @Test(arguments: [
    ("us", ["use", "users", "usage-report"]),
    ("users ", ["get", "list", "update", "remove", "sign-out"]),
    ("workspaces members re", ["remove"]),
    ("users list | wh", ["where"]),
    ("users list | fir", ["first"]),
    ("let x = (users li", ["list"]),
    ("for u in (users li", ["list"]),
    ("1 + 1\nusers li", ["list"]),
    ("each {|u| users ge", ["get"]),
    ("users list | each {|u| users ge", ["get"]),
    ("expl", ["explain"]),
    ("explain users li", ["list"]),
    ("help api-keys up", ["update"]),
    ("help E010", ["E0101", "E0102", "E0103", "E0104", "E0105", "E0106", "E0107", "E0108"]),
    ("timing ", ["on", "off"]),
    ("help how old", ["old-keys"]),
    ("example users li", ["list"]),
    ("mode ", ["read-only", "dry-run", "live"]),
  ])
  func `words of commands`(text: String, expected: [String]) {
    let offered = offers(text)
    #expect(expected.allSatisfy(offered.contains), "\(offered)")
    if !text.contains("E0") { #expect(offered.count == expected.count, "\(offered)") }
  }

  @Test func `a stage that takes rows is offered behind a pipe only`() {
    #expect(!offers("fla").contains("flatten"))
    #expect(offers("users list | fla") == ["flatten"])
    #expect(!offers("users list | us").contains("users"))
  }

  @Test func `flags that are not there yet, with their types`() throws {
    #expect(offers("users list --r") == ["--roles"])
    #expect(offers("users list --roles admin --r") == [])
    let flag = try #require(completion("users list --em").candidates.first)
    #expect(flag.text == "--email" && flag.description.hasPrefix("STRING  "))
  }

  @Test(arguments: [
    ("users list --roles b", ["billing"]),
    ("users list --roles=b", ["billing"]),
    ("users list --roles admin,b", ["admin,billing"]),
    ("users list --roles \"b", ["\"billing\""]),
    ("users list | to ya", ["yaml"]),
  ])
  func `values that a parameter may have`(text: String, expected: [String]) {
    #expect(offers(text) == expected)
  }

  @Test(arguments: [
    ("users list | where em", ["email"]),
    ("users list | select id, em", ["email"]),
    ("users list | sort em", ["email"]),
    ("users list | group em", ["email"]),
    ("users list | drop em", ["email"]),
    ("users list | extend x = em", ["email"]),
    ("users list | get em", ["email"]),
    ("users list | first 3 | where em", ["email"]),
    ("users list | where role == \"admin\" and em", ["email"]),
    ("for u in (users list) { print $u.em", ["email"]),
    ("users list | each {|u| print $u.em", ["email"]),
    ("api-keys list | where created_by?.i", ["id"]),
    ("let n = 1; users list | where (em", ["email"]),
  ])
  func `fields of the rows`(text: String, expected: [String]) {
    #expect(offers(text) == expected)
  }

  @Test func `fields as earlier stages leave them`() {
    #expect(offers("users list | select mail = email | where ").starts(with: ["mail"]))
    #expect(offers("users list | group role { n = count() } | where ").starts(with: ["role", "n"]))
  }

  @Test(arguments: [
    ("users list | where role == \"ad", ["\"admin\""]),
    ("users list | where role == 'ad", ["'admin'"]),
    ("users list | where role in [\"user\", \"ad", ["\"admin\""]),
    ("users list | where role != \"b", ["\"billing\""]),
    ("let u = (users list | first); match $u.role { \"ad", ["\"admin\""]),
    ("print \"ad", []),
    ("users list | where email == \"ad", []),
  ])
  func `values in quotes that a field may have`(text: String, expected: [String]) {
    #expect(offers(text) == expected)
  }

  @Test func `beside a comparison its values come first, and their quotes need not be typed`() {
    #expect(offers("users list | where role == ").first == "\"admin\"")
    #expect(offers("users list | where role == ad").first == "\"admin\"")
  }

  @Test func `a dot behind what may be null becomes one that it allows`() {
    let text = "api-keys list | where created_by."
    let completion = Completer(.atPrompt()).completion(of: text, at: text.utf8.count)
    #expect(completion.replacing == 32..<33)
    #expect(completion.candidates.map(\.text) == ["?.type", "?.id"])
    #expect(offers("api-keys list | where created_by?.") == ["type", "id"])
  }

  @Test func `a word that is whole is offered only if nothing longer is`() {
    #expect(offers("workspaces rate-limits") == ["rate-limits"])
    #expect(!offers("users list").contains("users"))
  }

  @Test func `a closing quote behind the cursor is replaced too`() {
    let text = "users list | where role == \"ad\" | count"
    let completion = Completer(.atPrompt()).completion(of: text, at: 30)
    #expect(completion.replacing == 27..<31)
    #expect(completion.candidates.map(\.text) == ["\"admin\""])
  }

  @Test(arguments: [
    ("users list | where role ", ["==", "!=", "in", "=~", "<", "<=", ">", ">="]),
    ("users list | where role == \"admin\" ", ["and", "or", "|"]),
    (
      "users list | where role == \"admin\" and name ",
      ["==", "!=", "in", "=~", "<", "<=", ">", ">="]
    ),
    ("users list | where added_at > ago(90d) a", ["and"]),
    ("users list | sort name ", ["desc", "asc", "|"]),
    ("users list | sort name d", ["desc"]),
    ("users list | group role ", ["{", "|"]),
    ("users list | select name ", ["|"]),
    ("let w = 1\nusers list | join ", ["inner", "left", "full", "semi", "anti"]),
    ("users list | join left $w ", ["as"]),
    ("users list | join left (workspaces list) as w ", ["on"]),
    ("for u ", ["in"]),
    ("for u in [1] ", ["{"]),
    ("if true ", ["{"]),
    ("let x ", ["=", ":"]),
    ("let x: da", ["date", "datetime"]),
    ("let x: list<da", ["date", "datetime"]),
    ("def f(x: bo", ["bool"]),
    ("1 + 1 ", ["|"]),
  ])
  func `what the grammar has behind something whole`(text: String, expected: [String]) {
    #expect(offers(text) == expected)
  }

  @Test func `a new line begins a statement, whatever is before it`() {
    #expect(offers("users list | sort name\nus").contains("users"))
    #expect(offers("let x = 1; us").contains("users"))
  }

  @Test func `aggregates and functions`() {
    #expect(offers("users list | group role { n = cou").contains("count()"))
    #expect(offers("users list | where starts_w") == ["starts_with("])
    #expect(offers("let n = (le").contains("len("))
  }

  @Test func `variables with their types, and nothing inside text`() throws {
    let session = Session.atPrompt()
    session.keepLast(LastResult(.list(ListBox([.int(1)])), .list(.int), of: "[1]"))
    let last = try #require(completion("print $", in: session).candidates.first)
    #expect(last.text == "$_" && last.description == "list<int>")
    #expect(offers("let people = 3; print $pe") == ["$people"])
    #expect(offers("print \"us") == [])
    #expect(offers("# us") == [])
  }

  @Test func `a line that begins with a pipe goes on from the last result`() {
    let session = Session.atPrompt()
    let row = DataType.record(["mail": .string, "age": .int])
    session.keepLast(LastResult(.list(ListBox([])), .list(row), of: "…"))
    #expect(offers("| where mai", in: session) == ["mail"])
  }

  @Test func `defs by their names, with their flags`() {
    let text = "def greet people (--loud) { print 1 }\n"
    #expect(offers(text + "gre") == ["greet"])
    #expect(offers(text + "greet ") == ["people"])
    #expect(offers(text + "greet people --") == ["--loud"])
  }

  @Test func `files where a file is named`() throws {
    let folder = "Sources/StewardCLI/Repl/"
    #expect(offers("open \(folder)Ty") == ["\(folder)Typing/"])
    #expect(offers("save \(folder)Typing/CommandIn") == ["\(folder)Typing/CommandIndex.swift"])
    #expect(offers("source \"\(folder)Pag") == ["\"\(folder)Pager.swift\""])
    #expect(offers("print \"\(folder)Pag") == [])
  }

  @Test func `whatever is typed, what is replaced ends at the cursor`() {
    let session = Session.atPrompt()
    let completer = Completer(session)
    let language = ReplLanguage(session)
    for example in HelpPages.program.examples {
      for offset in stride(from: 1, through: example.code.utf8.count, by: 5) {
        let typed = String(decoding: example.code.utf8.prefix(offset), as: UTF8.self)
        let completion = completer.completion(of: typed, at: typed.utf8.count)
        if completion != .none { #expect(completion.replacing.upperBound == typed.utf8.count) }
        #expect(language.hints(for: typed, at: typed.utf8.count).count <= 2)
      }
    }
    #expect(session.revision == 0)
  }

  @Test func `only what is typed is replaced`() {
    let completion = Completer(.atPrompt()).completion(of: "users li | count", at: 8)
    #expect(completion.replacing == 6..<8)
    #expect(completion.candidates.map(\.text) == ["list"])
  }
}

extension Session {
  static func atPrompt() -> Session { Session(.program, isInteractive: true) }
}
