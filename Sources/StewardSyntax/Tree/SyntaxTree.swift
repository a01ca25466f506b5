/// What the parser gives: a tree for any text, and what is wrong with it.
package struct SyntaxTree: Sendable {
  package let source: SourceText
  package let script: Script
  /// In the order of the text.
  package let diagnostics: [Diagnostic]
  /// All comments in order, for the formatter.
  package let comments: [SourceRange]
  /// All tokens in order, comments among them, for colours and completion.
  package let tokens: [Token]

  /// True if all that is wrong is that the text is not finished.
  package var isPartial: Bool {
    !diagnostics.isEmpty && diagnostics.allSatisfy { $0.isPartial }
  }
}
