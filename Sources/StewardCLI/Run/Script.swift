internal import StewardRuntime
internal import StewardSyntax

/// A text that can be run: of the language, or a Markdown page with fences of it.
enum Script {
  case text(SourceText)
  case page(MarkdownRunbook)

  init(_ source: SourceText) {
    self =
      MarkdownRunbook.isMarkdown(source.name)
      ? .page(MarkdownRunbook(bytes: source.bytes, name: source.name)) : .text(source)
  }

  /// What messages about it show.
  var source: SourceText {
    switch self {
    case .text(let source): source
    case .page(let page): page.source
    }
  }

  func check(in session: Session) -> CheckResult {
    switch self {
    case .text(let source): session.check(source)
    case .page(let page): session.check(page)
    }
  }
}
