internal import StewardRuntime
internal import StewardSyntax

/// Everything there is, by area, with one line each.
struct HelpLists {
  let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The areas of the language's own commands, then one for each resource of the API.
  var areas: [(title: String, commands: [Command])] {
    let builtin = BuiltinCommands.areas.map { (title: $0.title, commands: $0.members) }
    let known = Set(builtin.flatMap(\.commands).map(\.name))
    var others: [(title: String, commands: [Command])] = []
    for command in vocabulary.commands where !known.contains(command.name) {
      let title = Self.title(command)
      if let index = others.firstIndex(where: { $0.title == title }) {
        others[index].commands.append(command)
      } else {
        others.append((title, [command]))
      }
    }
    return builtin + others
  }

  /// The areas of the language's own functions, then those that need an organization.
  var functionAreas: [(title: String, functions: [Function])] {
    let builtin = BuiltinFunctions.areas.map { (title: $0.title, functions: $0.members) }
    let known = Set(builtin.flatMap(\.functions).map(\.name))
    let others = vocabulary.functions.filter { !known.contains($0.name) }
    return others.isEmpty ? builtin : builtin + [("Things of the organization", others)]
  }

  /// `workspaces members` for the commands that begin so.
  private static func title(_ command: Command) -> String {
    let words = command.words.dropLast()
    return words.isEmpty ? "Help" : words.joined(separator: " ")
  }

  /// The other commands of a command's area.
  func related(to command: Command) -> [String] {
    let area = areas.first { $0.commands.contains { $0.name == command.name } }
    return area?.commands.map(\.name).filter { $0 != command.name } ?? []
  }

  // MARK: - Pages

  var commands: HelpPage {
    let stages = HelpSection(
      "Stages of the language",
      [.terms(QueryVerb.allCases.map { HelpTerm($0.rawValue, $0.summary) })]
    )
    let sections = areas.map { area in
      HelpSection(area.title, [.terms(area.commands.map { HelpTerm($0.name, $0.summary) })])
    }
    return HelpPage(
      .topic,
      "commands",
      "`help users list` explains one",
      [stages] + sections
    )
  }

  var functions: HelpPage {
    let areas = functionAreas.map { area in
      let terms = area.functions.map { HelpTerm(FunctionPage($0).usage, $0.summary) }
      return HelpSection(area.title, [.terms(terms)])
    }
    let aggregates = AggregateFunction.allCases.map {
      HelpTerm(AggregatePage($0).usage, $0.summary)
    }
    return HelpPage(
      .topic,
      "functions",
      "`help round` explains one",
      areas + [HelpSection("Over many rows, in group and agg", [.terms(aggregates)])]
    )
  }
}
