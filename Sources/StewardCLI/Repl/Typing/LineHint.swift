internal import LineEditing
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// One row on the whole text before it is run: what it would change, or what is certainly wrong.
enum LineHint {
  /// What changes something, weightiest first, in the words of `steward check --effects`.
  static func effects(_ inspection: Inspection) -> Hint? {
    var rest = inspection.effectRows
    var pieces: [Prompt.Piece] = []
    for (effect, verb, color) in verbs {
      let rows = rest.filter { $0.effects.contains(effect) }
      rest.removeAll { $0.effects.contains(effect) }
      guard !rows.isEmpty else { continue }
      if !pieces.isEmpty { pieces.append(Prompt.Piece("  ")) }
      let isFinal = effect == .destroy
      pieces.append(Prompt.Piece("\(verb): ", TextStyle(color, isBold: isFinal)))
      let remark = isFinal ? ", which cannot be undone" : ""
      pieces.append(Prompt.Piece(names(of: rows) + remark, TextStyle(color)))
    }
    return pieces.isEmpty ? nil : Hint(pieces)
  }

  private static let verbs: [(Effects, String, TextStyle.Color)] = [
    (.destroy, "destroys", .red), (.cut, "cuts", .red), (.grant, "grants", .yellow),
    (.update, "updates", .yellow), (.create, "creates", .yellow), (.reveal, "reveals", .yellow),
  ]

  /// At most three commands, each once.
  private static func names(of rows: [EffectRow]) -> String {
    var seen: Set<String> = []
    let names = rows.map(\.command).filter { seen.insert($0).inserted }
    let shown = names.prefix(3).joined(separator: ", ")
    return names.count > 3 ? "\(shown), …" : shown
  }

  /// The first thing that is wrong with words that are finished.
  static func error(_ inspection: Inspection, typing: Int) -> Hint? {
    guard inspection.isComplete, !inspection.tree.isPartial else { return nil }
    let finding = inspection.certainFindings.first { finding in
      lasting.contains(finding.code) && !finding.range.touches(typing)
    }
    guard let finding else { return nil }
    let help = finding.hint.map { ": \($0)" } ?? ""
    return Hint(finding.message + help, TextStyle(.red))
  }

  /// What typing on does not mend: names that do not exist, and words that no parameter takes.
  private static let lasting: Set<String> = [
    "E0201", "E0301", "E0302", "E0304", "E0310", "E0312",
  ]
}

extension Inspection {
  /// Errors of the checker before the first place that the parser could not read.
  var certainFindings: [Diagnostic] {
    let unreadable = tree.diagnostics.first { $0.severity == .error }?.range.lower ?? .max
    return findings.filter {
      $0.severity == .error && !$0.isPartial && $0.range.upper <= unreadable
    }
  }
}

extension SourceRange {
  /// True for a place in it or at one of its ends.
  func touches(_ offset: Int) -> Bool { Int(lower) <= offset && offset <= Int(upper) }
}
