/// What asks a person for input, a line (or a text of several) at a time.
///
/// A reader belongs to one thread.
package protocol LineReader: AnyObject {
  /// Shows the prompt and waits for a text.
  func readLine(_ prompt: Prompt) throws(LineEditingError) -> LineResult

  /// Keeps a text for this run and the next ones, unless it is blank, repeats the last one, or must
  /// not be kept.
  ///
  /// - Throws: When the file of the history cannot be written; the text is kept for this run.
  func addHistory(_ text: String) throws(LineEditingError)
}

package enum LineResult: Sendable, Equatable {
  /// A text without its last line break. Texts of several lines have line feeds inside.
  case line(String)
  /// Ctrl-C: what was typed is dropped.
  case cancelled
  /// Ctrl-D on an empty line, or the terminal is gone.
  case endOfInput
}
