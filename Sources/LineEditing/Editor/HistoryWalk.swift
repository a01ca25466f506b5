/// Where the arrow keys go in the history.
enum HistoryWalk {
  /// Not in the history: a text that was typed is looked for.
  case outside
  /// Through the entries that contain what was typed.
  case amongMatches
  /// Through all entries.
  case amongAll

  mutating func goUp(from line: LineText) -> Unicode.Scalar {
    guard line.isOnFirstRow else {
      leaveMatches()
      return EditorCommand.rowUp.code
    }
    if self == .outside { self = line.scalars.isEmpty ? .amongAll : .amongMatches }
    let command: LibraryCommand = self == .amongMatches ? .previousMatch : .previousEntry
    return command.code
  }

  mutating func goDown(from line: LineText) -> Unicode.Scalar {
    guard line.isOnLastRow else {
      leaveMatches()
      return EditorCommand.rowDown.code
    }
    let command: LibraryCommand = self == .amongMatches ? .nextMatch : .nextEntry
    return command.code
  }

  /// After any other key.
  mutating func pause(at line: LineText) {
    if line.scalars.isEmpty { self = .outside } else { leaveMatches() }
  }

  /// libedit forgets what it looked for as soon as another command runs.
  private mutating func leaveMatches() {
    if self == .amongMatches { self = .amongAll }
  }
}
