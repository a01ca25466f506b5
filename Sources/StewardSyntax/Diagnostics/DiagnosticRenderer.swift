/// Writes diagnostics for people, programs and GitHub.
package struct DiagnosticRenderer: Sendable {
  package enum Style: Sendable, Hashable {
    /// The source lines with what is wrong marked below them.
    case text(color: Bool)
    /// One JSON object a line.
    case json
    /// Annotations of a GitHub workflow.
    case github
  }

  private let style: Style
  private let columns: Int?

  /// `columns`: Of the terminal that text is for; nil where it has no edge.
  package init(style: Style, columns: Int? = nil) {
    self.style = style
    self.columns = columns
  }

  /// All diagnostics of one source; every line ends with a line break. Without a source they have no
  /// place: what went wrong stands in no text.
  package func render(_ diagnostics: [Diagnostic], in source: SourceText?) -> String {
    diagnostics.map { diagnostic in
      switch style {
      case .text(let color): Self.text(diagnostic, source, DiagnosticPainter(isOn: color), columns)
      case .json: DiagnosticJSON.line(diagnostic, source) + "\n"
      case .github: GitHubAnnotation.line(diagnostic, source) + "\n"
      }
    }
    .joined()
  }

  private static func text(
    _ diagnostic: Diagnostic,
    _ source: SourceText?,
    _ painter: DiagnosticPainter,
    _ columns: Int?
  ) -> String {
    guard let source else { return UnplacedDiagnostic(diagnostic, painter, columns).text }
    return DiagnosticBox(diagnostic, source, painter, columns).text
  }

  /// How many there are: "2 errors, 1 warning". Nothing for none.
  package static func summary(of diagnostics: [Diagnostic]) -> String? {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let parts = [counted(errors, "error"), counted(warnings, "warning")].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ noun: String) -> String? {
    guard count > 0 else { return nil }
    return count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
