extension TreeOutline {
  static func pipeline(_ pipeline: Pipeline) -> String {
    pipeline.stages.map { stage($0) }.joined(separator: " | ")
  }

  private static func stage(_ stage: Stage) -> String {
    switch stage.kind {
    case .command(let call):
      return "[\(([call.head.text] + call.arguments.map { argument($0) }).joined(separator: " "))]"
    case .query(let query): return self.query(query)
    case .expression(let value): return expression(value)
    case .conditional(let conditional):
      let otherwise = conditional.otherwise.map { " else \(block($0))" } ?? ""
      return "if \(expression(conditional.condition)) \(block(conditional.then))\(otherwise)"
    case .match(let match):
      return
        "match \(expression(match.subject)) {\(match.arms.map { arm($0) }.joined(separator: ", "))}"
    case .attempt(let attempt):
      let catches = attempt.catches.map { clause in
        let name = clause.name.map { " \($0.text)" } ?? ""
        let condition = clause.condition.map { " if \(expression($0))" } ?? ""
        return " catch\(name)\(condition) \(block(clause.body))"
      }
      let finally = attempt.finally.map { " finally \(block($0))" } ?? ""
      return "try \(block(attempt.body))\(catches.joined())\(finally)"
    case .prefixed(let word, let value): return "\(word.text): \(pipeline(value))"
    case .missing: return "?"
    }
  }

  private static func arm(_ arm: Match.Arm) -> String {
    let patterns = arm.patterns.map { pattern in
      switch pattern.kind {
      case .literal(let value): expression(value)
      case .range(let lower, let upper): "\(expression(lower))..\(expression(upper))"
      case .wildcard: "_"
      }
    }
    let condition = arm.condition.map { " if \(expression($0))" } ?? ""
    return "\(patterns.joined(separator: "|"))\(condition) => \(block(arm.body))"
  }

  private static func argument(_ argument: Argument) -> String {
    switch argument.kind {
    case .word(let word): return word
    case .value(let value): return expression(value)
    case .spread(let value): return "...\(expression(value))"
    case .flag(let name, let skipsNull, let value):
      let value = value.map { "=\(self.argument($0))" } ?? ""
      return "--\(name.text)\(skipsNull ? "?" : "")\(value)"
    case .endOfFlags: return "--"
    }
  }

  private static func query(_ query: Query) -> String {
    switch query.kind {
    case .where(let condition): return "where \(expression(condition))"
    case .select(let items): return "select \(selections(items))"
    case .extend(let items): return "extend \(selections(items))"
    case .drop(let names): return "drop \(names.map { $0.text }.joined(separator: ", "))"
    case .sort(let keys):
      return
        "sort \(keys.map { expression($0.value) + ($0.descending ? " desc" : "") }.joined(separator: ", "))"
    case .group(let keys, let aggregates):
      return "group \(selections(keys))" + (aggregates.map { " {\(selections($0))}" } ?? "")
    case .agg(let items): return "agg \(selections(items))"
    case .aggregate(let name, let value):
      return name.text + (value.map { " \(expression($0))" } ?? "")
    case .join(let join):
      let condition = expression(join.condition)
      return
        "join \(join.kind.rawValue) \(expression(join.right)) as \(join.name.text) on \(condition)"
    }
  }

  private static func selections(_ items: [Selection]) -> String {
    items.map { "\($0.name.text)\($0.isNamed ? " = " : " from ")\(expression($0.value))" }
      .joined(separator: ", ")
  }
}
