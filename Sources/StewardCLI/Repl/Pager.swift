internal import LineEditing
internal import StewardRuntime

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Stops at the end of each screen until the reader wants more.
struct Pager {
  private let console: Console
  private let question: Question
  private let linesOfPage: Int
  private let text: String
  private var lines = 0
  private var showsAll = false

  init(_ console: Console, _ question: Question) {
    self.console = console
    self.question = question
    let size = TerminalSize(of: STDOUT_FILENO)
    linesOfPage = console.surroundings.isOutputTerminal ? max(size.rows - 2, 1) : .max
    // A text that wraps could not be taken away again.
    text = size.columns > 32 ? "— more: Space; all: a; stop: q " : "— Space, a, q "
  }

  /// - Returns: False if the reader has seen enough; nothing was written then.
  mutating func write(_ piece: [UInt8]) throws(RunError) -> Bool {
    let added = piece.count { $0 == UInt8(ascii: "\n") }
    if !showsAll, lines > 0, lines + added > linesOfPage {
      guard try wantsMore() else { return false }
      lines = 0
    }
    lines += added
    try console.output.write(piece)
    return true
  }

  private mutating func wantsMore() throws(RunError) -> Bool {
    let key = try question.askForKey(text)
    // The question goes away: the rows stand together.
    try console.output.write(console.usesColor ? "\r\u{1b}[K" : "\n")
    switch key {
    case "a", "A": showsAll = true
    // Escape, and Ctrl-D as elsewhere
    case "q", "Q", "\u{1b}", "\u{4}": return false
    default: break
    }
    return true
  }
}
