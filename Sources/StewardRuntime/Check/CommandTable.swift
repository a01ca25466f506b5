internal import StewardSyntax
internal import StewardValues

/// Command names by their words: the longest match wins.
struct CommandTable {
  private final class Branch {
    var command: Command?
    var next: [String: Branch] = [:]
  }
  private let root = Branch()
  private let groups: [CommandGroup]
  /// The first words whose commands are in the branches.
  private let known = Known()

  private final class Known { var heads: Set<String> = [] }

  init(_ groups: [CommandGroup]) { self.groups = groups }

  /// Brings in the commands that begin with a word.
  private func load(_ head: String?) {
    guard let head, known.heads.insert(head).inserted else { return }
    for group in groups where group.heads.contains(head) {
      for command in group.commands { add(command) }
    }
  }

  private func add(_ command: Command) {
    var branch = root
    for word in command.words {
      let next = branch.next[word] ?? Branch()
      branch.next[word] = next
      branch = next
    }
    branch.command = command
  }

  /// The command that the words begin with and how many words are its name.
  func longest(_ words: [String]) -> (command: Command, count: Int)? {
    load(words.first)
    var branch = root
    var found: (Command, Int)?
    for (index, word) in words.enumerated() {
      guard let next = branch.next[word] else { break }
      branch = next
      if let command = branch.command { found = (command, index + 1) }
    }
    return found
  }

  /// How many of the words lead into the table, and what may follow there.
  func prefix(_ words: [String]) -> (count: Int, next: [String]) {
    load(words.first)
    var branch = root
    var count = 0
    for word in words {
      guard let next = branch.next[word] else { break }
      branch = next
      count += 1
    }
    if count == 0 { return (0, Set(groups.flatMap(\.heads)).sorted()) }
    return (count, branch.next.keys.sorted())
  }
}
