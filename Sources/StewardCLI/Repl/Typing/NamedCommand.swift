internal import LineEditing
internal import StewardRuntime

/// A command or a def, as far as its name goes.
struct NamedCommand {
  let words: [String]
  let summary: String

  init(_ command: Command) {
    words = command.words
    summary = command.summary
  }

  init(_ definition: DefinedName) {
    words = definition.name.split(separator: " ").map(String.init)
    summary = definition.summary.isEmpty ? "a def of this session" : definition.summary
  }

  /// The next word of each command that begins with some words.
  static func next(behind words: [String], _ commands: [NamedCommand]) -> [Candidate] {
    var found: [(word: String, commands: [NamedCommand])] = []
    var places: [String: Int] = [:]
    for command in commands where command.words.starts(with: words) {
      guard let word = command.words.dropFirst(words.count).first else { continue }
      if let index = places[word] {
        found[index].commands.append(command)
      } else {
        places[word] = found.count
        found.append((word, [command]))
      }
    }
    return found.map { Candidate($0.word, description: description($0.commands, words)) }
  }

  /// A command's summary, or the words that may follow.
  private static func description(_ commands: [NamedCommand], _ words: [String]) -> String {
    if let command = commands.first, command.words.count == words.count + 1 {
      return command.summary
    }
    let next = commands.compactMap { $0.words.dropFirst(words.count + 1).first }
    var seen: Set<String> = []
    return next.filter { seen.insert($0).inserted }.joined(separator: ", ")
  }
}
