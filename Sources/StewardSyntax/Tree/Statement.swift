/// A parsed script. It is always there, however wrong the text: what is missing is `.missing`.
package struct Script: Sendable {
  package var runbook: RunbookHeader?
  package var statements: [Statement]
}

/// A name and where it stands.
package struct Name: Sendable, Hashable {
  package var text: String
  package var range: SourceRange
  package init(_ text: String, _ range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// `runbook "Title" { param … effects … guard … organization … }`.
package struct RunbookHeader: Sendable {
  package var range: SourceRange
  package var title: StringLiteral
  package var parameters: [ParameterDeclaration]
  package var effects: [Name]?
  package var guards: [Guard]
  package var organization: StringLiteral?

  /// `guard destroy <= 5`.
  package struct Guard: Sendable {
    package var effect: Name
    package var limit: Int
    package var range: SourceRange
  }
}

package struct Statement: Sendable {
  package indirect enum Kind: Sendable {
    /// `let name: T = pipeline`, `mut`, `const`.
    case binding(Binding)
    /// `$path = pipeline`, `+=`, `-=`.
    case assignment(Assignment)
    case definition(Definition)
    case forLoop(ForLoop)
    case whileLoop(condition: Expression, body: Block)
    case returning(Pipeline?)
    case breaking
    case continuing
    case throwing(Expression)
    /// `source "f.steward"`.
    case source(StringLiteral)
    /// `use "f.steward" as name`.
    case use(StringLiteral, as: Name)
    case pipeline(Pipeline)
    /// Text that is no statement; a diagnostic says why.
    case missing
  }
  package var kind: Kind
  package var range: SourceRange
}

package struct Binding: Sendable {
  package enum Keyword: String, Sendable { case `let`, mut, const }
  package var keyword: Keyword
  package var name: Name
  package var type: TypeExpression?
  package var value: Pipeline
}

package struct Assignment: Sendable {
  package enum Operator: String, Sendable {
    case set = "="
    case add = "+="
    case subtract = "-="
  }
  /// A variable with any path behind it.
  package var target: Expression
  package var operation: Operator
  package var operatorRange: SourceRange
  package var value: Pipeline
}

/// `def keys old (workspace: id<workspace>?, --days: int = 90) -> stream<ApiKey> effects read { … }`.
package struct Definition: Sendable {
  /// Lines of `##` above it, without the marks.
  package var documentation: [String]
  package var words: [Name]
  package var parameters: [ParameterDeclaration]
  package var result: TypeExpression?
  package var effects: [Name]?
  package var body: Block
}

package struct ParameterDeclaration: Sendable {
  package enum Style: Sendable { case positional, flag, rest }
  package var documentation: [String]
  package var style: Style
  /// As written, with hyphens: `older-than` is `$older_than`.
  package var name: Name
  package var type: TypeExpression?
  package var defaultValue: Expression?
  package var range: SourceRange
}

package struct ForLoop: Sendable {
  /// Index or key, when two names are given.
  package var first: Name
  package var second: Name?
  package var sequence: Expression
  package var body: Block
}

/// Statements in braces. Its value is that of its last pipeline.
package struct Block: Sendable {
  package var statements: [Statement]
  package var range: SourceRange
}

/// A type as it is written.
package struct TypeExpression: Sendable {
  package indirect enum Kind: Sendable {
    /// `int`, `list<T>`, `id<workspace>`, `ApiKey`.
    case named(Name, [TypeExpression])
    case record([(name: Name, type: TypeExpression)])
    /// `"a" | "b"`.
    case oneOf([StringLiteral])
    case optional(TypeExpression)
    case missing
  }
  package var kind: Kind
  package var range: SourceRange
}
