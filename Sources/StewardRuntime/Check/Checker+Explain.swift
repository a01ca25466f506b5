internal import StewardSyntax
internal import StewardValues

/// `explain`: a pipeline is checked as if it were run, and each stage keeps what is known of it.
extension Checker {
  func checkExplained(_ pipeline: Pipeline) -> Typed {
    // Nothing is done: what the commands would do is not what this does.
    let before = tally
    defer { tally = before }
    tally = EffectTally()
    var stages: [ExplainedStage] = []
    _ = check(pipeline) { stage, input, typed in
      stages.append(explained(stage, input, typed))
      tally = EffectTally()
    }
    let node = ExplainNode(
      site(pipeline.range),
      stages,
      consumer: session.isInteractive ? .screens : .all
    )
    return Typed(node, .list(.record(Explanation.shape)), pipeline.range)
  }

  private func explained(_ stage: Stage, _ input: DataType?, _ typed: Typed) -> ExplainedStage {
    let call: CommandCall? = if case .command(let call) = stage.kind { call } else { nil }
    let closures = call?.closureRanges ?? (stage.isBranch ? [stage.range] : [])
    var own: EffectRow?
    var (inArguments, inClosures): ([EffectRow], [EffectRow]) = ([], [])
    for row in tally.rows {
      if let call, row.range == call.range {
        own = row
      } else if closures.contains(where: { $0.union(row.range) == $0 }) {
        inClosures.append(row)
      } else {
        inArguments.append(row)
      }
    }
    return ExplainedStage(
      node: typed.node,
      text: oneLine(source[stage.range]),
      input: input,
      output: typed.type,
      holding: holding(of: stage, typed.node),
      isJoin: stage.isJoin,
      own: own,
      arguments: inArguments,
      closures: inClosures,
      callees: tally.callees
    )
  }

  private func holding(of stage: Stage, _ node: Node) -> Holding? {
    if case .query(let query) = stage.kind {
      if case .join(let join) = query.kind, join.kind == .semi || join.kind == .anti {
        return .keys
      }
      return QueryVerb(rawValue: source[query.verb])?.holding
    }
    return (node as? CommandNode)?.holding
  }

  /// A stage as one line of the explanation.
  private func oneLine(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 120 ? "\(line.prefix(119))…" : line
  }
}

extension Stage {
  /// `if`, `match` and `try`, whose blocks may do something.
  fileprivate var isBranch: Bool {
    switch kind {
    case .conditional, .match, .attempt: true
    default: false
    }
  }

  fileprivate var isJoin: Bool {
    guard case .query(let query) = kind, case .join = query.kind else { return false }
    return true
  }
}

extension CommandCall {
  /// Where its closures stand.
  fileprivate var closureRanges: [SourceRange] {
    arguments.compactMap { argument in
      guard case .value(let expression) = argument.kind, case .closure = expression.kind else {
        return nil
      }
      return argument.range
    }
  }
}
