import StewardCLI
import StewardSyntax
import Testing

@Suite struct CommandTextTests {
  @Test(arguments: [
    (["users", "list"], "users list"),
    (["users", "list", "--roles", "admin,billing"], "users list --roles admin,billing"),
    (["users", "list", "--page-size=10"], "users list --page-size=10"),
    (["users", "get", "x; users remove y"], #"users get "x; users remove y""#),
    (["print", "$(1)", "a\"b\\", "l1\nl2"], #"print "\$(1)" "a\"b\\" "l1\nl2""#),
    (["print", "-", "", "#x", "{a: 1}"], ##"print "-" "" "#x" "{a: 1}""##),
    (["save", "--name=a b"], #"save --name="a b""#),
    (["api-keys", "update", "k", "--name", "null"], "api-keys update k --name null"),
  ])
  func `plain words stay words, others become strings`(words: [String], text: String) throws {
    #expect(try CommandText(words).text == text)
  }

  @Test func `what follows -- is never a flag`() throws {
    #expect(try CommandText(["users", "get"], literals: ["--yes"]).text == #"users get "--yes""#)
  }

  @Test(arguments: [
    ["let", "x"], ["where", "x"], ["1", "+", "1"], ["print(1)"],
    ["users list | count"], ["users", "list", "|", "count"], ["$x"], [""], ["try"],
  ])
  func `words that are no command are refused`(words: [String]) {
    #expect(throws: UsageError.self) { try CommandText(words) }
  }

  @Test func `any text arrives as it was, and as nothing else`() throws {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("a1 \"'$\\(){}[]|;&#@-=,.\n\t\u{1}é💡\u{202e}".unicodeScalars)
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        text.append(try #require(alphabet.randomElement(using: &random)))
      }
      let word = String(text)
      let written = try CommandText(["print"], literals: [word]).text
      #expect(try argument(of: written) == word, "\(written)")
    }
  }

  /// The one argument of a text that is one command.
  private func argument(of text: String) throws -> String? {
    let tree = Parser.parse(SourceText(text, name: "test"))
    try #require(tree.diagnostics.isEmpty && tree.script.statements.count == 1, "\(text)")
    guard case .pipeline(let pipeline)? = tree.script.statements.first?.kind,
      pipeline.stages.count == 1, case .command(let call)? = pipeline.stages.first?.kind,
      call.arguments.count == 1
    else { return nil }
    switch call.arguments[0].kind {
    case .word(let word): return word
    case .value(let value):
      guard case .string(let literal) = value.kind else { return nil }
      return literal.constant
    default: return nil
    }
  }
}
