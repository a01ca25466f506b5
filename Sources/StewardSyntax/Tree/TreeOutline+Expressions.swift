extension TreeOutline {
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
