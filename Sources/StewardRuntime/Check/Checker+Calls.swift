internal import StewardSyntax
internal import StewardValues

/// Calls in expressions: pure functions, one-word defs, aggregates.
extension Checker {
  func checkCall(_ name: Name, _ arguments: [Expression], _ range: SourceRange) -> Typed {
    if let row = rows.last, row.aggregates != nil,
      let aggregate = AggregateFunction(rawValue: name.text)
    {
      return checkAggregate(aggregate, name, arguments, row, range)
    }
    if let (definition, _) = lookUpDefinition([name.text]) {
      return checkDefinedCall(definition, name, arguments, range)
    }
    guard let function = functions[name.text] else {
      report(unknownFunction(name))
      for argument in arguments { _ = check(argument) }
      return wrong(range)
    }
    return checkFunction(function, name, arguments, range)
  }

  private func unknownFunction(_ name: Name) -> Diagnostic {
    if AggregateFunction(rawValue: name.text) != nil { return .aggregateOutside(name) }
    if let command = commands.longest([name.text])?.command {
      return .commandAsFunction(name, command)
    }
    if let (variable, isHidden) = lookUp(name.text), !isHidden, case .closure = variable.type {
      variable.isUsed = true
      return .closureAsFunction(name)
    }
    if let hint = Habits.calls[name.text.lowercased()] { return .foreignFunction(name, hint) }
    let near = Spelling.nearest(
      name.text,
      in: functions.keys.sorted(),
      synonyms: Habits.functions
    )
    return .unknownFunction(name, nearest: near)
  }

  private func checkFunction(
    _ function: Function,
    _ name: Name,
    _ arguments: [Expression],
    _ range: SourceRange
  ) -> Typed {
    let values = arguments.map { check($0) }
    let required = function.parameters.count { !$0.isOptional }
    let most = function.isVariadic ? Int.max : function.parameters.count
    guard (required...max(most, required)).contains(values.count) else {
      report(.argumentCount(function, values.count, at: range))
      return wrong(range)
    }
    for (index, value) in values.enumerated() {
      guard let parameter = function.parameters.at(index) ?? function.parameters.last else {
        continue
      }
      if value.type.assignability(to: parameter.type) == .never, !value.type.isNullOnly {
        report(.functionArgument(function, parameter, value))
        return wrong(range)
      }
    }
    return functionCall(function, values, arguments, range)
  }

  private func checkDefinedCall(
    _ definition: DefinedCommand,
    _ name: Name,
    _ arguments: [Expression],
    _ range: SourceRange
  ) -> Typed {
    tally.callees.append(definition)
    functionCalls.append((definition, range))
    let values = arguments.map { check($0) }
    let parameters = definition.parameters.filter { $0.style == .positional }
    let required = parameters.count { $0.isRequired }
    guard (required...max(required, parameters.count)).contains(values.count) else {
      report(.argumentCount(ofDef: definition.name, required, values.count, at: range))
      return wrong(range)
    }
    var nodes: [Node] = []
    for (index, parameter) in definition.parameters.enumerated() {
      if parameter.style == .positional, let value = values.at(index) {
        nodes.append(converted(value, to: parameter))
      } else {
        nodes.append(definition.defaults.at(index)??.node ?? ConstantNode(site(range), .null))
      }
    }
    let node = DefinedFunctionNode(site(range), definition.code, nodes)
    return Typed(node, definition.result.forced, range)
  }

  // MARK: Aggregates

  private func checkAggregate(
    _ function: AggregateFunction,
    _ name: Name,
    _ arguments: [Expression],
    _ row: RowScope,
    _ range: SourceRange
  ) -> Typed {
    guard arguments.count == function.parameters.count else {
      report(.aggregateCount(function, arguments.count, at: range))
      return wrong(range)
    }
    // Inside, every field of the row may stand, and no other aggregate.
    rows[rows.count - 1].aggregates = nil
    rows[rows.count - 1].keys = nil
    let values = arguments.map { check($0) }
    rows[rows.count - 1] = row
    return aggregate(function, values, row, range)
  }

  /// The slot that gets the result of an aggregate.
  func aggregate(
    _ function: AggregateFunction,
    _ values: [Typed],
    _ row: RowScope,
    _ range: SourceRange
  ) -> Typed {
    let argument = values.first
    if let argument, !function.accepts(argument.type.forced) {
      report(.cannotAggregate(function, argument))
    }
    let type = function.result(of: argument?.type.forced ?? .any)
    let slot = context.reserveSlot()
    row.aggregates?.codes.append(
      AggregateCode(
        function,
        argument?.node,
        parameter: values.at(1)?.node,
        slot: slot,
        zero: AggregateFunction.zero(of: argument?.type ?? .any)
      )
    )
    return Typed(SlotNode(site(range), slot), type, range)
  }
}

extension Array {
  /// The element at a place, or nil behind the end.
  func at(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
