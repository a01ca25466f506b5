internal import LineEditing
internal import StewardRuntime
internal import StewardSyntax
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

  /// What stands beside an operator: first what the other side may be, whose quotes need not be typed.
  func offer(_ names: [Candidate], besides other: DataType?, _ typed: TypedPlace) -> Offer {
    let values = values(of: other, quote: "\"").filter {
      $0.text.hasPrefix(typed.partial) || $0.text.dropFirst().hasPrefix(typed.partial)
    }
    guard !values.isEmpty else { return Offer(names) }
    var offer = Offer(values + names.filter { $0.text.hasPrefix(typed.partial) })
    offer.isMatched = true
    return offer
  }

  /// The fields of what stands before a dot. Where that may be null, the dot becomes `?.`.
  func members(of type: DataType, _ typed: TypedPlace) -> Offer {
    let fields = fields(of: type)
    let typedBefore = typed.source.bytes.prefix(typed.start)
    guard type.isOptional, typedBefore.last == UInt8(ascii: "."),
      typedBefore.dropLast().last != UInt8(ascii: "?")
    else { return Offer(fields) }
    let matching = fields.filter { $0.text.hasPrefix(typed.partial) }
    var offer = Offer(
      matching.map {
        Candidate("?.\($0.text)", description: $0.description, appendsBlank: false)
      }
    )
    (offer.isMatched, offer.before) = (true, 1)
    return offer
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
