internal import StewardSyntax
internal import StewardValues

/// A `def`: a command that the script made. Its body may be checked after calls of it.
final class DefinedCommand {
  let definition: Definition
  let name: String
  let parameters: [CommandParameter]
  let code: Code
  /// Where the script says what it needs no more than.
  let effectsClause: [Name]?
  /// As written behind `->`, or found in the body; `any` until then.
  var result: DataType
  /// By the parameters' places; made where the def stands, evaluated in each call.
  var defaults: [Typed?] = []
  /// Its own, without those of the defs that it calls.
  var effects = EffectTally()

  init(
    _ definition: Definition,
    parameters: [CommandParameter],
    result: DataType,
    code: Code
  ) {
    self.definition = definition
    name = definition.words.map(\.text).joined(separator: " ")
    self.parameters = parameters
    self.result = result
    self.code = code
    effectsClause = definition.effects
  }

  /// One word and nothing but computing: it may stand in expressions.
  var mayBeFunction: Bool { definition.words.count == 1 }
}
