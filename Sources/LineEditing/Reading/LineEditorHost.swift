/// What the editor asks the language about while a line is typed. Nothing here may take long or wait
/// for anything: it is asked for at each key.
package protocol LineEditorHost {
  /// Whether Enter ends the text. If not, it begins another line.
  func isComplete(_ text: String) -> Bool

  /// What could stand at the cursor, which is at a place in the UTF-8 of the text.
  func completion(of text: String, at offset: Int) -> Completion

  /// How to show the text. What no span covers is plain; of spans that overlap the last one counts.
  func spans(in text: String) -> [StyledSpan]

  /// What the rows below the text say about it, or about the command at the cursor: at most two.
  func hints(for text: String, at offset: Int) -> [Hint]

  /// Whether a text of the history may be offered while it is typed. One that destroys something
  /// should not: a key pressed too often would bring it back.
  func maySuggest(_ text: String) -> Bool

  /// Whether the text may be written to the history. Keys are never, whatever this says.
  func mayRemember(_ text: String) -> Bool
}

extension LineEditorHost {
  package func completion(of text: String, at offset: Int) -> Completion { .none }
  package func spans(in text: String) -> [StyledSpan] { [] }
  package func hints(for text: String, at offset: Int) -> [Hint] { [] }
  package func maySuggest(_ text: String) -> Bool { true }
  package func mayRemember(_ text: String) -> Bool { true }
}
