public import StewardSyntax
public import StewardValues

/// A text that was checked and may be run.
package final class Program {
  package let source: SourceText
  /// All that a run of it may do.
  package let effects: Effects
  /// Where it may do what, in the order of the text.
  package let effectRows: [EffectRow]
  /// The type of its last statement's value; `.nothing` if that gives none.
  package let resultType: DataType
  /// What its header says; nil for a script without one.
  package let terms: RunbookTerms?
  /// Texts and times that it holds itself, in their order.
  package let literals: [LiteralUse]
  let code: Code
  /// The session's names once it has run.
  let scope: Scope
  /// What parameters are where they are not given, by their slots.
  let defaults: [Int: Node]

  init(
    source: SourceText,
    effects: Effects,
    effectRows: [EffectRow],
    resultType: DataType,
    terms: RunbookTerms?,
    literals: [LiteralUse],
    code: Code,
    defaults: [Int: Node],
    scope: Scope
  ) {
    self.source = source
    self.effects = effects
    self.effectRows = effectRows
    self.resultType = resultType
    self.terms = terms
    self.literals = literals
    self.code = code
    self.defaults = defaults
    self.scope = scope
  }
}

/// One command of a program with what it may do.
public struct EffectRow: Sendable {
  /// The program, or the module that the command stands in.
  public let source: SourceText
  /// From its first word to its last argument.
  public let range: SourceRange
  /// As it stands in the program, cut to a readable length: `api-keys update`.
  public let command: String
  /// All that this call may do.
  public let effects: Effects
  /// Those that are left where changes are only written down: behind `plan`.
  let rehearsedEffects: Effects
  /// "1 request", "1 per page", "1 per row of line 13"; nil if it sends nothing.
  public let requests: String?
  /// False where it changes something and cannot say beforehand what.
  package let isPredictable: Bool

  /// True for what does nothing that `plan` would keep from happening, and asks nobody.
  package var onlyLooks: Bool {
    effects.isSubset(of: rehearsedEffects) && !effects.contains(.prompt)
  }
}

/// What the check of a text gives.
package struct CheckResult {
  package let tree: SyntaxTree
  /// Errors and warnings in the order of the text, those of the parser among them.
  package let diagnostics: [Diagnostic]
  /// Nil if there is an error.
  package let program: Program?
}

extension CheckResult {
  /// A text that was not even read.
  init(refused source: SourceText, _ problem: Diagnostic) {
    tree = Parser.parse(SourceText("", name: source.name))
    diagnostics = [problem]
    program = nil
  }
}
