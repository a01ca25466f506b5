/// Stages joined by `|`.
package struct Pipeline: Sendable {
  package var stages: [Stage]
  package var range: SourceRange
}

package struct Stage: Sendable {
  package indirect enum Kind: Sendable {
    case command(CommandCall)
    case query(Query)
    case expression(Expression)
    case conditional(Conditional)
    case match(Match)
    case attempt(Attempt)
    /// `plan`, `explain` or `as-curl` before a pipeline: the only stage of its own.
    case prefixed(Name, Pipeline)
    case missing
  }
  package var kind: Kind
  package var range: SourceRange
}

/// A head word and what follows it, not yet bound to any command: which of the words belong to the
/// command's name and which are arguments is for the binder to say.
package struct CommandCall: Sendable {
  /// The first word, with dots if it has a module prefix.
  package var head: Name
  package var arguments: [Argument]
  package var range: SourceRange

  package var flagNames: Set<String> {
    Set(arguments.compactMap { if case .flag(let name, _, _) = $0.kind { name.text } else { nil } })
  }
}

package struct Argument: Sendable {
  package indirect enum Kind: Sendable {
    /// A bare word, as written.
    case word(String)
    /// A string, variable path, `(pipeline)`, list, record or closure.
    case value(Expression)
    /// `...$xs`.
    case spread(Expression)
    /// `--name`, `--name?`, `--name=value`. A value behind a blank is the next argument.
    case flag(Name, skipsNull: Bool, value: Argument?)
    /// `--`: no more flags.
    case endOfFlags
  }
  package var kind: Kind
  package var range: SourceRange
}

/// The stages whose grammar is their own because they take row expressions.
package struct Query: Sendable {
  package indirect enum Kind: Sendable {
    case `where`(Expression)
    case select([Selection])
    case extend([Selection])
    case drop([Name])
    case sort([SortKey])
    case group(keys: [Selection], aggregates: [Selection]?)
    case agg([Selection])
    /// `sum`, `avg`, `min`, `max`; without an expression the row itself.
    case aggregate(Name, Expression?)
    case join(Join)
  }
  package var kind: Kind
  /// The verb's own place.
  package var verb: SourceRange
}

/// `name = rowexpr`, or a path that gives its last name.
package struct Selection: Sendable {
  package var name: Name
  /// True if the name was written, not taken from the path.
  package var isNamed: Bool
  package var value: Expression
}

package struct SortKey: Sendable {
  package var value: Expression
  package var descending: Bool
}

package struct Join: Sendable {
  package enum Kind: String, CaseIterable, Sendable { case inner, left, full, semi, anti }
  package var kind: Kind
  /// What it is joined with: a list in a variable or a pipeline in parentheses.
  package var right: Expression
  package var name: Name
  package var condition: Expression
}

/// `if c { } else { }`; `else if` is an `.conditional` in a block of its own.
package struct Conditional: Sendable {
  package var condition: Expression
  package var then: Block
  package var otherwise: Block?
}

package struct Match: Sendable {
  package struct Arm: Sendable {
    package var patterns: [Pattern]
    package var condition: Expression?
    package var body: Block
    package var range: SourceRange
  }
  package var subject: Expression
  package var arms: [Arm]
  /// From `match` to the subject's end: what a missing arm is reported at.
  package var headRange: SourceRange
}

package struct Pattern: Sendable {
  package indirect enum Kind: Sendable {
    case literal(Expression)
    case range(Expression, Expression)
    case wildcard
  }
  package var kind: Kind
  package var range: SourceRange
}

package struct Attempt: Sendable {
  package struct Catch: Sendable {
    package var name: Name?
    package var condition: Expression?
    package var body: Block
    package var range: SourceRange
  }
  package var body: Block
  package var catches: [Catch]
  package var finally: Block?
}
