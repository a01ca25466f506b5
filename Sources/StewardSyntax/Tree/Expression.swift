package struct Expression: Sendable {
  package indirect enum Kind: Sendable {
    case literal(Literal)
    case string(StringLiteral)
    /// `$name`; the name without its `$`.
    case variable(String)
    /// A bare name in a row expression: a field of the row.
    case field(String)
    /// `_` in a row expression.
    case row
    /// `base.name`, `base?.name`, `base."name"`.
    case member(Expression, Name, isOptional: Bool)
    case index(Expression, Expression)
    /// `[lower..upper]` behind a value; either end may be missing.
    case slice(Expression, lower: Expression?, upper: Expression?)
    /// `name(arguments)`: a pure function, an aggregate or a one-word `def`.
    case call(Name, [Expression])
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, operatorRange: SourceRange, Expression, Expression)
    /// `a..b`, both ends included.
    case range(Expression, Expression)
    case list([Element])
    case record([Entry])
    case closure(Closure)
    /// `(pipeline)`: in command and expression mode.
    case pipeline(Pipeline)
    /// `(rowexpr)`: in a row expression parentheses only group.
    case parenthesized(Expression)
    /// Nothing where a value should be; a diagnostic says so.
    case missing
  }
  package var kind: Kind
  package var range: SourceRange
}

/// Literals that are one token. Text that only the checker can judge is kept as written.
package enum Literal: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  /// Digits with a point, underscores removed.
  case decimal(String)
  case float(Double)
  /// `12.50USD` as `12.50` and `USD`.
  case money(amount: String, currency: String)
  /// In nanoseconds.
  case duration(Int64)
  /// What follows the `@`.
  case datetime(String)
}

package enum UnaryOperator: String, Sendable { case negate = "-", not }

package enum BinaryOperator: String, Sendable {
  case or, and
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case matches = "=~"
  case matchesNot = "!~"
  case `in`
  case notIn = "not in"
  case coalesce = "??"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
}

/// A string, cut where it interpolates.
package struct StringLiteral: Sendable {
  package enum Segment: Sendable {
    /// Escapes resolved, indentation of a multi-line string removed.
    case text(String)
    /// `$name.name`, or `$( rowexpr )` inside a row expression.
    case expression(Expression)
    /// `$( pipeline )`.
    case pipeline(Pipeline)
  }
  package var segments: [Segment]
  package var range: SourceRange

  /// The text, if nothing is interpolated.
  package var constant: String? {
    switch segments.count {
    case 0: return ""
    case 1:
      guard case .text(let text) = segments[0] else { return nil }
      return text
    default: return nil
    }
  }
}

/// One element of a list: `value` or `...value`.
package struct Element: Sendable {
  package var value: Expression
  package var isSpread: Bool
}

/// One entry of a record.
package enum Entry: Sendable {
  case field(Name, Expression)
  case spread(Expression)
}

/// `{|x: T, y| … }`.
package struct Closure: Sendable {
  package var parameters: [(name: Name, type: TypeExpression?)]
  package var body: [Statement]
  package var range: SourceRange
}
