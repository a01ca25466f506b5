import StewardSyntax
import Testing

@Suite struct DiagnosticBoxTests {
  private func marks(_ code: String, under word: String) -> String? {
    let source = SourceText(code, name: "x")
    let start = code.utf8.count - word.utf8.count
    let diagnostic = Diagnostic("E0000", "x", at: SourceRange(start, code.utf8.count))
    let text = DiagnosticRenderer(style: .text(color: false)).render([diagnostic], in: source)
    return text.split(separator: "\n").dropFirst(3).first.map(String.init)
  }

  @Test(arguments: [
    ("print a", "a", "  │       ^"),
    ("print 日本 a", "a", "  │            ^"),
    ("日本", "日本", "  │ ^^^^"),
    ("e\u{301} a", "a", "  │   ^"),
    ("\u{200B} a", "a", "  │          ^"),
  ])
  func `marks stand below what they mark, however wide it is`(
    code: String,
    word: String,
    line: String
  ) {
    #expect(marks(code, under: word) == line)
  }

  @Test func `columns for editors are counted in scalars`() {
    let source = SourceText("日本 x", name: "x")
    let diagnostic = Diagnostic("E0000", "x", at: SourceRange(7, 8))
    let json = DiagnosticRenderer(style: .json).render([diagnostic], in: source)
    #expect(json.contains(#""column":4"#))
  }
}
