/// A diagnostic that no text caused:
/// ```
/// error[auth]: there is no key for an organization
///   = set ANTHROPIC_ADMIN_KEY
/// ```
struct UnplacedDiagnostic {
  private let diagnostic: Diagnostic
  private let painter: DiagnosticPainter

  init(_ diagnostic: Diagnostic, _ painter: DiagnosticPainter) {
    self.diagnostic = diagnostic
    self.painter = painter
  }

  var text: String {
    let notes = diagnostic.notes.map { painter.paint("  = ", .frame) + $0.shownOnOneLine }
    return ([painter.heading(of: diagnostic)] + notes).joined(separator: "\n") + "\n"
  }
}
