internal import LineEditing
internal import StewardRuntime
internal import StewardValues

/// What may stand in an expression: fields, functions, values to compare with.
struct RowCandidates {
  private let vocabulary: Vocabulary
  private let place: InspectedPlace

  init(_ vocabulary: Vocabulary, _ place: InspectedPlace) {
    self.vocabulary = vocabulary
    self.place = place
  }

  /// The bare names of a row expression; functions once one of them is begun.
  func names(_ names: InspectedPlace.RowNames, _ partial: String) -> [Candidate] {
    let own = names.others.map {
      Candidate($0.name, description: TypeWords.name($0.type), appendsBlank: false)
    }
    let fields = names.allowsFields ? fields(of: names.row) : []
    let aggregates = names.allowsAggregates ? self.aggregates : []
    let calls =
      partial.isEmpty
      ? []
      : functions.filter { call in
        !aggregates.contains { $0.text == call.text }
      }
    return own + fields + aggregates + calls
  }

  func fields(of type: DataType) -> [Candidate] {
    guard case .record(let shape) = type.unwrapped else { return [] }
    return shape.fields.map { field in
      let type = TypeWords.name(field.type)
      let summary = field.summary.isEmpty ? "" : "  \(field.summary)"
      // A dot or a comma may be next.
      return Candidate(field.name, description: type + summary, appendsBlank: false)
    }
  }

  /// The values that an enumeration has, as text in quotes.
  func values(of type: DataType?, quote: Character?) -> [Candidate] {
    guard case .oneOf(let enumeration)? = type?.unwrapped else { return [] }
    return enumeration.values.map { Candidate($0, description: enumeration.name).quoted(quote) }
  }

  private var aggregates: [Candidate] {
    AggregateFunction.allCases.map { function in
      Candidate(
        function.parameters.isEmpty ? "\(function.name)()" : "\(function.name)(",
        description: function.summary,
        appendsBlank: false
      )
    }
  }

  /// The functions of the language, and defs of one word.
  var functions: [Candidate] {
    let own = place.definitions.filter { !$0.name.contains(" ") && !$0.name.contains("-") }.map {
      Candidate("\($0.name)(", description: $0.summary, appendsBlank: false)
    }
    return own
      + vocabulary.functions.map { function in
        Candidate(
          "\(function.name)(",
          description: "\(FunctionPage(function).usage)  \(function.summary)",
          appendsBlank: false
        )
      }
  }
}
