package import StewardSyntax
package import StewardValues

/// What is known of a text while it is typed.
package struct Inspection {
  package let tree: SyntaxTree
  /// All that the checker says, also of lines that the parser could not read.
  package let findings: [Diagnostic]
  /// All that a run might do, as far as the text can be understood.
  package let effects: Effects
  package let effectRows: [EffectRow]
  /// What is known at the place that was asked about.
  package let place: InspectedPlace
  /// False if the text names a file, which was not read: its names are not known.
  package let isComplete: Bool
  /// True if a secret is written in it.
  package let holdsSecret: Bool
}

/// What the checker knows at one place of a text.
package struct InspectedPlace {
  /// The innermost stage there; nil where none is.
  package internal(set) var stage: InspectedStage?
  /// Where that stage begins.
  package internal(set) var stageStart: Int?
  /// What may stand there.
  package internal(set) var expectation: Expectation?
  /// The flag whose name or value stands there.
  package internal(set) var flag: CommandParameter?
  /// The innermost function whose arguments stand there.
  package internal(set) var function: String?
  var scopes: [Scope] = []

  /// What may be written at the place.
  package enum Expectation {
    /// A field of a row, in an expression; `aggregates` are allowed, too. What it is compared with, if
    /// it is, has a type.
    case field(RowNames, comparedWith: DataType?)
    /// Behind a dot.
    case member(of: DataType)
    case variable
    /// Text in quotes that is compared with something of a type.
    case text(comparedWith: DataType)
    case argument(CommandParameter)
    /// Any value, outside of row expressions.
    case value
  }

  /// The bare names of a row expression.
  package struct RowNames {
    package let row: DataType
    /// Names that stand for fields of the result, or for the row of a join.
    package let others: [(name: String, type: DataType)]
    package let allowsAggregates: Bool
    /// In a group, the row's fields stand in aggregates only.
    package let allowsFields: Bool
  }
}

/// A stage of a pipeline.
package enum InspectedStage {
  case query(QueryVerb, row: DataType)
  case command(Command, input: DataType?)
  case definition(DefinedName)
  /// Words that name nothing yet.
  case words(input: DataType?)
  case expression

  /// The type of what comes through the pipe before it; nil at the beginning.
  package var input: DataType? {
    switch self {
    case .query(_, let row): .stream(row)
    case .command(_, let input), .words(let input): input
    case .definition, .expression: nil
    }
  }
}

/// A command that the text or the session defines.
package struct DefinedName {
  /// With blanks between its words.
  package let name: String
  package let parameters: [CommandParameter]
  package let result: DataType
  /// The first line that stands above it.
  package let summary: String

  init(_ definition: DefinedCommand, as name: String? = nil) {
    self.name = name ?? definition.name
    parameters = definition.parameters
    result = definition.result
    summary = definition.definition.documentation.first ?? ""
  }
}

extension InspectedPlace {
  /// The names that `$` may be followed by, in order.
  package var variables: [(name: String, type: DataType)] {
    var types: [String: DataType] = [:]
    for scope in scopes { for (name, variable) in scope.variables { types[name] = variable.type } }
    return types.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The defs that may be called, in order.
  package var definitions: [DefinedName] {
    var known: [String: DefinedName] = [:]
    for scope in scopes {
      for (name, command) in scope.definitions { known[name] = DefinedName(command, as: name) }
    }
    return known.values.sorted { $0.name < $1.name }
  }
}
