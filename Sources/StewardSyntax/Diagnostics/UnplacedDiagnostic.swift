/// A diagnostic that no text caused:
/// ```
/// error[auth]: there is no key for an organization
///   = set ANTHROPIC_ADMIN_KEY
/// ```
struct UnplacedDiagnostic {
  private let diagnostic: Diagnostic
  private let painter: DiagnosticPainter
  private let columns: Int?

  init(_ diagnostic: Diagnostic, _ painter: DiagnosticPainter, _ columns: Int?) {
    self.diagnostic = diagnostic
    self.painter = painter
    self.columns = columns
  }

  var text: String {
    let notes = diagnostic.notes.map { painter.note($0, behind: "  ", columns) }
    return ([painter.heading(of: diagnostic)] + notes).joined(separator: "\n") + "\n"
  }
}
