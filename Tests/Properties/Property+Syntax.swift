internal import StewardSyntax
internal import StewardValues

extension Property {
  /// Every text is a script that the formatter keeps, or has an error at a place in it.
  package static let syntax = Property("syntax") { bytes in
    let source = SourceText(bytes: bytes, name: "input")
    _ = Parser.awaitsMoreLines(source)
    let tree = Parser.parse(source)
    return problem(of: tree) ?? problem(of: Parser.parse(source, isPrompt: true))
      ?? formatProblem(tree)
  }

  private static func problem(of tree: SyntaxTree) -> String? {
    var end: UInt32 = 0
    for token in tree.tokens {
      guard end <= token.range.lower else { return "\(token) begins in the token before it" }
      end = token.range.upper
    }
    let places = Places(tree.source)
    return tree.tokens.lazy.compactMap { places.problem(of: $0.range, "the token") }.first
      ?? tree.comments.lazy.compactMap { places.problem(of: $0, "the comment") }.first
      ?? problem(of: tree.diagnostics, in: tree.source)
  }

  /// What is wrong with findings about a text: each is about a place in it, and can be shown.
  static func problem(of diagnostics: [Diagnostic], in source: SourceText) -> String? {
    let places = Places(source)
    for diagnostic in diagnostics {
      let ranges =
        [diagnostic.range] + diagnostic.labels.map(\.range)
        + [diagnostic.suggestion?.range].compactMap(\.self)
      for range in ranges {
        if let problem = places.problem(of: range, diagnostic.code) { return problem }
      }
    }
    for style in [DiagnosticRenderer.Style.text(color: true), .github] {
      _ = DiagnosticRenderer(style: style).render(diagnostics, in: source)
    }
    return jsonProblem(DiagnosticRenderer(style: .json).render(diagnostics, in: source))
  }

  private static func jsonProblem(_ lines: String) -> String? {
    var reader = NDJSONReader(MemoryByteSource(Array(lines.utf8)))
    do throws(InputError) {
      while try reader.next() != nil {}
      return nil
    } catch {
      return "the findings are no JSON: \(error)"
    }
  }

  private static func formatProblem(_ tree: SyntaxTree) -> String? {
    guard let once = Formatter.format(tree, width: DisplayWidth.of) else {
      return tree.hasErrors ? nil : "it has no errors and is not formatted"
    }
    let result = Parser.parse(SourceText(once, name: "formatted"))
    guard Formatter.isSameScript(tree, result) else { return "formatted it says otherwise" }
    let twice = Formatter.format(result, width: DisplayWidth.of)
    return twice == once ? nil : "formatted twice it is not as formatted once"
  }
}

/// The places that something may be said about.
struct Places {
  private let bytes: [UInt8]
  private let isText: Bool

  init(_ source: SourceText) {
    bytes = source.bytes
    isText = String(validating: bytes, as: UTF8.self) != nil
  }

  /// What is wrong with the range that `owner` has: it lies in the text, and cuts no character.
  func problem(of range: SourceRange, _ owner: String) -> String? {
    guard range.lower <= range.upper, Int(range.upper) <= bytes.count else {
      return "\(owner) is at \(range.lower)..<\(range.upper), and the text has \(bytes.count) bytes"
    }
    guard isText, cuts(range.lower) || cuts(range.upper) else { return nil }
    return "\(owner) is at \(range.lower)..<\(range.upper), in the middle of a character"
  }

  private func cuts(_ offset: UInt32) -> Bool {
    Int(offset) < bytes.count && bytes[Int(offset)] & 0xC0 == 0x80
  }
}
