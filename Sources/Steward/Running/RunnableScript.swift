package import StewardRuntime
package import StewardSyntax

/// A text that can be run: of the language, or a Markdown page with fences of it.
package enum RunnableScript: Sendable {
  case text(SourceText)
  case page(MarkdownRunbook)

  /// By the name of the text: `.md` is a page.
  package init(_ source: SourceText) {
    self =
      MarkdownRunbook.isMarkdown(source.name)
      ? .page(MarkdownRunbook(bytes: source.bytes, name: source.name)) : .text(source)
  }

  /// What messages about it show.
  package var source: SourceText {
    switch self {
    case .text(let source): source
    case .page(let page): page.source
    }
  }

  package func check(in session: Session) -> CheckResult {
    switch self {
    case .text(let source): session.check(source)
    case .page(let page): session.check(page)
    }
  }
}
