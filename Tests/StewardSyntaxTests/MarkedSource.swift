import StewardSyntax

/// A text in which `⟦…⟧` marks the place that a test speaks of.
struct MarkedSource {
  let source: SourceText
  let range: SourceRange

  init(_ marked: String) {
    var bytes: [UInt8] = []
    var lower: UInt32 = 0
    var upper: UInt32 = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": lower = UInt32(bytes.count)
      case "⟧": upper = UInt32(bytes.count)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    source = SourceText(bytes: bytes, name: "test.steward")
    range = SourceRange(lower, upper)
  }
}

func parse(_ text: String, isPrompt: Bool = false) -> SyntaxTree {
  Parser.parse(SourceText(text, name: "test.steward"), isPrompt: isPrompt)
}

/// What is wrong with a text, in a form that a failing test can show.
func findings(_ text: String) -> [String] {
  let tree = parse(text)
  return tree.diagnostics.map { "\($0.code) \($0.message) ⟦\(tree.source[$0.range])⟧" }
}
