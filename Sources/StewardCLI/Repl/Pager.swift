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
  private var lines = 0

  init(_ console: Console, _ question: Question) {
    self.console = console
    self.question = question
    linesOfPage =
      console.surroundings.isOutputTerminal
      ? max(TerminalSize(of: STDOUT_FILENO).rows - 2, 1) : .max
  }

  /// - Returns: False if the reader has seen enough; nothing was written then.
  mutating func write(_ piece: [UInt8]) throws(RunError) -> Bool {
    let added = piece.count { $0 == UInt8(ascii: "\n") }
    if lines > 0, lines + added > linesOfPage {
      guard try wantsMore() else { return false }
      lines = 0
    }
    lines += added
    try console.output.write(piece)
    return true
  }

  private func wantsMore() throws(RunError) -> Bool {
    guard let answer = try question.ask("— more: Enter, or q to stop ") else { return true }
    // The question goes away: the rows stand together.
    if console.usesColor { try console.output.write("\u{1b}[A\r\u{1b}[K") }
    return !answer.lowercased().hasPrefix("q")
  }
}
