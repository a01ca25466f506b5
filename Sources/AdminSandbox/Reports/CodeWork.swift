/// What an actor did with Claude Code on a day, by what it wrote.
struct CodeWork {
  let sessions: Int
  let addedLines: Int
  let removedLines: Int
  let commits: Int
  let pullRequests: Int
  /// Proposals by tool.
  let tools: [Tool]

  struct Tool {
    let name: StaticString
    let accepted: Int
    let rejected: Int
  }

  private static let tools: [(name: StaticString, lines: Int)] = [
    ("edit_tool", 12), ("multi_edit_tool", 45), ("write_tool", 60), ("notebook_edit_tool", 400),
  ]

  init(_ row: ClaudeCodeReport.Row) {
    let lines = row.models.reduce(0) { $0 + $1.amounts[.output] } / 900 + 1
    let random = row.random
    sessions = 1 + lines / 120
    addedLines = lines
    removedLines = lines * random.at(2).within(15...60) / 100
    commits = lines / random.at(3).within(90...240)
    pullRequests = lines / random.at(4).within(500...1400)
    tools = Self.tools.enumerated().map { index, tool in
      let proposals = lines / tool.lines
      let rejected = proposals * random.at(10 + index).within(2...18) / 100
      return Tool(name: tool.name, accepted: proposals - rejected, rejected: rejected)
    }
  }
}
