import LineEditing
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

@Suite struct ReplLanguageTests {
  /// The parts of a text that are shown as wrong, after it was typed letter by letter.
  private func wrong(_ text: String) -> [String] {
    let language = ReplLanguage(.atPrompt())
    var typed = ""
    for character in text {
      typed.append(character)
      _ = language.spans(in: typed)
    }
    return language.spans(in: text).filter { $0.style.color == .red }
      .map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("userz", []),
    ("userz ", ["userz"]),
    ("users ", []),
    ("users lst ", ["lst"]),
    ("users list --rols", []),
    ("users list --rols admin ", ["--rols"]),
    ("users list | where emal", []),
    ("users list | where emal == ", ["emal"]),
    ("users list | where email == ", []),
    ("print $nobody", []),
    ("print $nobody ", ["$nobody"]),
    ("def greet { print 1 }\ngreet ", []),
    ("help users lst ", []),
    ("mode live ", []),
    ("source \"defs.steward\"\ngreet ", []),
  ])
  func `what there is not turns red once it is finished`(text: String, expected: [String]) {
    #expect(wrong(text) == expected)
  }

  @Test func `a word that is changed in the middle of a text is being typed`() {
    let language = ReplLanguage(.atPrompt())
    _ = language.spans(in: "users list | count")
    #expect(!language.spans(in: "users lis | count").contains { $0.style.color == .red })
    #expect(language.spans(in: "users lis | coun").contains { $0.style.color == .red })
  }

  // MARK: - Hints

  private func hints(_ text: String) -> [String] {
    ReplLanguage(.atPrompt()).hints(for: text, at: text.utf8.count)
      .map { $0.pieces.map(\.text).joined() }
  }

  @Test(arguments: [
    ("users list", "users list [--email STRING]"),
    ("users list ", "→ rows of User"),
    ("users list --roles ", "users list --roles "),
    ("users list | where ", "where CONDITION  The rows"),
    ("users list | where len(", "len("),
    ("users list | group role { n = sum(", "sum(value)"),
    ("users update ", "USER_ID"),
  ])
  func `the signature of what the cursor is in`(text: String, part: String) throws {
    let hint = try #require(hints(text).first)
    #expect(hint.contains(part))
  }

  @Test func `nothing is said where nothing is known`() {
    #expect(hints("") == [])
    #expect(hints("us") == [])
    #expect(hints("help users list") == [])
    #expect(hints("users list | count").count == 1)
  }

  @Test(arguments: [
    ("users remove a@b.example", "destroys: users remove, which cannot be undone"),
    ("users remove ", "destroys: users remove, which cannot be undone"),
    (
      "for u in (users list) { users remove $u.id }",
      "destroys: users remove, which cannot be undone"
    ),
    ("let x = 1\nusers remove a@b.example", "destroys: users remove, which cannot be undone"),
    ("users lst | count", "`users lst` is not a command: did you mean `users list`?"),
  ])
  func `what a line would do before it is run`(text: String, expected: String) {
    #expect(hints(text).last == expected)
  }

  @Test func `what only looks changes nothing`() {
    #expect(hints("plan users remove a@b.example").allSatisfy { !$0.contains("destroys") })
  }

  // MARK: - History

  @Test(arguments: [
    ("users list", true),
    ("mode live", true),
    ("help users list", true),
    ("users remove a@b.example", false),
    ("for u in (users list) { users remove $u.id }", false),
    ("api-keys update apikey_1 --status inactive", false),
    ("users lst", false),
    ("users list | where (", false),
  ])
  func `what may come back as a suggestion`(text: String, expected: Bool) {
    #expect(ReplLanguage(.atPrompt()).maySuggest(text) == expected)
  }

  @Test(arguments: [
    ("let k: secret = \"hunter2\"", false),
    ("let k = \"hunter2\"", true),
    ("def call me (--token: secret) { print 1 }\ncall me --token hunter2", false),
    ("users list", true),
  ])
  func `no line with a secret is remembered`(text: String, expected: Bool) {
    #expect(ReplLanguage(.atPrompt()).mayRemember(text) == expected)
  }

  @Test func `looking changes nothing about the session`() {
    let session = Session.atPrompt()
    let language = ReplLanguage(session)
    _ = language.hints(for: "let x = users list", at: 18)
    _ = language.spans(in: "let y = (users list)")
    #expect(session.variables.isEmpty)
    #expect(session.revision == 0)
  }
}
