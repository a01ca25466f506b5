internal import LineEditing
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// One row on what the cursor is in: how a command is written and what it gives, or what the flag
/// means that is being written.
struct SignatureHint {
  private let vocabulary: Vocabulary
  private let place: InspectedPlace
  /// Columns that the row may take.
  private let width: Int

  init(_ vocabulary: Vocabulary, _ place: InspectedPlace, width: Int) {
    self.vocabulary = vocabulary
    self.place = place
    self.width = width
  }

  /// Nil where nothing has a name yet.
  var hint: Hint? {
    if let name = place.function, let pieces = function(name) { return Hint(pieces) }
    switch place.stage {
    case .query(let verb, _):
      return Hint(described(verb.usage.joined(separator: " "), verb.summary))
    case .command(let command, let input):
      return Hint(signature(command.name, command.parameters, result(of: command, input)))
    case .definition(let definition):
      return Hint(signature(definition.name, definition.parameters, definition.result))
    case .words, .expression, nil: return nil
    }
  }

  private static let faint = TextStyle(isFaint: true)
  private static let current = TextStyle(.cyan)

  private func described(_ usage: String, _ summary: String) -> [Prompt.Piece] {
    [Prompt.Piece(usage), Prompt.Piece("  \(summary)", Self.faint)]
  }

  private func function(_ name: String) -> [Prompt.Piece]? {
    if case .query? = place.stage, let aggregate = AggregateFunction(rawValue: name) {
      return described(FunctionPage.usage(name, aggregate.parameters), aggregate.summary)
    }
    if let definition = place.definitions.first(where: { $0.name == name }) {
      return described(
        "\(name)(\(definition.parameters.map(\.name).joined(separator: ", ")))",
        definition.summary
      )
    }
    guard let function = vocabulary.functions.first(where: { $0.name == name }) else { return nil }
    return described(FunctionPage(function).usage, function.summary)
  }

  // MARK: - Commands

  private func signature(
    _ name: String,
    _ parameters: [CommandParameter],
    _ result: DataType
  ) -> [Prompt.Piece] {
    if let flag = place.flag {
      return [
        Prompt.Piece("\(name) ", Self.faint),
        Prompt.Piece(Self.written(flag), Self.current),
        Prompt.Piece("  \(FlagCandidates.meaning(of: flag))", Self.faint),
      ]
    }
    let arrow = arrow(result)
    var room = width - DisplayWidth.of(name) - DisplayWidth.of(arrow) - 2
    var pieces = [Prompt.Piece(name)]
    // What must be there comes first; of the rest as much as there is room for.
    let ordered = parameters.filter(\.isRequired) + parameters.filter { !$0.isRequired }
    for parameter in ordered {
      let part = " \(CommandUsage.part(parameter))"
      guard DisplayWidth.of(part) <= room else {
        pieces.append(Prompt.Piece(" …", Self.faint))
        break
      }
      room -= DisplayWidth.of(part)
      pieces.append(Prompt.Piece(part, isCurrent(parameter) ? Self.current : Self.faint))
    }
    if !arrow.isEmpty { pieces.append(Prompt.Piece(arrow)) }
    return pieces
  }

  private static func written(_ flag: CommandParameter) -> String {
    flag.style == .toggle ? "--\(flag.name)" : "--\(flag.name) \(flag.type.placeholder)"
  }

  private func isCurrent(_ parameter: CommandParameter) -> Bool {
    guard case .argument(let current)? = place.expectation else { return false }
    return current.name == parameter.name && current.style == parameter.style
  }

  private func arrow(_ type: DataType) -> String {
    switch type {
    case .nothing, .any: ""
    case .stream(let row): " → rows of \(TypeWords.name(row))"
    default: " → \(TypeWords.name(type))"
    }
  }

  /// What a call gives of which only the types are known.
  private func result(of command: Command, _ input: DataType?) -> DataType {
    let arguments = command.parameters.map { parameter in
      (
        parameter.name,
        CheckedCall.Argument(type: parameter.type, constant: nil, range: SourceRange(at: 0))
      )
    }
    return command.output(
      CheckedCall(
        arguments: Dictionary(arguments) { first, _ in first },
        input: input
      )
    )
  }
}
