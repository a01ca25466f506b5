package import StewardRuntime
package import StewardSyntax

/// What ended a run, in the form of a diagnostic: its kind where a diagnostic has its code, its
/// place, and below it what the API said, how the script came there, and what to do.
package struct RunErrorReport {
  /// Changes of the run before it ended.
  package struct Changes: Equatable {
    package var sent = 0
    package var unknown = 0
    /// Whether the program could have changed anything at all.
    package var mayBe = false

    package init(sent: Int = 0, unknown: Int = 0, mayBe: Bool = false) {
      self.sent = sent
      self.unknown = unknown
      self.mayBe = mayBe
    }
  }

  private let error: RunError
  private let changes: Changes

  package init(_ error: RunError, _ changes: Changes) {
    self.error = error
    self.changes = changes
  }

  package func text(_ renderer: DiagnosticRenderer) -> String {
    let diagnostic = Diagnostic(
      error.kind.rawValue,
      error.message,
      at: error.place?.range ?? SourceRange(at: 0),
      notes: notes
    )
    return renderer.render([diagnostic], in: error.place?.source)
  }

  private var notes: [String] {
    [apiFacts, outcome].compactMap(\.self) + calls + [error.help].compactMap(\.self)
  }

  private var apiFacts: String? {
    guard let api = error.api else { return nil }
    let facts = [
      api.status.map { "HTTP \($0)" }, api.type, api.code, api.requestID.map { "request \($0)" },
    ].compactMap(\.self)
    return facts.isEmpty ? nil : facts.joined(separator: ", ")
  }

  private var outcome: String? {
    if changes.sent + changes.unknown == 0 {
      let isCertain = error.api?.nothingWasSent ?? false
      return changes.mayBe && isCertain ? "nothing was changed" : nil
    }
    let made = "\(Self.counted(changes.sent)) made before that"
    let unknown = "\(Self.counted(changes.unknown)) sent, and may have been made"
    let facts = [changes.sent > 0 ? made : nil, changes.unknown > 0 ? unknown : nil]
    return facts.compactMap(\.self).joined(separator: "; ")
  }

  private static func counted(_ count: Int) -> String {
    count == 1 ? "1 change was" : "\(count) changes were"
  }

  private var calls: [String] {
    error.calls.flatMap { call in
      let (line, column) = call.source.position(of: call.range.lower)
      let place = "\(call.source.name):\(line):\(column)"
      let first = call.name.map { "in `\($0)`, called at \(place)" } ?? "called at \(place)"
      guard call.repetitions > 0 else { return [first] }
      return [first, Self.repeated(call)]
    }
  }

  /// `… 198 more calls of f`.
  private static func repeated(_ call: RunError.Place) -> String {
    let calls = call.repetitions == 1 ? "1 more call" : "\(call.repetitions) more calls"
    return "… \(calls)" + (call.name.map { " of `\($0)`" } ?? " from there")
  }
}
