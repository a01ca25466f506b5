internal import LineEditing
internal import StewardRuntime
internal import StewardSyntax

/// What the line editor knows of the language.
struct ReplLanguage: LineEditorHost {
  private let session: Session
  private let completer: Completer
  private let colours: SyntaxColours

  init(_ session: Session) {
    self.session = session
    completer = Completer(session.vocabulary)
    colours = SyntaxColours(session.vocabulary)
  }

  func isComplete(_ text: String) -> Bool {
    ReplDirective(text) != nil || !Parser.awaitsMoreLines(SourceText(text, name: "repl"))
  }

  func completion(of text: String, at offset: Int) -> Completion {
    completer.completion(of: text, at: offset, variables: session.variables.map(\.name))
  }

  func spans(in text: String) -> [StyledSpan] { colours.spans(in: text) }
}
