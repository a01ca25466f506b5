internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The steps of a runbook whose literals become parameters, as far as it still checks with them.
struct GeneralScript {
  private(set) var steps: [String]
  private(set) var parameters: [RunbookDraft.Parameter]
  private(set) var effects: Effects = []
  private var taken: Set<String>

  /// `given`: `--arg NAME VALUE` of the session. `taken`: Names that the steps use.
  init(_ steps: [String], given: [(name: String, value: String)], taken: Set<String>) {
    self.steps = steps
    self.taken = taken
    parameters = given.map {
      RunbookDraft.Parameter(
        name: $0.name.split(separator: "_").joined(separator: "-"),
        type: "string",
        example: $0.value,
        isRequired: true,
        meaning: "a text",
        defaultValue: nil
      )
    }
  }

  /// A literal that is to be given from outside.
  private struct Choice {
    let candidate: ParameterCandidate
    let parameter: RunbookDraft.Parameter
  }

  /// Parameters for the literals that somebody looked up.
  ///
  /// - Throws: `wrong` if the steps as they are do not check.
  mutating func parameterize() throws(RunbookDraft.Problem) {
    let (plain, result) = check([])
    guard let program = result.program else { throw .wrong(plain, result.diagnostics) }
    effects = program.effects
    let candidates = ParameterCandidate.all(in: program, .program)
    var chosen: [Choice] = []
    for candidate in candidates {
      for type in candidate.declarations {
        let choice = Choice(candidate: candidate, parameter: parameter(candidate, type, chosen))
        guard let program = check(chosen + [choice]).result.program,
          program.effects.subtracting(effects).isSubset(of: .read)
        else { continue }
        chosen.append(choice)
        break
      }
    }
    let source = Self.text(steps, parameters)
    steps = Self.replaced(steps, chosen, source.offset)
    parameters += chosen.map(\.parameter)
  }

  private func parameter(
    _ candidate: ParameterCandidate,
    _ type: String,
    _ chosen: [Choice]
  ) -> RunbookDraft.Parameter {
    let options = Vocabulary.program.optionNames()
    let used = Set(chosen.map(\.parameter.name))
    let wanted = options.contains(candidate.name) ? candidate.name + "-name" : candidate.name
    let name = FreeName.first(wanted, separator: "-") { name in
      !used.contains(name) && !taken.contains(Self.variable(name))
        && !ReservedWords.names.contains(name)
    }
    let isSecret = candidate.kind == .secret
    let isHarmless = effects.isDisjoint(with: .changes) && !isSecret
    return RunbookDraft.Parameter(
      name: name,
      type: isSecret ? "secret" : type,
      example: isSecret ? nil : candidate.value.plainText,
      isRequired: !isHarmless,
      meaning: candidate.meaning,
      defaultValue: isHarmless ? candidate.written : nil
    )
  }

  /// `older-than` as `older_than`.
  static func variable(_ name: String) -> String {
    name.split(separator: "-").joined(separator: "_")
  }

  // MARK: - Texts

  private func check(_ chosen: [Choice]) -> (source: SourceText, result: CheckResult) {
    let (offset, _) = Self.text(steps, parameters)
    let texts = Self.replaced(steps, chosen, offset)
    let source = Self.text(texts, parameters + chosen.map(\.parameter)).source
    return (source, Session(.program).check(source))
  }

  /// A script for the check, and where its steps begin.
  private static func text(
    _ steps: [String],
    _ parameters: [RunbookDraft.Parameter]
  ) -> (offset: Int, source: SourceText) {
    let header = RunbookText.header("Session", parameters, effects: nil)
    let text = header + steps.joined(separator: "\n") + "\n"
    return (header.utf8.count, SourceText(text, name: "session"))
  }

  /// The steps with variables in place of literals, whose places count from the script's beginning.
  private static func replaced(_ steps: [String], _ chosen: [Choice], _ offset: Int) -> [String] {
    var start = offset
    return steps.map { step in
      let end = start + step.utf8.count
      defer { start = end + 1 }
      var edits = LiteralEdits()
      for choice in chosen {
        for place in choice.candidate.places
        where Int(place.range.lower) >= start && Int(place.range.upper) <= end {
          let range = SourceRange(Int(place.range.lower) - start, Int(place.range.upper) - start)
          let variable = "$" + variable(choice.parameter.name)
          edits.replace(range, choice.candidate.value.plainText, variable, place.isInList)
        }
      }
      return edits.applied(to: SourceText(step, name: "step"))
    }
  }
}

/// Literals replaced by variables; several of one list are written together.
private struct LiteralEdits {
  private var single = TextEdits()
  private var lists: [SourceRange: [(text: String, variable: String)]] = [:]

  mutating func replace(
    _ range: SourceRange,
    _ text: String,
    _ variable: String,
    _ isInList: Bool
  ) {
    guard isInList else { return single.replace(range, with: variable) }
    lists[range, default: []].append((text, variable))
  }

  func applied(to source: SourceText) -> String {
    var edits = single
    for (range, variables) in lists {
      let written = source[range]
      let isQuoted = written.hasPrefix("\"") || written.hasPrefix("'")
      let texts = isQuoted ? variables.map(\.text) : written.split(separator: ",").map(String.init)
      let elements = texts.map { text in
        variables.first { $0.text == text }?.variable ?? CommandText.quoted(text)
      }
      edits.replace(range, with: "[\(elements.joined(separator: ", "))]")
    }
    return edits.applied(to: source)
  }
}
