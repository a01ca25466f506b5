internal import StewardRuntime
internal import StewardSyntax

/// Shows what is wrong, in the form that `--diagnostics` asks for.
struct Reports {
  private let errors: StandardError
  private let style: DiagnosticRenderer.Style
  private let isForPeople: Bool

  init(_ errors: StandardError, _ format: DiagnosticsFormat) {
    self.errors = errors
    isForPeople = format == .text
    style =
      switch format {
      case .text: .text(color: errors.usesColor)
      case .json: .json
      case .github: .github
      }
  }

  /// As wide as the terminal is now.
  private var renderer: DiagnosticRenderer {
    DiagnosticRenderer(style: style, columns: errors.columns)
  }

  /// What the check found in a text.
  func show(_ diagnostics: [Diagnostic], in source: SourceText) {
    guard !diagnostics.isEmpty else { return }
    var text = renderer.render(diagnostics, in: source)
    if isForPeople { text += Self.summary(diagnostics) }
    errors.write(text)
  }

  /// What ended a run.
  func show(_ error: RunError, _ changes: RunErrorReport.Changes) {
    errors.write(RunErrorReport(error, changes).text(renderer))
  }

  private static func summary(_ diagnostics: [Diagnostic]) -> String {
    guard let count = DiagnosticRenderer.summary(of: diagnostics) else { return "" }
    let isRefused = diagnostics.contains { $0.severity == .error }
    return isRefused ? "\(count): checked before running, nothing was sent\n" : "\(count)\n"
  }
}

extension Reports {
  /// A command line that cannot be understood.
  func show(_ error: UsageError) {
    show(RunError(ErrorKind(rawValue: "usage"), error.message, help: error.help), .init())
  }
}
