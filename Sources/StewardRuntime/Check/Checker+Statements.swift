internal import StewardSyntax
internal import StewardValues

/// Statements and blocks.
extension Checker {
  /// Checks statements in the current scope; with `wantsValue` the last pipeline's value is the
  /// block's.
  func checkStatements(
    _ statements: [Statement],
    wantsValue: Bool
  ) -> (code: BlockCode, type: DataType) {
    announceDefinitions(statements)
    var actions: [Action] = []
    var result: Typed?
    var hasEnded: Statement?
    for (index, statement) in statements.enumerated() {
      if let ended = hasEnded {
        report(.unreachable(source[ended.range], at: statement.range))
        hasEnded = nil
      }
      let isLast = index == statements.count - 1
      if isLast, wantsValue, case .pipeline(let pipeline) = statement.kind {
        result = check(pipeline)
      } else if let action = check(statement) {
        actions.append(action)
      }
      if !isLast, statement.leavesBlock { hasEnded = statement }
    }
    let type = result?.type ?? (statements.last?.leavesBlock == true ? .null : .nothing)
    return (BlockCode(action: Action.chain(actions), value: result?.node), type)
  }

  /// A block in a scope of its own whose value is not wanted.
  func checkBlock(_ block: Block) -> Action? {
    inScope { checkStatements(block.statements, wantsValue: false).code.action }
  }

  /// A block in a scope of its own with its value.
  func checkValueBlock(_ block: Block) -> (code: BlockCode, type: DataType) {
    inScope { checkStatements(block.statements, wantsValue: true) }
  }

  func check(_ statement: Statement) -> Action? {
    let site = site(statement.range)
    switch statement.kind {
    case .binding(let binding): return check(binding, site)
    case .assignment(let assignment): return check(assignment, site)
    case .definition(let definition):
      checkBody(of: definition)
      return nil
    case .forLoop(let loop): return check(loop, site)
    case .whileLoop(let condition, let body): return checkWhile(condition, body, site)
    case .returning(let pipeline): return checkReturn(pipeline, site)
    case .breaking: return checkJump(.broke, "break", site)
    case .continuing: return checkJump(.continued, "continue", site)
    case .throwing(let expression):
      let value = check(expression)
      checkThrown(value)
      return ThrowAction(site, value.node)
    case .source(let literal): checkSource(literal)
    case .use(let literal, let name): checkUse(literal, as: name)
    case .pipeline(let pipeline): return checkStatement(pipeline, site)
    case .missing: break
    }
    return nil
  }

  // MARK: Pipelines as statements

  private func checkStatement(_ pipeline: Pipeline, _ site: Site) -> Action {
    if pipeline.stages.count == 1, let stage = pipeline.stages.first {
      switch stage.kind {
      case .conditional(let conditional): return checkAction(conditional, site)
      case .match(let match): return checkAction(match, site)
      case .attempt(let attempt): return checkAction(attempt, site)
      case .prefixed(let name, let prefixed):
        report(.unseenAnswer(name))
        return DrainAction(site, checkPrefixed(name, prefixed).node)
      default: break
      }
    }
    let before = (tally.rows.count, tally.callees.count)
    let value = check(pipeline)
    warnOfUnused(value, pipeline, since: before)
    return DrainAction(site, value.node)
  }

  /// W0414: rows that were fetched for nobody, by a pipeline that does nothing else.
  private func warnOfUnused(
    _ value: Typed,
    _ pipeline: Pipeline,
    since before: (rows: Int, callees: Int)
  ) {
    let rows = tally.rows.dropFirst(before.rows)
    guard case .stream = value.type, !rows.isEmpty, rows.allSatisfy({ $0.effects == .read }),
      tally.callees.count == before.callees,
      pipeline.stages.allSatisfy({ !$0.hasClosure })
    else { return }
    report(.unusedRows(at: pipeline.range))
  }

  // MARK: Bindings

  private func check(_ binding: Binding, _ site: Site) -> Action? {
    let value = checkValue(binding.value)
    let written = binding.type.map { self.type($0) }
    let node = written.map { annotated(value, $0, binding) } ?? value.node
    var type = written ?? value.type
    if written == nil, value.type.isNullOnly { type = .any }
    switch binding.keyword {
    case .const:
      guard let known = value.constant else {
        report(.notConstant(binding.name, at: value.range))
        declare(binding.name, .const, type, constant: .null)
        return nil
      }
      declare(binding.name, .const, type, constant: constant(known, as: written))
      return nil
    case .let:
      if let known = value.constant, written == nil || value.type.isSame(as: type) {
        declare(binding.name, .let, value.type, constant: known)
        return nil
      }
      return StoreAction(site, slot: declare(binding.name, .let, type).slot, node)
    case .mut:
      let variable = declare(binding.name, .mut, type)
      return store(variable, node, type, site)
    }
  }

  private func constant(_ value: Value, as type: DataType?) -> Value {
    guard let type, case .success(let converted) = Conversion.convert(value, to: type) else {
      return value
    }
    return converted
  }

  /// A value that meets a written type.
  private func annotated(_ value: Typed, _ type: DataType, _ binding: Binding) -> Node {
    if let known = value.constant { return annotated(known, value, type, binding) }
    switch value.type.assignability(to: type) {
    case .always: return value.node
    case .checkedAtRunTime:
      return ConvertNode(
        site(value.range),
        value.node,
        to: type,
        label: "$\(binding.name.text)",
        help: helpForName(type)
      )
    case .never:
      report(.notOfType(value, type, of: binding.name, misfit(in: binding.value, value.type, type)))
      return value.node
    }
  }

  /// The same for a value that is known: it is converted now.
  private func annotated(
    _ known: Value,
    _ value: Typed,
    _ type: DataType,
    _ binding: Binding
  ) -> Node {
    let misfit = misfit(in: binding.value, value.type, type)
    let hasParts = value.type.shape != nil || value.type.element != nil
    if misfit != nil || (!hasParts && value.type.assignability(to: type) == .never) {
      report(.notOfType(value, type, of: binding.name, misfit))
      return value.node
    }
    checkNames(in: known, type, of: "`$\(binding.name.text)`", at: value.range)
    switch Conversion.convert(known, to: type) {
    case .success(let converted):
      noteSecret(converted, for: type)
      return ConstantNode(site(value.range), converted)
    case .failure(let problem):
      let hint = problem.help ?? helpForName(type)
      report(.notOfType(problem, hint, of: binding.name, at: misfit?.range ?? value.range))
      return value.node
    }
  }

  /// The field of a record that is written out which does not fit; nil if it cannot be told.
  private func misfit(
    in pipeline: Pipeline,
    _ type: DataType,
    _ wanted: DataType
  ) -> (name: Name, type: DataType, range: SourceRange)? {
    guard pipeline.stages.count == 1, case .expression(let expression) = pipeline.stages[0].kind,
      case .record(let entries) = expression.kind, let shape = type.shape
    else { return nil }
    for case .field(let name, let value) in entries {
      guard let own = shape[name.text]?.type, let field = wanted.field(name.text),
        own.assignability(to: field) == .never
      else { continue }
      return (name, own, value.range)
    }
    return nil
  }

  private func store(_ variable: Variable, _ node: Node, _ type: DataType, _ site: Site) -> Action {
    if case .int = variable.type, case .int = type {
      return StoreIntegerAction(site, slot: variable.slot, node)
    }
    return StoreAction(site, slot: variable.slot, node)
  }

  // MARK: Assignment

  private func check(_ assignment: Assignment, _ site: Site) -> Action? {
    guard let (name, steps) = assignment.target.assignedPath else { return nil }
    guard let (variable, isHidden) = lookUp(name) else {
      report(
        .unknownVariable(
          name,
          nearest: Spelling.nearest(name, in: visibleNames),
          at: assignment.target.range
        )
      )
      _ = checkValue(assignment.value)
      return nil
    }
    variable.isUsed = variable.isUsed || assignment.operation != .set || !steps.isEmpty
    let value = assignedValue(assignment)
    guard mayAssign(variable, isHidden, assignment) else { return nil }
    notNull = notNull.filter { $0 != "$\(name)" && !$0.hasPrefix("$\(name).") }
    guard steps.isEmpty else {
      checkStored(value, in: assignment.target)
      return StorePathAction(site, slot: variable.slot, steps: pathSteps(steps), value.node)
    }
    switch value.type.assignability(to: variable.type) {
    case .always: return store(variable, value.node, value.type, site)
    case .checkedAtRunTime:
      let node = ConvertNode(
        self.site(value.range),
        value.node,
        to: variable.type,
        label: "$\(name)"
      )
      return StoreAction(site, slot: variable.slot, node)
    case .never:
      report(.changesType(variable, value))
      return nil
    }
  }

  /// The new value; `+=` calculates with the old one.
  private func assignedValue(_ assignment: Assignment) -> Typed {
    let value = checkValue(assignment.value)
    let operation: BinaryOperator
    switch assignment.operation {
    case .set: return value
    case .add: operation = .add
    case .subtract: operation = .subtract
    }
    let old = check(assignment.target)
    let range = assignment.target.range.union(assignment.value.range)
    return checkArithmetic(operation, assignment.operatorRange, old, value, range)
  }

  private func mayAssign(
    _ variable: Variable,
    _ isHidden: Bool,
    _ assignment: Assignment
  ) -> Bool {
    let range = assignment.target.range
    guard !isHidden else {
      report(.hiddenFromDefinition(variable.name, at: range))
      return false
    }
    guard variable.kind == .mut else {
      let isField = assignment.operation == .set && source[range].utf8.contains(UInt8(ascii: "."))
      report(.assignsFixed(variable, isField: isField, at: range))
      return false
    }
    guard context.owns(variable) else {
      report(.assignsCaptured(variable.name, at: range))
      return false
    }
    return true
  }

  /// E0213 for a value that an element or field of the variable cannot have.
  private func checkStored(_ value: Typed, in target: Expression) {
    let type: DataType
    switch target.kind {
    case .member(let base, let name, _): type = quietType(base).field(name.text) ?? .any
    case .index(let base, _):
      switch quietType(base) {
      case .list(let element), .map(let element): type = element
      default: type = .any
      }
    default: return
    }
    guard value.type.assignability(to: type) == .never else { return }
    report(.changesElement(source[target.range], type, value))
  }

  /// The type of a part of a variable that is assigned, without another word about it.
  private func quietType(_ target: Expression) -> DataType {
    let known = diagnostics
    defer { diagnostics = known }
    return check(target).type.unwrapped
  }

  private func pathSteps(_ steps: [Expression.Step]) -> [StorePathAction.Step] {
    steps.map { step in
      switch step {
      case .field(let name): .field(name)
      case .index(let index): .index(check(index).node)
      }
    }
  }

  // MARK: Loops and jumps

  private func check(_ loop: ForLoop, _ site: Site) -> Action {
    let sequence = checkSequence(loop.sequence)
    let (first, second) = loopTypes(sequence, loop)
    let outer = repetition
    repetition = "turn of line \(line(of: site.range))"
    loopDepth += 1
    defer {
      loopDepth -= 1
      repetition = outer
    }
    return inScope {
      let firstVariable = declare(loop.first, .loop, first)
      let secondVariable = loop.second.map { declare($0, .loop, second) }
      let body = checkStatements(loop.body.statements, wantsValue: false).code.action
      return ForAction(
        site,
        first: firstVariable.slot,
        second: secondVariable?.slot,
        sequence.node,
        body
      )
    }
  }

  /// `for x in (users list)` streams.
  private func checkSequence(_ expression: Expression) -> Typed {
    guard case .pipeline(let pipeline) = expression.kind else { return check(expression) }
    return check(pipeline)
  }

  private func loopTypes(
    _ sequence: Typed,
    _ loop: ForLoop
  ) -> (first: DataType, second: DataType) {
    switch sequence.type.unwrapped {
    case .list(let element), .stream(let element):
      return loop.second == nil ? (element, .any) : (.int, element)
    case .record where loop.second != nil: return (.string, .any)
    case .map(let element) where loop.second != nil: return (.string, element)
    case .any: return (.any, .any)
    case let other:
      report(.notASequence(other, hasTwoNames: loop.second != nil, at: sequence.range))
      return (.any, .any)
    }
  }

  private func checkWhile(_ condition: Expression, _ body: Block, _ site: Site) -> Action {
    let outer = repetition
    repetition = "turn of line \(line(of: site.range))"
    let value = check(condition)
    requireBool(value, "`while`")
    loopDepth += 1
    defer {
      loopDepth -= 1
      repetition = outer
    }
    let action = inScope { () -> Action? in
      notNull.formUnion(condition.provesNotNull)
      return checkStatements(body.statements, wantsValue: false).code.action
    }
    return WhileAction(site, value.node, action)
  }

  private func checkReturn(_ pipeline: Pipeline?, _ site: Site) -> Action {
    if !isInBody { report(.returnOutside(at: site.range)) }
    let value = pipeline.map { check($0) }
    returnTypes.append(value?.type ?? .null)
    if let value { checkResult(value) }
    return ReturnAction(site, value?.node)
  }

  private func checkThrown(_ value: Typed) {
    checkSecret(thrown: value)
    switch value.type.unwrapped {
    case .any, .null, .map, .secret: return
    case .record(let shape) where shape.isOpen || shape["message"] != nil: return
    case let type: if !type.isTextual { report(.unthrowable(type, at: value.range)) }
    }
  }

  private func checkJump(_ flow: Flow, _ word: String, _ site: Site) -> Action {
    if loopDepth == 0 { report(.jumpOutside(word, at: site.range)) }
    return JumpAction(site, flow)
  }
}

extension Action {
  /// The actions one after the other, or nil for none.
  ///
  /// Halves of halves: however long a script is, running and releasing it nests only a little.
  static func chain(_ actions: [Action]) -> Action? { chain(actions[...]) }

  private static func chain(_ actions: ArraySlice<Action>) -> Action? {
    guard actions.count > 1 else { return actions.first }
    let middle = actions.startIndex + actions.count / 2
    guard let first = chain(actions[..<middle]), let second = chain(actions[middle...]) else {
      return nil
    }
    return SequenceAction(first, second)
  }
}

extension Pipeline {
  /// `exit`, which ends the whole script.
  fileprivate var isExit: Bool {
    guard stages.count == 1, case .command(let call) = stages[0].kind else { return false }
    return call.head.text == "exit"
  }
}

extension Statement {
  /// Nothing behind it in its block is reached.
  fileprivate var leavesBlock: Bool {
    switch kind {
    case .returning, .breaking, .continuing, .throwing: true
    case .pipeline(let pipeline): pipeline.isExit
    default: false
    }
  }
}

extension Stage {
  /// True for a command with a closure, which may do anything.
  fileprivate var hasClosure: Bool {
    guard case .command(let call) = kind else { return false }
    return call.arguments.contains { argument in
      guard case .value(let expression) = argument.kind else { return false }
      guard case .closure = expression.kind else { return false }
      return true
    }
  }
}

extension DataType {
  /// The type that a field of that name has or may be given; nil if nothing is known.
  fileprivate func field(_ name: String) -> DataType? {
    switch unwrapped {
    case .map(let element): element
    case .record(let shape): shape[name]?.type
    default: nil
    }
  }
}

extension Expression {
  enum Step {
    case field(String)
    case index(Expression)
  }

  /// `$r.tags[0]` as `r` and the way into it.
  fileprivate var assignedPath: (name: String, steps: [Step])? {
    switch kind {
    case .variable(let name): return (name, [])
    case .member(let base, let name, _):
      return base.assignedPath.map { ($0.name, $0.steps + [.field(name.text)]) }
    case .index(let base, let index):
      return base.assignedPath.map { ($0.name, $0.steps + [.index(index)]) }
    default: return nil
    }
  }
}
