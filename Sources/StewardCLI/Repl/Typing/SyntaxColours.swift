package import LineEditing
package import StewardRuntime
internal import StewardSyntax

/// The colours of a line as it is typed.
package struct SyntaxColours {
  private let heads: Set<String>

  package init(_ vocabulary: Vocabulary) {
    heads = Set(vocabulary.groups.flatMap(\.heads) + ReplDirective.names)
  }

  package func spans(in text: String) -> [StyledSpan] {
    let source = SourceText(text, name: "repl")
    return Parser.tokens(of: source).compactMap { token in
      style(of: token, in: source).map { style in
        StyledSpan(Int(token.range.lower)..<Int(token.range.upper), style)
      }
    }
  }

  private func style(of token: Token, in source: SourceText) -> TextStyle? {
    switch token.kind {
    case .command: style(ofHead: token, in: source)
    case .keyword: TextStyle(.magenta)
    case .flag: TextStyle(.cyan)
    case .string: TextStyle(.green)
    case .number: TextStyle(.yellow)
    case .variable: TextStyle(.brightBlue)
    case .function: TextStyle(.blue)
    case .type: TextStyle(.brightCyan)
    case .comment: TextStyle(isFaint: true)
    case .word, .field, .name, .operator, .punctuation: nil
    }
  }

  /// Red for a command that does not exist, once its word is finished.
  private func style(ofHead token: Token, in source: SourceText) -> TextStyle {
    let isFinished = Int(token.range.upper) < source.bytes.count
    let isKnown = heads.contains(source[token.range]) || source[token.range].contains(".")
    return isFinished && !isKnown ? TextStyle(.red) : TextStyle(.blue, isBold: true)
  }
}
