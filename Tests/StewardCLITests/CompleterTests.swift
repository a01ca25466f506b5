import LineEditing
import StewardCLI
import StewardRuntime
import Testing

@Suite struct CompleterTests {
  /// What Tab offers at the end of a text.
  private func offers(_ text: String, variables: [String] = []) -> [String] {
    Completer(.program).completion(of: text, at: text.utf8.count, variables: variables)
      .candidates.map(\.text)
  }

  @Test(arguments: [
    ("us", ["users", "usage-report"]),
    ("users ", ["get", "list", "update", "remove", "sign-out"]),
    ("workspaces members re", ["remove"]),
    ("users list | wh", ["where"]),
    ("users list | fir", ["first"]),
    ("let x = (users li", ["list"]),
    ("1 + 1\nusers li", ["list"]),
    ("each {|u| users ge", ["get"]),
    ("expl", ["explain"]),
    ("explain users li", ["list"]),
    ("help api-keys up", ["update"]),
    ("help how old", ["old-keys"]),
    ("example users li", ["list"]),
    ("mode ", ["read-only", "dry-run", "live"]),
  ])
  func `words of commands`(text: String, expected: [String]) {
    let offered = offers(text)
    #expect(expected.allSatisfy(offered.contains), "\(offered)")
    #expect(offered.count == expected.count)
  }

  @Test func `a stage that takes rows is offered behind a pipe only`() {
    #expect(!offers("fla").contains("flatten"))
    #expect(offers("users list | fla") == ["flatten"])
    #expect(!offers("users list | us").contains("users"))
  }

  @Test func `flags that are not there yet`() {
    #expect(offers("users list --r") == ["--roles"])
    #expect(offers("users list --roles admin --r") == [])
  }

  @Test(arguments: ["users list --roles b", "users list --roles=b"])
  func `values that a flag may have`(text: String) {
    #expect(offers(text) == ["billing"])
  }

  @Test func `variables, and nothing inside text`() {
    #expect(offers("print $pe", variables: ["people", "n"]) == ["$people"])
    #expect(offers("print \"us") == [])
    #expect(offers("# us") == [])
  }

  @Test func `only what is typed is replaced`() {
    let completion = Completer(.program).completion(of: "users li | count", at: 8)
    #expect(completion.replacing == 6..<8)
    #expect(completion.candidates.map(\.text) == ["list"])
  }

  @Test func `a command that does not exist turns red once it is finished`() {
    let colours = SyntaxColours(.program)
    #expect(colours.spans(in: "userz")[0].style.color != .red)
    #expect(colours.spans(in: "userz ")[0].style.color == .red)
    #expect(colours.spans(in: "users ")[0].style.color != .red)
  }
}
