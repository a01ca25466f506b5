/// Pipelines and their stages.
extension LayoutBuilder {
  /// On one line, or each stage on its own: if it is too long, if it was written so, and if a stage
  /// before the last takes several lines.
  mutating func pipeline(_ pipeline: Pipeline) -> Layout {
    var lines: [Layout] = []
    var isBroken = false
    for (index, stage) in pipeline.stages.enumerated() {
      var line = Layout.empty
      if index > 0 {
        isBroken = isBroken || isAtLineBreak
        line = takeWord()
        isBroken = isBroken || isAtLineBreak
      }
      let isLast = index == pipeline.stages.count - 1
      line = line + self.stage(stage) + (isLast ? .empty : trailingComment())
      if !isLast { isBroken = isBroken || line.isMultiline }
      lines.append(line)
    }
    guard lines.count > 1 else { return .sequence(lines) }
    let rest = lines.dropFirst().flatMap { [.line, $0] }
    return .group(lines[0] + .indented(.sequence(rest)), isBroken: isBroken)
  }

  private mutating func stage(_ stage: Stage) -> Layout {
    switch stage.kind {
    case .command(let call): command(call)
    case .query(let query): self.query(query)
    case .expression(let value): expression(value)
    case .conditional(let conditional): .group(self.conditional(conditional))
    case .match(let match): self.match(match, stage.range)
    case .attempt(let attempt): self.attempt(attempt)
    case .prefixed(_, let value): takeWord() + pipeline(value)
    case .missing: .empty
    }
  }

  // MARK: - Commands

  /// On one line, or each flag on its own.
  private mutating func command(_ call: CommandCall) -> Layout {
    var parts = [take()]
    for argument in call.arguments.dropLast() {
      parts += [separator(before: argument), self.argument(argument)]
    }
    guard let last = call.arguments.last else { return .sequence(parts) }
    parts.append(separator(before: last))
    return group(parts, self.argument(last), hugs: last.isBracketed)
  }

  private func separator(before argument: Argument) -> Layout {
    switch argument.kind {
    case .flag, .endOfFlags: commandLine
    case .word, .value, .spread: .space
    }
  }

  private mutating func argument(_ argument: Argument) -> Layout {
    switch argument.kind {
    case .word, .endOfFlags: return take(through: argument.range)
    case .value(let value): return expression(value)
    case .spread(let value): return take() + expression(value)
    case .flag(_, let skipsNull, let value):
      let name = take() + (skipsNull ? take() : .empty)
      guard let value else { return name }
      return name + take() + self.argument(value)
    }
  }

  // MARK: - Queries

  private mutating func query(_ query: Query) -> Layout {
    let verb = take()
    switch query.kind {
    case .where(let condition): return verb + .space + expression(condition)
    case .select(let items), .extend(let items), .agg(let items):
      return .group(verb + .space + .indented(separated(items) { $0.selection($1) }))
    case .drop(let names): return verb + .space + self.names(names.count)
    case .sort(let keys):
      guard !keys.isEmpty else { return verb }
      return .group(verb + .space + .indented(separated(keys) { $0.sortKey($1) }))
    case .group(let keys, let aggregates): return verb + .space + group(by: keys, aggregates)
    case .aggregate(_, let value):
      return value.map { verb + .space + expression($0) } ?? verb
    case .join(let join): return verb + .space + self.join(join)
    }
  }

  private mutating func selection(_ selection: Selection) -> Layout {
    guard selection.isNamed else { return expression(selection.value) }
    return takeWord() + takeWord() + expression(selection.value)
  }

  private mutating func sortKey(_ key: SortKey) -> Layout {
    let value = expression(key.value)
    guard isNext(keyword: "asc") || isNext(keyword: "desc") else { return value }
    return value + .space + take()
  }

  private mutating func group(by keys: [Selection], _ aggregates: [Selection]?) -> Layout {
    let keys = Layout.group(.indented(separated(keys) { $0.selection($1) }))
    guard let aggregates else { return keys }
    return keys + .space + bracketed(aggregates, padding: .line) { $0.selection($1) }
  }

  private mutating func join(_ join: Join) -> Layout {
    let kind = isNext(before: join.right.range.lower) ? takeWord() : .empty
    let right = expression(join.right)
    let name = takeWord() + take(through: join.name.range)
    return kind + right + .space + name + .space + takeWord() + expression(join.condition)
  }
}

extension Argument {
  /// True for what can be broken behind its opening bracket.
  fileprivate var isBracketed: Bool {
    guard case .value(let value) = kind else { return false }
    return value.isBracketed
  }
}
