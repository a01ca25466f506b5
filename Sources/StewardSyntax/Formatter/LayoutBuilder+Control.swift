/// `if`, `match` and `try`.
extension LayoutBuilder {
  /// Without a group, so that `else if` breaks as the `if` before it does.
  mutating func conditional(_ conditional: Conditional) -> Layout {
    var parts = [takeWord(), head(conditional.condition), .space, block(conditional.then)]
    guard let otherwise = conditional.otherwise else { return .sequence(parts) }
    parts += [.space, takeWord()]
    if let nested = otherwise.conditional, isNext("if") {
      parts.append(self.conditional(nested))
    } else {
      parts.append(block(otherwise))
    }
    return .sequence(parts)
  }

  mutating func attempt(_ attempt: Attempt) -> Layout {
    var parts = [takeWord(), block(attempt.body)]
    for clause in attempt.catches {
      parts += [.space, takeWord()]
      if clause.name != nil { parts.append(takeWord()) }
      if let condition = clause.condition { parts += [takeWord(), head(condition), .space] }
      parts.append(block(clause.body))
    }
    if let finally = attempt.finally { parts += [.space, takeWord(), block(finally)] }
    return .group(.sequence(parts))
  }

  // MARK: - Match

  mutating func match(_ match: Match, _ range: SourceRange) -> Layout {
    let head = takeWord() + self.head(match.subject) + .space
    let opener = takeOpener()
    let line: Layout = isOneLine(range) ? .line : .newline
    let arms = inside(endsAtLineBreak: true) { builder in
      var lines: [Layout] = []
      for arm in match.arms {
        if !lines.isEmpty { lines.append(line) }
        lines.append(builder.line { $0.arm(arm) })
      }
      return .sequence(lines) + builder.lastComments()
    }
    guard !arms.isEmpty || opener.isMultiline else { return head + opener + take() }
    return .group(head + opener + .indented(line + arms) + line + take())
  }

  private mutating func arm(_ arm: Match.Arm) -> Layout {
    var parts = [patterns(arm.patterns), .space]
    if let condition = arm.condition { parts += [takeWord(), expression(condition), .space] }
    parts.append(takeWord())
    parts.append(armBody(arm.body))
    let content = Layout.group(.sequence(parts))
    guard isNext(",") else { return content }
    guard isCommaAtEnd else { return content + take() }
    drop()
    return content
  }

  /// True if nothing but the closing brace follows the comma.
  private var isCommaAtEnd: Bool {
    var distance = 1
    while nextText(distance) == ";" { distance += 1 }
    return nextText(distance) == "}"
  }

  private mutating func patterns(_ patterns: [Pattern]) -> Layout {
    var parts: [Layout] = []
    for pattern in patterns {
      if !parts.isEmpty { parts += [.line, takeWord()] }
      parts.append(self.pattern(pattern))
    }
    return .group(.hanging(parts))
  }

  private mutating func pattern(_ pattern: Pattern) -> Layout {
    switch pattern.kind {
    case .literal(let value): expression(value)
    case .range(let lower, let upper): expression(lower) + take() + expression(upper)
    case .wildcard: take()
    }
  }

  private mutating func armBody(_ body: Block) -> Layout {
    guard isNext("{"), nextText(1) != "|" else {
      return .sequence(body.statements.map { statement($0) })
    }
    return block(body)
  }
}

extension Block {
  /// The `if` that a block is, if it is no more than that.
  fileprivate var conditional: Conditional? {
    guard statements.count == 1, case .pipeline(let pipeline) = statements[0].kind,
      pipeline.stages.count == 1, case .conditional(let conditional) = pipeline.stages[0].kind
    else { return nil }
    return conditional
  }
}
