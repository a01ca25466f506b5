extension Formatter {
  /// A Markdown file with its `steward` fences in the one style. The prose is not touched, nor a
  /// fence that is no script by itself.
  ///
  /// - Parameters:
  ///   - file: The file as it is.
  ///   - width: How many columns a text takes.
  /// - Returns: Nothing if there are errors in the fences, read together.
  package static func format(
    markdown file: SourceText,
    width: @escaping (String) -> Int
  ) -> String? {
    let runbook = MarkdownRunbook(bytes: file.bytes, name: file.name)
    let tree = Parser.parse(runbook.source)
    guard runbook.diagnostics.isEmpty, !tree.hasErrors else { return nil }
    var result = ""
    var end: UInt32 = 0
    for section in runbook.sections where !section.code.isEmpty {
      result += file[SourceRange(end, section.code.lower)]
      result += fence(file[section.code], width: width)
      end = section.code.upper
    }
    result += file[SourceRange(end, UInt32(file.bytes.count))]
    let formatted = MarkdownRunbook(bytes: Array(result.utf8), name: file.name)
    return isSameScript(tree, Parser.parse(formatted.source)) ? result : file[file.wholeRange]
  }

  private static func fence(_ code: String, width: @escaping (String) -> Int) -> String {
    let tree = Parser.parse(SourceText(code, name: "fence"))
    guard let result = format(tree, width: width) else { return code }
    return code.utf8.contains(.carriageReturn) ? result.replacing("\n", with: "\r\n") : result
  }
}
