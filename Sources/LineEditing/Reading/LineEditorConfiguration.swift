#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How lines are read.
package struct LineEditorConfiguration: Sendable {
  /// What a line in `~/.editrc` may be prefixed with to hold for this program only.
  package var programName = "steward"
  /// Where history is kept between runs; nil to keep none.
  package var history: HistoryFile?
  /// The blanks of one level.
  package var indentation = "  "
  package var usesColor = true
  /// The most rows of the menu below the line.
  package var menuRows = 10
  /// Whether `$EDITRC` or `~/.editrc` is obeyed.
  package var readsUserBindings = true
  package var input: Int32 = STDIN_FILENO
  /// Standard error if it is a terminal: standard output belongs to results.
  package var output: Int32 = isatty(STDERR_FILENO) == 1 ? STDERR_FILENO : STDOUT_FILENO
  /// What is readable once Ctrl-C was pressed, for a reader without editing: there it is a signal,
  /// which may come just before the reader begins to wait. Nil if the program handles no signal so.
  package var interrupt: Int32?
  /// The kind of terminal; nil if nobody knows.
  package var terminal = getenv("TERM").map { String(cString: $0) }

  package init() {}
}
