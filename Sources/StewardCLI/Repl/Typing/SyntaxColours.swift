package import LineEditing
package import StewardRuntime
internal import StewardSyntax

/// The colours of a line as it is typed.
package struct SyntaxColours {
  private let inspection: Inspection
  /// Where the text was last changed: the word there is not finished.
  private let typing: Int

  package init(_ inspection: Inspection, typing: Int) {
    self.inspection = inspection
    self.typing = typing
  }

  package var spans: [StyledSpan] {
    let source = inspection.tree.source
    let tokens = inspection.tree.tokens.compactMap { token in
      style(of: token, in: source).map { StyledSpan(token.range, $0) }
    }
    return tokens + mistakes
  }

  /// What a text of any length looks like, without a look at what its names mean.
  package static func spans(in text: String) -> [StyledSpan] {
    let source = SourceText(text, name: "repl")
    return Parser.tokens(of: source).compactMap { token in
      plainStyle(of: token).map { StyledSpan(token.range, $0) }
    }
  }

  private func style(of token: Token, in source: SourceText) -> TextStyle? {
    // A word for the prompt itself is no command to the checker.
    if token.kind == .command, ReplDirective(source[token.range]) != nil {
      return TextStyle(.blue, isBold: true)
    }
    return Self.plainStyle(of: token)
  }

  private static func plainStyle(of token: Token) -> TextStyle? {
    switch token.kind {
    case .command: TextStyle(.blue, isBold: true)
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

  /// Names that do not exist, once their words are finished.
  private var mistakes: [StyledSpan] {
    guard inspection.isComplete else { return [] }
    let text = String(decoding: inspection.tree.source.bytes, as: UTF8.self)
    guard ReplDirective(text) == nil else { return [] }
    return inspection.certainFindings.filter { finding in
      Self.unknown.contains(finding.code) && !finding.range.touches(typing)
    }
    .map { StyledSpan($0.range, TextStyle(.red)) }
  }

  /// The codes of commands, functions, flags, fields and variables that there are not.
  private static let unknown: Set<String> = ["E0201", "E0301", "E0302", "E0310"]
}

extension StyledSpan {
  fileprivate init(_ range: SourceRange, _ style: TextStyle) {
    self.init(Int(range.lower)..<Int(range.upper), style)
  }
}
