/// Lays a script out in the one style: two spaces, 100 columns, one statement a line.
///
/// Line breaks that an author chose between the stages of a pipeline, behind an opening bracket and
/// in a block are kept; all others follow from the width. What stands in a string is not touched.
package enum Formatter {
  /// The columns of a line.
  package static let lineWidth = 100

  /// The text in the one style. Laid out once more it stays as it is.
  ///
  /// - Parameters:
  ///   - tree: What was read from the text.
  ///   - width: How many columns a text takes.
  /// - Returns: Nothing if there are errors in the text. The text itself if the result would not be
  ///   the same script: a mistake in the formatter must cost nobody a script.
  package static func format(_ tree: SyntaxTree, width: @escaping (String) -> Int) -> String? {
    guard !tree.hasErrors else { return nil }
    let result = layOut(tree, width: width)
    guard isSameScript(tree, Parser.parse(SourceText(result, name: tree.source.name))) else {
      return tree.source[tree.source.wholeRange]
    }
    return result
  }

  /// The same without the last check. The text must be free of errors.
  package static func layOut(
    _ tree: SyntaxTree,
    lineWidth: Int = lineWidth,
    width: @escaping (String) -> Int
  ) -> String {
    var builder = LayoutBuilder(withoutCarriageReturns(tree))
    let layout = builder.script()
    var printer = LayoutPrinter(lineWidth: lineWidth, width: width)
    return printer.print(layout)
  }

  /// True if both say the same: the tree, the comments, and each token as it is written.
  package static func isSameScript(_ old: SyntaxTree, _ new: SyntaxTree) -> Bool {
    let old = withoutCarriageReturns(old)
    return !new.hasErrors && lasting(old) == lasting(new) && comments(old) == comments(new)
      && TreeOutline.of(old.script) == TreeOutline.of(new.script)
  }

  /// All tokens but those that the layout decides on: a `;`, and the comma behind the last arm of a
  /// `match`. Nowhere else can a comma stand before a closing brace.
  private static func lasting(_ tree: SyntaxTree) -> [String] {
    let texts = tree.tokens.filter { $0.kind != .comment }.map { tree.source[$0.range] }
      .filter { $0 != ";" }
    return zip(texts, texts.dropFirst() + [""]).filter { $0 != "," || $1 != "}" }.map { $0.0 }
  }

  private static func comments(_ tree: SyntaxTree) -> [Substring] {
    tree.comments.map { tree.source[$0].trimmingBlanks }
  }

  /// `\r\n` is a line break as `\n` is, in strings too. One kind is enough for what follows.
  private static func withoutCarriageReturns(_ tree: SyntaxTree) -> SyntaxTree {
    let bytes = tree.source.bytes
    guard bytes.contains(.carriageReturn) else { return tree }
    var kept: [UInt8] = []
    for (offset, byte) in bytes.enumerated() {
      let isNewline = offset + 1 < bytes.count && bytes[offset + 1] == .newline
      if byte != .carriageReturn || !isNewline { kept.append(byte) }
    }
    return Parser.parse(SourceText(bytes: kept, name: tree.source.name))
  }
}

extension SyntaxTree {
  /// True if the text is no script.
  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension SourceText {
  var wholeRange: SourceRange { SourceRange(0, bytes.count) }
}

extension String {
  /// Without the blanks at its end.
  var trimmingBlanks: Substring {
    var rest = self[...]
    while let last = rest.utf8.last, last.isBlank { rest = rest.dropLast() }
    return rest
  }
}
