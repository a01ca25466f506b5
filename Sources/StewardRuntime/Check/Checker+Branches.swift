internal import StewardSyntax
internal import StewardValues

/// `if`, `match` and `try`, as statements and as values.
extension Checker {
  // MARK: if

  func checkAction(_ conditional: Conditional, _ site: Site) -> Action {
    let condition = checkCondition(conditional)
    let then = assuming(conditional.condition.provesNotNull) { checkBlock(conditional.then) }
    let otherwise = assuming(conditional.condition.refutesNull) {
      conditional.otherwise.flatMap { checkBlock($0) }
    }
    return BranchAction(site, condition.node, then: then, otherwise: otherwise)
  }

  func checkValue(_ conditional: Conditional, _ range: SourceRange) -> Typed {
    let condition = checkCondition(conditional)
    let then = assuming(conditional.condition.provesNotNull) {
      checkValueBlock(conditional.then)
    }
    let otherwise = assuming(conditional.condition.refutesNull) {
      conditional.otherwise.map { checkValueBlock($0) }
    }
    let node = ConditionalNode(
      site(range),
      condition.node,
      then: then.code,
      otherwise: otherwise?.code
    )
    return Typed(node, branchType([then.type, otherwise?.type ?? .null]), range)
  }

  private func checkCondition(_ conditional: Conditional) -> Typed {
    let condition = check(conditional.condition)
    requireBool(condition, "`if`")
    return condition
  }

  private func assuming<Result>(_ paths: Set<String>, _ body: () -> Result) -> Result {
    let known = notNull
    notNull.formUnion(paths)
    defer { notNull = known }
    return body()
  }

  /// Branches that give nothing at all give nothing together.
  private func branchType(_ types: [DataType]) -> DataType {
    if types.allSatisfy({ $0.isNothing || $0.isNullOnly }) {
      return types.contains(where: \.isNothing) ? .nothing : .null
    }
    let forced = types.map(\.forced)
    return forced.dropFirst().reduce(forced[0]) { $0.joined(with: $1) }
  }

  // MARK: match

  func checkAction(_ match: Match, _ site: Site) -> Action {
    let (subject, slot) = checkSubject(match)
    let arms = match.arms.map { arm in
      inScope {
        MatchAction.Arm(
          patterns: patterns(arm, subject),
          body: checkStatements(arm.body.statements, wantsValue: false).code.action
        )
      }
    }
    checkExhaustive(match, subject)
    return MatchAction(site, subject.node, slot: slot, arms)
  }

  func checkValue(_ match: Match, _ range: SourceRange) -> Typed {
    let (subject, slot) = checkSubject(match)
    var types: [DataType] = []
    let arms = match.arms.map { arm in
      inScope {
        let patterns = patterns(arm, subject)
        let body = checkStatements(arm.body.statements, wantsValue: true)
        types.append(body.type)
        return MatchNode.Arm(patterns: patterns, body: body.code)
      }
    }
    checkExhaustive(match, subject)
    if !match.arms.contains(where: \.takesAnything) { types.append(.null) }
    return Typed(
      MatchNode(site(range), subject.node, slot: slot, arms),
      branchType(types),
      range
    )
  }

  private func checkSubject(_ match: Match) -> (Typed, slot: Int) {
    (check(match.subject), context.reserveSlot())
  }

  /// W0411: a value of an enumeration for which there is no arm.
  private func checkExhaustive(_ match: Match, _ subject: Typed) {
    guard case .oneOf(let enumeration) = subject.type.unwrapped,
      !match.arms.contains(where: \.takesAnything)
    else { return }
    let taken = Set(match.arms.flatMap(\.texts))
    let missing = enumeration.values.filter { !taken.contains($0) }
    if !missing.isEmpty { report(.missingArms(missing, at: subject.range)) }
  }

  private func patterns(_ arm: Match.Arm, _ subject: Typed) -> PatternCode {
    let patterns = arm.patterns.compactMap { pattern -> PatternCode.Pattern? in
      switch pattern.kind {
      case .wildcard: .anything
      case .literal(let literal): patternValue(literal, subject).map { .equals($0) }
      case .range(let lower, let upper):
        patternValue(lower, subject).flatMap { low in
          patternValue(upper, subject).map { .within(low, $0) }
        }
      }
    }
    let condition = arm.condition.map { check($0) }
    if let condition { requireBool(condition, "`if`") }
    return PatternCode(patterns: patterns, condition: condition?.node)
  }

  private func patternValue(_ expression: Expression, _ subject: Typed) -> Value? {
    probe?.comparison = (expression.range, subject.type)
    let value = check(expression)
    guard let known = value.constant else {
      report(.patternNotConstant(at: value.range))
      return nil
    }
    if case .oneOf(let enumeration) = subject.type.unwrapped, let text = known.string,
      !enumeration.values.contains(text)
    {
      report(.notInEnumeration(text, enumeration, at: value.range, field: subject.range))
    } else if !value.type.isComparable(with: subject.type, isEquality: true) {
      report(.incomparable(subject, value, .equal, at: value.range))
    }
    return known
  }

  // MARK: try

  func checkAction(_ attempt: Attempt, _ site: Site) -> Action {
    let body = checkBlock(attempt.body)
    let catches = attempt.catches.map { clause in
      inScope {
        let (slot, condition) = checkClause(clause)
        let body = checkStatements(clause.body.statements, wantsValue: false).code.action
        return CatchClause(slot: slot, condition: condition, body: body)
      }
    }
    return AttemptAction(
      site,
      body,
      catches,
      finally: attempt.finally.flatMap { checkBlock($0) }
    )
  }

  func checkValue(_ attempt: Attempt, _ range: SourceRange) -> Typed {
    let body = checkValueBlock(attempt.body)
    var types = [body.type]
    let catches = attempt.catches.map { clause in
      inScope {
        let (slot, condition) = checkClause(clause)
        let body = checkStatements(clause.body.statements, wantsValue: true)
        types.append(body.type)
        return CatchClause(slot: slot, condition: condition, body: body.code)
      }
    }
    let node = AttemptNode(
      site(range),
      body.code,
      catches,
      finally: attempt.finally.flatMap { checkBlock($0) }
    )
    return Typed(node, branchType(types), range)
  }

  private func checkClause(_ clause: Attempt.Catch) -> (slot: Int?, condition: Node?) {
    let slot = clause.name.map { declare($0, .caught, .record(RunError.shape)).slot }
    guard let expression = clause.condition else { return (slot, nil) }
    let condition = check(expression)
    requireBool(condition, "`if`")
    return (slot, condition.node)
  }
}

extension Match.Arm {
  /// The values that it certainly takes.
  fileprivate var texts: [String] {
    guard condition == nil else { return [] }
    return patterns.compactMap { pattern in
      guard case .literal(let expression) = pattern.kind, case .string(let text) = expression.kind
      else { return nil }
      return text.constant
    }
  }

  fileprivate var takesAnything: Bool {
    condition == nil
      && patterns.contains { if case .wildcard = $0.kind { true } else { false } }
  }
}
