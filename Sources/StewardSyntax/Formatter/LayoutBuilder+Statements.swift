/// Statements, one a line.
extension LayoutBuilder {
  mutating func script() -> Layout {
    dropTerminators()
    var lines: [Layout] = []
    if let header = tree.script.runbook {
      lines.append(line { $0.runbook(header) })
    }
    lines += tree.script.statements.map { statement in line { $0.statement(statement) } }
    return .sequence(lines.flatMap { [$0, .newline] }) + lastComments()
  }

  /// Statements without what follows the last one.
  mutating func statements(_ statements: [Statement]) -> Layout {
    lines(statements.map { statement in { $0.statement(statement) } })
  }

  /// Something with a line of its own, its comments and what ends it.
  mutating func line(_ body: (inout LayoutBuilder) -> Layout) -> Layout {
    let comments = leadingComments(keepsBlankLine: true)
    let content = body(&self)
    var trailing = trailingComment()
    dropTerminators()
    if trailing.isEmpty { trailing = trailingComment() }
    return comments + content + trailing
  }

  private mutating func lines(_ bodies: [(inout LayoutBuilder) -> Layout]) -> Layout {
    var parts: [Layout] = []
    for body in bodies {
      if !parts.isEmpty { parts.append(.newline) }
      parts.append(line(body))
    }
    return .sequence(parts)
  }

  mutating func statement(_ statement: Statement) -> Layout {
    switch statement.kind {
    case .binding(let binding): return self.binding(binding)
    case .assignment(let assignment):
      return expression(assignment.target) + .space + takeWord() + pipeline(assignment.value)
    case .definition(let definition): return self.definition(definition)
    case .forLoop(let loop): return forLoop(loop)
    case .whileLoop(let condition, let body):
      return .group(takeWord() + head(condition) + .space + block(body))
    case .returning(let value): return take() + (value.map { .space + pipeline($0) } ?? .empty)
    case .breaking, .continuing: return take()
    case .throwing(let value): return takeWord() + expression(value)
    case .source(let file): return takeWord() + take(through: file.range)
    case .use(let file, let name):
      return takeWord() + take(through: file.range) + .space + takeWord()
        + take(through: name.range)
    case .pipeline(let value): return pipeline(value)
    case .missing: return .empty
    }
  }

  private mutating func binding(_ binding: Binding) -> Layout {
    let name = takeWord() + take(through: binding.name.range)
    let type = binding.type.map { annotation($0) } ?? .empty
    return name + type + .space + takeWord() + pipeline(binding.value)
  }

  private mutating func forLoop(_ loop: ForLoop) -> Layout {
    var names = takeWord() + take()
    if loop.second != nil { names = names + takeWord() + take() }
    return .group(names + .space + takeWord() + head(loop.sequence) + .space + block(loop.body))
  }

  // MARK: - Blocks

  /// A block, whose lines break with the group around it.
  mutating func block(_ block: Block) -> Layout {
    braces(takeOpener(), block.statements, isOneLine: isOneLine(block.range))
  }

  /// What follows an opening brace: one statement on the brace's line if it was written there.
  mutating func braces(_ opener: Layout, _ body: [Statement], isOneLine: Bool) -> Layout {
    let content = inside(endsAtLineBreak: true) { builder in
      builder.statements(body) + builder.lastComments()
    }
    guard !content.isEmpty || opener.isMultiline else { return opener + take() }
    let line: Layout = isOneLine && body.count <= 1 ? .line : .newline
    return opener + .indented(line + content) + line + take()
  }

  /// What stands between a keyword and its block. The lines of an operation are set off from those
  /// of the block.
  mutating func head(_ value: Expression) -> Layout {
    guard case .binary = value.kind else { return expression(value) }
    return .indented(expression(value))
  }
}
