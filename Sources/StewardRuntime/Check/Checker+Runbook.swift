internal import StewardSyntax
internal import StewardValues

/// The `runbook` header: its parameters become variables, its effects a ceiling.
extension Checker {
  func check(_ header: RunbookHeader) -> RunbookTerms {
    RunbookTerms(
      title: header.title.constant ?? "",
      parameters: header.parameters.map { check($0) },
      guards: header.guards.compactMap { check($0) },
      organization: header.organization?.constant
    )
  }

  private func check(_ parameter: ParameterDeclaration) -> RunbookParameter {
    let name = parameter.name.text.split(separator: "_").joined(separator: "-")
    if session.vocabulary.optionNames().contains(name) {
      report(.parameterIsOption(parameter.name, name))
    }
    let type = parameter.type.map { self.type($0) } ?? .string
    let variable = declare(parameter.name, .parameter, type)
    variable.isUsed = false
    tallyName(of: parameter.name, type)
    if let expression = parameter.defaultValue {
      runbookDefaults[variable.slot] = defaultValue(expression, of: parameter).node
    }
    return RunbookParameter(
      name: name,
      type: type,
      summary: parameter.documentation.joined(separator: " "),
      isRequired: parameter.defaultValue == nil && !type.isOptional,
      range: parameter.range,
      slot: variable.slot,
      names: session.vocabulary.names
    )
  }

  private func check(_ guarded: RunbookHeader.Guard) -> RunbookTerms.Guard? {
    guard let effect = effect(guarded.effect) else { return nil }
    return RunbookTerms.Guard(effect: effect, limit: guarded.limit, range: guarded.range)
  }

  /// E0502: the body needs more than the header allows.
  func checkCeiling(_ header: RunbookHeader) {
    guard let names = header.effects else { return }
    var allowed: Effects = []
    for name in names {
      guard let effect = effect(name) else { return }
      allowed.formUnion(effect)
    }
    let (effects, rows) = tally.reachable
    let more = effects.subtracting(allowed)
    guard !more.isEmpty else { return }
    let culprit = rows.first { !$0.effects.isDisjoint(with: more) }
    report(.effectsAboveHeader(more, names, culprit))
  }

  private func effect(_ name: Name) -> Effects? {
    if let effect = Effects(name: name.text) { return effect }
    report(
      .unknownEffect(
        name,
        nearest: Spelling.nearest(
          name.text,
          in: Effects.names.map(\.name),
          synonyms: Habits.effects
        )
      )
    )
    return nil
  }
}
