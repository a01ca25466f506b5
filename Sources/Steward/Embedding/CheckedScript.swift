public import StewardRuntime
public import StewardSyntax
public import StewardValues

/// A script without errors. Only ``Engine/check(_:name:)`` makes one: an unchecked text cannot run.
public struct CheckedScript: Sendable {
  /// The text; of a Markdown page its fences.
  public let source: SourceText
  /// All that a run of it may do.
  public let effects: Effects
  /// Each command that does something, with its place, its effects and what it costs.
  public let calls: [EffectRow]
  /// What is doubtful in it.
  public let warnings: [Diagnostic]
  /// Its `runbook` header: title, parameters, guards; nil for a script without one.
  public let header: RunbookTerms?
  /// The type of its last statement's value; `.nothing` if that gives none.
  public let resultType: DataType
  let script: RunnableScript
  let modules: ModuleTexts

  init(_ program: Program, _ script: RunnableScript, _ modules: ModuleTexts, warnings: [Diagnostic])
  {
    source = program.source
    effects = program.effects
    calls = program.effectRows
    header = program.terms
    resultType = program.resultType
    self.warnings = warnings
    self.script = script
    self.modules = modules
  }

  /// What a run of it is given, by name and type.
  public var parameters: [RunbookParameter] { header?.parameters ?? [] }
}
