internal import StewardSyntax
internal import StewardValues

/// Pipelines: stages joined by `|`, each with the type of what comes through the pipe.
extension Checker {
  /// A pipeline whose value is stored or handed over: streams are collected.
  func checkValue(_ pipeline: Pipeline) -> Typed {
    let value = check(pipeline)
    if value.type.isNothing, let last = pipeline.stages.last {
      report(.givesNothing(stageName(last), at: last.range))
    }
    return Typed(value.node, value.type.forced, constant: value.constant, value.range)
  }

  /// A pipeline whose rows may still be pulled. `observe` is told of each stage.
  func check(
    _ pipeline: Pipeline,
    observe: (_ stage: Stage, _ input: DataType?, _ typed: Typed) -> Void = { _, _, _ in }
  ) -> Typed {
    // Inside a row expression's closure or a nested pipeline the row's fields mean nothing.
    let outerRows = rows
    rows = []
    defer { rows = outerRows }
    guard let first = pipeline.stages.first else { return wrong(pipeline.range) }
    var typed = checkFirst(first)
    observe(first, nil, typed)
    var nodes = [typed.node]
    for stage in pipeline.stages.dropFirst() {
      let previousLine = line(of: typed.range)
      let input = typed.type
      typed = check(stage, input: input, from: previousLine)
      observe(stage, input, typed)
      nodes.append(typed.node)
    }
    guard nodes.count > 1 else {
      return Typed(typed.node, typed.type, constant: typed.constant, pipeline.range)
    }
    return Typed(PipelineNode(site(pipeline.range), nodes), typed.type, pipeline.range)
  }

  private func checkFirst(_ stage: Stage) -> Typed {
    observe(stage, input: nil)
    switch stage.kind {
    case .expression(let expression): return check(expression)
    case .command(let call): return checkCommand(call, input: nil, from: nil)
    case .conditional(let conditional): return checkValue(conditional, stage.range)
    case .match(let match): return checkValue(match, stage.range)
    case .attempt(let attempt): return checkValue(attempt, stage.range)
    case .prefixed(let name, let pipeline): return checkPrefixed(name, pipeline)
    case .query(let query):
      report(.queryWithoutInput(source[query.verb], at: query.verb))
      return wrong(stage.range)
    case .missing: return wrong(stage.range)
    }
  }

  private func check(_ stage: Stage, input: DataType, from line: Int) -> Typed {
    observe(stage, input: input)
    switch stage.kind {
    case .query(let query):
      guard let row = input.row else {
        report(.noRows(input, verb: source[query.verb], at: query.verb))
        return wrong(stage.range)
      }
      return check(query, row, input, stage.range)
    case .command(let call): return checkCommand(call, input: input, from: line)
    // The parser has said that these take no input.
    case .expression, .conditional, .match, .attempt, .prefixed, .missing:
      return wrong(stage.range)
    }
  }

  private func stageName(_ stage: Stage) -> String {
    switch stage.kind {
    case .command(let call): call.head.text
    case .query(let query): source[query.verb]
    default: "this"
    }
  }

  // MARK: Row expressions

  /// Checks expressions of rows of the given type, on slots of their own.
  func inRows<Result>(
    of type: DataType,
    alias: String? = nil,
    aggregates: AggregateList? = nil,
    _ body: (RowCode) -> Result
  ) -> (result: Result, code: RowCode) {
    let code = RowCode()
    let inner = Context(.row, in: context, frameSize: 1)
    let outerRows = rows
    let known = notNull
    rows.append(
      RowScope(
        type: type,
        code: code,
        context: inner,
        alias: alias,
        keys: nil,
        aggregates: aggregates
      )
    )
    notNull = notNull.filter { $0.hasPrefix("$") }
    let result = inContext(inner) { body(code) }
    rows = outerRows
    notNull = known
    code.frameSize = inner.frameSize
    code.captures = inner.captures
    return (result, code)
  }
}
