internal import StewardSyntax
internal import StewardValues

/// Explains the stages of a pipeline, with what each takes of the one before it.
struct Explainer {
  private let stages: [ExplainedStage]
  private let evaluator: Evaluator
  private let frame: Frame
  /// What is taken of each stage's rows.
  private var takings: [Taking]
  private var probes: [ProbedStage?]

  init(
    _ stages: [ExplainedStage],
    _ consumer: Demand,
    _ evaluator: Evaluator,
    _ frame: Frame
  ) {
    self.stages = stages
    self.evaluator = evaluator
    self.frame = frame
    takings = Array(repeating: Taking(), count: stages.count)
    probes = Array(repeating: nil, count: stages.count)
    if let last = stages.last, last.givesRows { takings[stages.count - 1].demand = consumer }
    for index in stages.indices.dropFirst().reversed() where stages[index].takesRows {
      let probe = ProbedStage(stages[index].node, takings[index], evaluator, frame)
      probes[index] = probe
      // A stage that does something with its rows, such as `save`, takes all of them.
      takings[index - 1] =
        probe?.taking ?? Taking(demand: stages[index].holding == nil ? nil : .all)
    }
  }

  /// One for each stage, followed by one for each command inside it.
  var records: ContiguousArray<Value> {
    var records: ContiguousArray<Value> = []
    let fetching = stages.first.flatMap(fetching)
    for (index, stage) in stages.enumerated() {
      var explanation = Explanation(step: "\(index + 1)", stage: stage.text)
      explanation.add(stage.own)
      if index == 0 { explain(stage, fetching, &explanation) }
      if let probe = probes[index] { explain(stage, probe, takings[index], &explanation) }
      if stage.takesRows { explanation.holds = stage.holds }
      note(probes[index]?.ownMatches ?? [], fetching?.filters ?? [], &explanation)
      records.append(explanation.record)
      records += inner(stage, step: explanation.step)
    }
    return records
  }

  // MARK: The source

  private func fetching(_ stage: ExplainedStage) -> Fetching? {
    guard let node = stage.node as? CommandNode else { return nil }
    return node.fetching(evaluator, frame, takings[0])
  }

  private func explain(
    _ stage: ExplainedStage,
    _ fetching: Fetching?,
    _ explanation: inout Explanation
  ) {
    if let fetching {
      explanation.sends = fetching.request
      explanation.requests = fetching.requests
      explanation.pushed = fetching.filters.map(\.match.text)
      explanation.notes += fetching.notes
    } else if stage.isQuiet {
      explanation.notes.append("nothing is fetched")
    }
    guard stage.givesRows, fetching != nil || stage.own != nil, let demand = takings[0].demand
    else { return }
    explanation.rows = demand.words
    explanation.fields = demand.fields.map { $0.sorted() }
  }

  // MARK: The stages

  private func explain(
    _ stage: ExplainedStage,
    _ probe: ProbedStage,
    _ taking: Taking,
    _ explanation: inout Explanation
  ) {
    let before = probe.taking.demand ?? Demand()
    if let rows = before.rows, taking.demand?.rows == nil {
      explanation.rows = "stops its input after \(rows == 1 ? "1 row" : "\(rows) rows")"
    } else if stage.writesText, stage.holding != .rows {
      explanation.rows = "written as they come"
    } else if probe.blocks {
      explanation.rows =
        stage.givesRows ? "takes all before it gives the first" : "takes all, and gives one value"
    } else if taking.demand?.drains ?? false, !before.drains {
      explanation.rows = "stream, and may stop the input early"
    } else {
      explanation.rows = "stream"
    }
  }

  /// Says of the comparisons of a `where` which are made twice.
  private func note(
    _ matches: [FieldMatch],
    _ filters: [Fetching.Filter],
    _ explanation: inout Explanation
  ) {
    for match in matches {
      guard let filter = filters.first(where: { $0.match.text == match.text }) else { continue }
      explanation.notes.append(
        "`\(match.path.joined(separator: "."))` is compared by the server (\(filter.flag)), "
          + "and here again"
      )
    }
  }

  // MARK: Inside a stage

  private func inner(_ stage: ExplainedStage, step: String) -> [Value] {
    let called = stage.callees.flatMap { $0.effects.reachable.rows }
    let groups = [
      (stage.arguments, "before the stage begins"), (stage.closures, nil), (called, "in a def"),
    ]
    let rows = groups.flatMap { rows, note in rows.map { ($0, note) } }
    return rows.enumerated().map { index, entry in
      let (row, note) = entry
      var explanation = Explanation(step: "\(step).\(index + 1)", stage: row.command)
      explanation.requests = row.requests
      explanation.add(row)
      let line = row.source.line(of: row.range.lower)
      explanation.notes += [note.map { "\($0), line \(line)" }].compactMap(\.self)
      return explanation.record
    }
  }
}

extension Demand {
  /// How much is taken, in a few words.
  fileprivate var words: String {
    if let rows { return rows == 1 ? "at most 1" : "at most \(rows)" }
    if let firstPage { return "\(firstPage) at first, more when they are wanted" }
    return drains ? "all" : "until the consumer has enough"
  }
}

extension FieldMatch {
  /// As a script writes it.
  fileprivate var text: String {
    let field = path.joined(separator: ".")
    guard values.count == 1, let value = values.first else {
      return "\(field) in \(JSONWriter.text(Value(values)))"
    }
    return "\(field) == \(JSONWriter.text(value))"
  }
}
