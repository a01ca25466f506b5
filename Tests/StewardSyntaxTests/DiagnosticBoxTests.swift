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

  @Test func `on a narrow terminal the part that is marked is shown, and words are not cut`() {
    let code = "users list | where role == \"user\" | select name, emial | sort name"
    let start = code.utf8.count - " | sort name".utf8.count - 5
    let diagnostic = Diagnostic(
      "E0310",
      "no field",
      at: SourceRange(start, start + 5),
      hint: "did you mean email?",
      notes: ["it has: id, email, name, role, added_at, type"]
    )
    let text = DiagnosticRenderer(style: .text(color: false), columns: 40)
      .render([diagnostic], in: SourceText(code, name: "x"))
    #expect(
      text == """
        error[E0310]: no field
          ╭─ x:1:50
        1 │ …" | select name, emial | sort name
          │                   ^^^^^
          │                ╰ did you mean email?
          = it has: id, email, name, role,
            added_at, type

        """
    )
  }

  @Test(arguments: 20...120)
  func `no line is wider than the terminal, wherever the mark is`(columns: Int) {
    let code = (1...40).map { "word\($0)" }.joined(separator: " ")
    for start in stride(from: 0, to: code.utf8.count - 4, by: 7) {
      let range = SourceRange(start, start + 4)
      let diagnostic = Diagnostic("E0000", "x", at: range, hint: "write it in another way")
      let text = DiagnosticRenderer(style: .text(color: false), columns: columns)
        .render([diagnostic], in: SourceText(code, name: "x"))
      let lines = text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= max(columns, 24) }, "\(text)")
      #expect(text.contains("^^^^"))
    }
  }
}
