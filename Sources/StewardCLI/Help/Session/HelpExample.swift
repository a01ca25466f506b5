package import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// An example of a page, and whether a prompt may run it without asking.
package struct HelpExample: Sendable, Equatable {
  /// As the page shows it.
  package let code: String
  /// What a prompt runs; nil for what changes something, writes a file or would end the session.
  package let runnable: String?

  /// `session` knows the commands; nothing of it changes.
  init(_ code: String, in session: Session) {
    self.code = code
    let source = SourceText(code, name: "example")
    guard let program = session.check(source).program,
      program.effects.isSubset(of: .read), !Self.uses("exit", source)
    else {
      runnable = nil
      return
    }
    runnable = Self.binds(source) ? "call {||\n\(code)\n}" : code
  }

  private static func uses(_ command: String, _ source: SourceText) -> Bool {
    Parser.tokens(of: source).contains { $0.kind == .command && source[$0.range] == command }
  }

  /// Whether it makes names: those of the session are to stay as they are.
  private static func binds(_ source: SourceText) -> Bool {
    let words: Set<String> = ["let", "mut", "const", "def"]
    return Parser.tokens(of: source).contains {
      $0.kind == .keyword && words.contains(source[$0.range])
    }
  }
}

extension HelpPages {
  /// The examples of a topic.
  ///
  /// - Throws: ``UsageError`` for a topic that there is not, or that has no example.
  package func examples(on words: [String], in session: Session) throws(UsageError) -> [HelpExample]
  {
    guard !words.isEmpty else {
      throw UsageError("`example` needs a topic", help: "such as `example users list`")
    }
    let codes = try pages(on: words).flatMap(\.examples)
    guard !codes.isEmpty else {
      let name = words.joined(separator: " ")
      throw UsageError("`help \(name)` has no example", help: near(name))
    }
    return codes.map { HelpExample($0, in: session) }
  }

  /// A command that begins so has examples.
  private func near(_ name: String) -> String? {
    vocabulary.commands.first { $0.name.hasPrefix(name + " ") }
      .map { "`example \($0.name)` does" }
  }
}
