/// A whole text.
extension Parser {
  mutating func parseScript(isPrompt: Bool) -> Script {
    skipTerminators()
    var script = Script(runbook: nil, statements: [])
    if isPrompt, byte() == .bar { script.statements.append(parseContinuation()) }
    if headWord == StatementKeyword.runbook.rawValue { script.runbook = parseRunbook() }
    script.statements += parseStatements()
    return script
  }

  private mutating func parseContinuation() -> Statement {
    let pipeline = parseContinuedPipeline()
    finishStatement()
    return Statement(kind: .pipeline(pipeline), range: pipeline.range)
  }

  private mutating func parseRunbook() -> RunbookHeader {
    let start = position
    consume(7, as: .keyword)
    let header = parseRunbookHeader(from: start)
    finishStatement()
    return header
  }
}
