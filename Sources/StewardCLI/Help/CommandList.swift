internal import StewardRuntime

/// Commands with their summaries, those with the same first word together.
struct CommandList {
  private let commands: [Command]

  init(_ commands: [Command]) { self.commands = commands }

  var text: String {
    Columns.table(commands.map { (name: $0.name, meaning: $0.summary) })
      .joined(separator: "\n") + "\n"
  }
}

/// Functions with their summaries.
struct FunctionList {
  private let functions: [Function]

  init(_ functions: [Function]) { self.functions = functions }

  var text: String {
    let rows = functions.map { (name: FunctionPage($0).usage, meaning: $0.summary) }
    return Columns.table(rows).joined(separator: "\n") + "\n"
  }
}
