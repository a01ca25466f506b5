/// A tree as one line of nested brackets, without the places. For tests, and for the formatter's
/// check of itself.
package enum TreeOutline {
  package static func of(_ script: Script) -> String {
    let header = script.runbook.map { [runbook($0)] } ?? []
    return (header + script.statements.map { statement($0) }).joined(separator: "; ")
  }

  private static func runbook(_ header: RunbookHeader) -> String {
    let parts =
      header.parameters.map { "param \(parameter($0))" }
      + (header.effects.map { ["effects \($0.map(\.text).joined(separator: " "))"] } ?? [])
      + header.guards.map { "guard \($0.effect.text) <= \($0.limit)" }
      + (header.organization.map { ["organization \(string($0))"] } ?? [])
    return "runbook \(string(header.title)) {\(parts.joined(separator: "; "))}"
  }

  static func statements(_ statements: [Statement]) -> String {
    statements.map { statement($0) }.joined(separator: "; ")
  }

  static func statement(_ statement: Statement) -> String {
    switch statement.kind {
    case .binding(let binding):
      let type = binding.type.map { ": \(self.type($0))" } ?? ""
      return "\(binding.keyword.rawValue) \(binding.name.text)\(type) = \(pipeline(binding.value))"
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
    return
      "\(documentation(definition.documentation))def \(words)(\(parameters))\(result)\(effects ?? "") \(block(definition.body))"
  }

  private static func parameter(_ parameter: ParameterDeclaration) -> String {
    let mark =
      switch parameter.style {
      case .positional: ""
      case .flag: "--"
      case .rest: "..."
      }
    let type = parameter.type.map { ": \(self.type($0))" } ?? ""
    let value = parameter.defaultValue.map { " = \(expression($0))" } ?? ""
    return documentation(parameter.documentation) + mark + parameter.name.text + type + value
  }

  private static func documentation(_ lines: [String]) -> String {
    lines.map { "## \($0.trimmingBlanks) " }.joined()
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
}
