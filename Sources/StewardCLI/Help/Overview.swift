internal import ArgumentParser

/// `steward --help`.
enum Overview {
  static var text: String {
    """
    Steward: an automation shell for Anthropic's Admin API.

    \(lines(forms))

    TOPICS
    \(lines(topics))

    \(options)
    """
  }

  private static let forms = [
    ("steward", "a prompt; from a pipe: runs the script it reads there"),
    ("steward WORD …", "one command: steward users list --output csv"),
    ("steward -c CODE", "a piece of the language; --arg NAME VALUE binds $NAME"),
    ("steward [run] FILE", "a script"),
    ("steward check FILE …", "what is wrong with it; --effects: what it would do"),
    ("steward fmt FILE …", "lays scripts out in one style; --check: only says which would change"),
    ("steward sandbox", "a local organization on a port, to try things on"),
    ("steward doctor", "which key and organization are used, and what is amiss"),
    ("steward help TOPIC …", "explains a command, a function or a topic"),
  ]

  private static let topics = [
    ("help commands", "every command"),
    ("help functions", "the functions of expressions"),
    ("help language", "the language on one screen"),
    ("help exit", "exit statuses"),
    ("help users list", "one command; `users list --help` is the same"),
  ]

  private static func lines(_ rows: [(String, String)]) -> String {
    Columns.table(rows.map { (name: $0.0, meaning: $0.1) }).joined(separator: "\n")
  }

  /// As the options declare themselves.
  private static var options: String {
    let help = CommandLineWords.helpMessage(columns: Columns.width)
    guard let start = help.firstRange(of: "OPTIONS:") else { return help }
    return String(help[start.lowerBound...])
  }
}
