internal import StewardSyntax
internal import StewardValues

/// Command names by their words: the longest match wins.
struct CommandTable {
  private final class Branch {
    var command: Command?
    var next: [String: Branch] = [:]
  }
  private let root = Branch()

  init(_ commands: [Command]) {
    for command in commands {
      var branch = root
      for word in command.words {
        let next = branch.next[word] ?? Branch()
        branch.next[word] = next
        branch = next
      }
      branch.command = command
    }
  }

  /// The command that the words begin with and how many words are its name.
  func longest(_ words: [String]) -> (command: Command, count: Int)? {
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
    var branch = root
    var count = 0
    for word in words {
      guard let next = branch.next[word] else { break }
      branch = next
      count += 1
    }
    return (count, branch.next.keys.sorted())
  }
}
