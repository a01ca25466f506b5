internal import Steward
internal import StewardRuntime
package import StewardSyntax
package import StewardValues

/// A runbook made of the lines of a session.
package struct RunbookDraft {
  /// A value that a run of it is given.
  package struct Parameter {
    /// Without dashes, in kebab case.
    package let name: String
    package let type: String
    /// What the session had in its place; nil for a secret.
    package let example: String?
    package let isRequired: Bool
    let meaning: String
    let defaultValue: String?
  }

  /// Why there is no runbook.
  package enum Problem: Error {
    case nothingWorked
    /// A line holds a key, which is not written to a file.
    case holdsKey
    /// What the check says of it.
    case wrong(SourceText, [Diagnostic])
  }

  package let source: SourceText
  package let effects: Effects
  package let parameters: [Parameter]
  /// How many lines of the session are in it.
  package let lineCount: Int

  /// Chooses lines, makes them general and checks the result.
  ///
  /// - Parameters:
  ///   - record: What the session has run.
  ///   - choice: Which of it is wanted.
  ///   - bindings: `--arg NAME VALUE` of the session.
  ///   - file: Where it is to be; `.md` makes a page with fences.
  ///   - date: The day that its title names.
  /// - Throws: ``Problem``.
  package init(
    _ record: SessionRecord,
    _ choice: LineChoice,
    bindings: [(name: String, value: String)] = [],
    file: String,
    date: CalendarDate
  ) throws(Problem) {
    let facts = record.lines.map { LineFacts($0.text) }
    let kept = choice.kept(record.lines, facts)
    guard !kept.isEmpty else { throw .nothingWorked }
    let joined = JoinedLines(record.lines, facts, kept: kept)
    let shown = ShownSteps(joined.steps, record.lines, isPage: MarkdownRunbook.isMarkdown(file))
    guard !shown.texts.contains(where: KeySearch.looksLikeKey) else { throw .holdsKey }
    let used = Set(kept.flatMap { facts[$0].variables }).subtracting(joined.names)
    let given = bindings.filter { used.contains($0.name) }
    var general = GeneralScript(shown.texts, given: given, taken: joined.names.union(used))
    try general.parameterize()
    let text = RunbookText(general, file: file, date: date)
    let source = text.source
    let script = RunnableScript(source)
    let result = script.check(in: Session(.program))
    guard let program = result.program else { throw .wrong(script.source, result.diagnostics) }
    self.source = source
    effects = program.effects
    parameters = general.parameters
    lineCount = kept.count
  }
}

/// The steps as a script shows them: of a plain script only the last value is seen.
private struct ShownSteps {
  private(set) var texts: [String]

  init(_ steps: [JoinedLines.Step], _ lines: [SessionRecord.Line], isPage: Bool) {
    texts = steps.map(\.text)
    guard !isPage else { return }
    for (place, step) in steps.enumerated().dropLast() where step.name == nil {
      guard let last = step.lines.last, lines[last].onlyLooks, lines[last].givesValue else {
        continue
      }
      let isTable = lines[last].type.unwrapped.element != nil
      texts[place] = Self.printing(step.text, isTable: isTable)
    }
  }

  /// The last statement's value is printed.
  private static func printing(_ text: String, isTable: Bool) -> String {
    let tree = LineFacts(text).tree
    guard let statement = tree.script.statements.last,
      case .pipeline(let pipeline) = statement.kind, let stage = pipeline.stages.first?.kind
    else { return text }
    if case .prefixed = stage { return text }
    var edits = TextEdits()
    edits.replace(SourceRange(at: statement.range.lower), with: "print (")
    edits.replace(SourceRange(at: statement.range.upper), with: isTable ? " | table)" : ")")
    return edits.applied(to: tree.source)
  }
}
