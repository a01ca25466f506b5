import StewardSyntax
import Testing

@Suite struct TextCheckTests {
  @Test func `many controls in strings do not hide one outside`() {
    let strings = String(repeating: "print \"\u{202E}\"\n", count: 30)
    #expect(findings(strings) == [])
    #expect(findings(strings + "print \u{202E} a").count == 1)
    #expect(findings("print \u{202E} a\n" + strings).count == 1)
  }

  @Test func `a string that is not closed takes no token twice`() {
    for text in ["\"a $(b | c d\"\n# e\nf", "\"a $($(b) <$(c)>\" | d", "\"$($(\"\n\"$(\""] {
      let tokens = parse(text).tokens
      let isInOrder = zip(tokens, tokens.dropFirst()).allSatisfy {
        $0.range.upper <= $1.range.lower
      }
      #expect(isInOrder, "\(tokens)")
    }
  }

  @Test func `one not is enough`() {
    let many = String(repeating: "not ", count: 100_000) + "true"
    #expect(parse(many).diagnostics.allSatisfy { $0.code == "E0138" })
    #expect(parse(many).hasErrors)
  }
}
