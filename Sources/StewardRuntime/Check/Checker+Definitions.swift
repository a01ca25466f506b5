internal import StewardSyntax
internal import StewardValues

/// `def`: commands that a script makes.
extension Checker {
  /// Makes the defs of a block known before its statements are checked: they may call each other.
  func announceDefinitions(_ statements: [Statement]) {
    for statement in statements {
      guard case .definition(let definition) = statement.kind, let first = definition.words.first
      else { continue }
      let command = announced(definition)
      if let builtin = commands.longest(definition.words.map(\.text)),
        builtin.count == definition.words.count
      {
        report(.definesBuiltin(builtin.command.name, at: first.range))
      }
      let last = scopes.count - 1
      if scopes[last].definitions[command.name] != nil, !session.isInteractive || last > 0 {
        report(.definedTwice(command.name, at: first.range))
      }
      scopes[last].define(command, as: command.name)
    }
  }

  private func announced(_ definition: Definition) -> DefinedCommand {
    let name = definition.words.map(\.text).joined(separator: " ")
    let parameters = definition.parameters.map { parameter in
      let type = parameter.type.map { self.type($0) }
      let isOptional = parameter.defaultValue != nil || type?.isOptional == true
      switch parameter.style {
      case .positional:
        return CommandParameter(
          parameter.name.text,
          .positional,
          type ?? .any,
          required: !isOptional,
          parameter.documentation.joined(separator: " ")
        )
      case .rest:
        return CommandParameter(
          parameter.name.text,
          .rest,
          type?.element ?? type ?? .any,
          parameter.documentation.joined(separator: " ")
        )
      case .flag:
        let isToggle = type == nil && parameter.defaultValue == nil
        return CommandParameter(
          parameter.name.text,
          isToggle ? .toggle : .flag,
          isToggle ? .bool : type ?? .any,
          required: !isToggle && !isOptional,
          parameter.documentation.joined(separator: " ")
        )
      }
    }
    return DefinedCommand(
      definition,
      parameters: parameters,
      result: definition.result.map { type($0) } ?? .any,
      code: Code(name: name, unit: unit)
    )
  }

  /// Checks the body, with nothing but its parameters and the script's constants in sight.
  func checkBody(of definition: Definition) {
    let name = definition.words.map(\.text).joined(separator: " ")
    guard let command = scopes.last?.definitions[name] else { return }
    command.defaults = zip(definition.parameters, command.parameters).map { written, parameter in
      if parameter.style == .toggle { return constant(.bool(false), .bool, written.name.range) }
      return written.defaultValue.map { defaultValue($0, of: written) }
    }
    let state = (tally, loopDepth, isInBody, repetition, returnTypes, rows, promise)
    tally = EffectTally()
    (loopDepth, isInBody, returnTypes, rows) = (0, true, [], [])
    repetition = "call of `\(name)`"
    promise = definition.result.map { _ in (name, command.result) }
    let inner = Context(.definition, in: nil)
    let (body, type) = inContext(inner) { () -> (BlockCode, DataType) in
      for (parameter, declaration) in zip(command.parameters, definition.parameters) {
        command.code.parameterSlots.append(declareParameter(parameter, declaration).slot)
      }
      let (code, type) = checkStatements(definition.body.statements, wantsValue: true)
      if case .pipeline? = definition.body.statements.last?.kind, !type.isNothing,
        let last = code.value
      {
        checkResult(Typed(last, type, last.site.range))
      }
      return (code, type)
    }
    command.code.body = body
    command.code.frameSize = inner.frameSize
    if definition.result == nil { command.result = resultType(type) }
    command.effects = tally
    (tally, loopDepth, isInBody, repetition, returnTypes, rows, promise) = state
    definitions.append(command)
  }

  /// A parameter whose value may be missing is null then.
  private func declareParameter(
    _ parameter: CommandParameter,
    _ declaration: ParameterDeclaration
  ) -> Variable {
    let variableName = declaration.name.text.split(separator: "-").joined(separator: "_")
    var type = parameter.style == .rest ? DataType.list(parameter.type) : parameter.type
    if parameter.style == .flag, !parameter.isRequired, declaration.defaultValue == nil {
      type = type.orNull
    }
    return declare(Name(variableName, declaration.name.range), .parameter, type)
  }

  func defaultValue(
    _ expression: Expression,
    of parameter: ParameterDeclaration
  ) -> Typed {
    // Like the body it sees constants only: it is evaluated wherever the def is called.
    let value = inContext(Context(.definition, in: nil)) { check(expression) }
    guard let written = parameter.type.map({ type($0) }) else { return value }
    if let known = value.constant { return constantDefault(known, value, written, parameter) }
    switch value.type.assignability(to: written) {
    case .always: return value
    case .checkedAtRunTime:
      let label = "$\(parameter.name.text)"
      let node = ConvertNode(site(value.range), value.node, to: written, label: label)
      return Typed(node, written, value.range)
    case .never:
      report(.notOfType(value, written, of: parameter.name))
      return value
    }
  }

  private func constantDefault(
    _ known: Value,
    _ value: Typed,
    _ written: DataType,
    _ parameter: ParameterDeclaration
  ) -> Typed {
    if let text = known.string, written.resourceOfIDs != nil || written.resourceOfNames != nil {
      checkNames(in: known, written, of: "`\(parameter.name.text)`", at: value.range)
      tallyNames(in: known, for: written, at: value.range)
      return constant(Value(text), written, value.range)
    }
    if case .success(let converted) = Conversion.convert(known, to: written) {
      return constant(converted, written, value.range)
    }
    report(.notOfType(value, written, of: parameter.name))
    return value
  }

  /// E0304 for a value that a def gives although it says something else.
  func checkResult(_ value: Typed) {
    guard let promise, value.type.forced.assignability(to: promise.type.forced) == .never else {
      return
    }
    report(.wrongResult(promise.name, value.type.forced, promise.type, at: value.range))
  }

  /// The type of what a body gives: by its last statement and its `return`s.
  func resultType(_ last: DataType) -> DataType {
    guard !returnTypes.isEmpty else { return last }
    let types = (last.isNothing ? [] : [last.forced]) + returnTypes.map(\.forced)
    guard let first = types.first else { return .any }
    return types.dropFirst().reduce(first) { $0.joined(with: $1) }
  }

  /// What can be said only once all bodies are known: effects above their clause, and defs in
  /// expressions that do more than compute.
  func checkDefinedEffects() {
    for command in definitions {
      guard let clause = command.effectsClause else { continue }
      checkClause(clause, of: command)
    }
    for (command, range) in functionCalls {
      let effects = command.effects.reachable.effects
      if !effects.isEmpty { report(.impureFunction(command.name, effects, at: range)) }
    }
    for plan in plans where plan.tally.changesNothing { report(.plansNothing(at: plan.range)) }
  }

  private func checkClause(_ clause: [Name], of command: DefinedCommand) {
    var allowed: Effects = []
    for name in clause {
      guard let effect = Effects(name: name.text) else {
        let near = Spelling.nearest(
          name.text,
          in: Effects.names.map(\.name),
          synonyms: Habits.effects
        )
        report(.unknownEffect(name, nearest: near))
        return
      }
      allowed.formUnion(effect)
    }
    let (effects, rows) = command.effects.reachable
    let more = effects.subtracting(allowed)
    guard !more.isEmpty else { return }
    let culprit = rows.first { !$0.effects.isDisjoint(with: more) }
    report(.effectsAboveClause(command.name, more, clause, culprit))
  }
}
