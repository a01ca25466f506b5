import StewardSyntax

/// A tree as one line of nested parentheses, for tests.
enum TreeOutline {
  static func of(_ text: String) -> String {
    statements(parse(text).script.statements)
  }

  static func statements(_ statements: [Statement]) -> String {
    statements.map { statement($0) }.joined(separator: "; ")
  }

  static func statement(_ statement: Statement) -> String {
    switch statement.kind {
    case .binding(let binding):
      let type = binding.type.map { ": \(self.type($0))" } ?? ""
      return "\(binding.keyword) \(binding.name.text)\(type) = \(pipeline(binding.value))"
    case .assignment(let assignment):
      let target = expression(assignment.target)
      return "\(target) \(assignment.operation.rawValue) \(pipeline(assignment.value))"
    case .definition(let definition): return self.definition(definition)
    case .forLoop(let loop):
      let second = loop.second.map { ", \($0.text)" } ?? ""
      return "for \(loop.first.text)\(second) in \(expression(loop.sequence)) \(block(loop.body))"
    case .whileLoop(let condition, let body):
      return "while \(expression(condition)) \(block(body))"
    case .returning(let value): return value.map { "return \(pipeline($0))" } ?? "return"
    case .breaking: return "break"
    case .continuing: return "continue"
    case .throwing(let value): return "throw \(expression(value))"
    case .source(let file): return "source \(string(file))"
    case .use(let file, let name): return "use \(string(file)) as \(name.text)"
    case .prefixed(let word, let value): return "\(word.text): \(pipeline(value))"
    case .pipeline(let value): return pipeline(value)
    case .missing: return "?"
    }
  }

  private static func definition(_ definition: Definition) -> String {
    let words = definition.words.map { $0.text }.joined(separator: " ")
    let parameters = definition.parameters.map { parameter($0) }.joined(separator: ", ")
    let result = definition.result.map { " -> \(type($0))" } ?? ""
    let effects = definition.effects.map { names in
      " effects " + names.map { $0.text }.joined(separator: " ")
    }
    return "def \(words)(\(parameters))\(result)\(effects ?? "") \(block(definition.body))"
  }

  static func parameter(_ parameter: ParameterDeclaration) -> String {
    let mark =
      switch parameter.style {
      case .positional: ""
      case .flag: "--"
      case .rest: "..."
      }
    let type = parameter.type.map { ": \(self.type($0))" } ?? ""
    let value = parameter.defaultValue.map { " = \(expression($0))" } ?? ""
    return mark + parameter.name.text + type + value
  }

  static func block(_ block: Block) -> String { "{\(statements(block.statements))}" }

  static func type(_ type: TypeExpression) -> String {
    switch type.kind {
    case .named(let name, let arguments) where arguments.isEmpty: return name.text
    case .named(let name, let arguments):
      return "\(name.text)<\(arguments.map { self.type($0) }.joined(separator: ", "))>"
    case .record(let fields):
      return "{\(fields.map { "\($0.name.text): \(self.type($0.type))" }.joined(separator: ", "))}"
    case .oneOf(let literals): return literals.map { string($0) }.joined(separator: "|")
    case .optional(let wrapped): return "(\(self.type(wrapped)))?"
    case .missing: return "?"
    }
  }

  // MARK: - Pipelines

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

  static func argument(_ argument: Argument) -> String {
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
      return "join \(join.kind) \(expression(join.right)) as \(join.name.text) on \(condition)"
    }
  }

  private static func selections(_ items: [Selection]) -> String {
    items.map { "\($0.name.text)\($0.isNamed ? " = " : " from ")\(expression($0.value))" }
      .joined(separator: ", ")
  }

  // MARK: - Expressions

  static func expression(_ value: Expression) -> String {
    switch value.kind {
    case .literal(let literal): return self.literal(literal)
    case .string(let literal): return string(literal)
    case .variable(let name): return "$\(name)"
    case .field(let name): return ".\(name)"
    case .row: return "_"
    case .member(let base, let name, let isOptional):
      return "\(expression(base))\(isOptional ? "?." : ".")\(name.text)"
    case .index(let base, let index): return "\(expression(base))[\(expression(index))]"
    case .slice(let base, let lower, let upper):
      return
        "\(expression(base))[\(lower.map { expression($0) } ?? "")..\(upper.map { expression($0) } ?? "")]"
    case .call(let name, let arguments):
      return "\(name.text)(\(arguments.map { expression($0) }.joined(separator: ", ")))"
    case .unary(let operation, let operand): return "(\(operation.rawValue) \(expression(operand)))"
    case .binary(let operation, _, let left, let right):
      return "(\(expression(left)) \(operation.rawValue) \(expression(right)))"
    case .range(let lower, let upper): return "(\(expression(lower))..\(expression(upper)))"
    case .list(let elements):
      return
        "[\(elements.map { ($0.isSpread ? "..." : "") + expression($0.value) }.joined(separator: ", "))]"
    case .record(let entries): return "{\(entries.map { entry($0) }.joined(separator: ", "))}"
    case .closure(let closure):
      let parameters = closure.parameters.map {
        $0.name.text + ($0.type.map { ": \(type($0))" } ?? "")
      }
      return "{|\(parameters.joined(separator: ", "))| \(statements(closure.body))}"
    case .pipeline(let pipeline): return "<\(self.pipeline(pipeline))>"
    case .parenthesized(let inner): return "(\(expression(inner)))"
    case .missing: return "?"
    }
  }

  private static func entry(_ entry: Entry) -> String {
    switch entry {
    case .field(let name, let value): "\(name.text): \(expression(value))"
    case .spread(let value): "...\(expression(value))"
    }
  }

  private static func literal(_ literal: Literal) -> String {
    switch literal {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .decimal(let text): "\(text)d"
    case .float(let value): "\(value)f"
    case .money(let amount, let currency): "\(amount) \(currency)"
    case .duration(let nanoseconds): "\(nanoseconds)ns"
    case .datetime(let text): "@\(text)"
    }
  }

  static func string(_ literal: StringLiteral) -> String {
    let segments = literal.segments.map { segment in
      switch segment {
      case .text(let text):
        text.replacing("\n", with: "\\n").replacing("\t", with: "\\t")
      case .expression(let value): "$(\(expression(value)))"
      case .pipeline(let value): "$<\(pipeline(value))>"
      }
    }
    return "\"\(segments.joined())\""
  }
}
