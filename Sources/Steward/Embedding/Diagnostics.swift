public import StewardSyntax

/// What the check of a script found wrong. Nothing was run, and nothing was sent.
public struct Diagnostics: Error, Sendable {
  /// Errors and warnings in the order of the text.
  public let all: [Diagnostic]
  /// The text that they speak of.
  public let source: SourceText
}

extension Diagnostics: CustomStringConvertible {
  /// Each with the lines of the script that it is about.
  public var description: String {
    DiagnosticRenderer(style: .text(color: false)).render(all, in: source)
  }
}
