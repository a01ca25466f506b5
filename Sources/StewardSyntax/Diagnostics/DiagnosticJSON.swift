/// A diagnostic as one line of JSON, written by hand: this module knows no values.
enum DiagnosticJSON {
  /// Without a source there are no places: file and range are null.
  static func line(_ diagnostic: Diagnostic, _ source: SourceText?) -> String {
    object([
      ("code", quoted(diagnostic.code)),
      ("severity", quoted(diagnostic.severity.rawValue)),
      ("message", quoted(diagnostic.message)),
      ("file", source.map { quoted($0.name) } ?? "null"),
      ("range", source.map { range(diagnostic.range, $0) } ?? "null"),
      ("hint", diagnostic.hint.map { quoted($0) } ?? "null"),
      ("labels", array(source.map { labels(of: diagnostic, $0) } ?? [])),
      ("notes", array(diagnostic.notes.map { quoted($0) })),
      ("suggestion", source.flatMap { suggestion(of: diagnostic, $0) } ?? "null"),
    ])
  }

  private static func labels(of diagnostic: Diagnostic, _ source: SourceText) -> [String] {
    diagnostic.labels.map { label($0, source) }
  }

  private static func suggestion(of diagnostic: Diagnostic, _ source: SourceText) -> String? {
    diagnostic.suggestion.map { suggestion($0, source) }
  }

  private static func label(_ label: Diagnostic.Label, _ source: SourceText) -> String {
    object([("range", range(label.range, source)), ("text", quoted(label.text))])
  }

  private static func suggestion(
    _ suggestion: Diagnostic.Suggestion,
    _ source: SourceText
  ) -> String {
    object([
      ("range", range(suggestion.range, source)), ("replacement", quoted(suggestion.replacement)),
    ])
  }

  private static func range(_ range: SourceRange, _ source: SourceText) -> String {
    object([("start", place(range.lower, source)), ("end", place(range.upper, source))])
  }

  private static func place(_ offset: UInt32, _ source: SourceText) -> String {
    let (line, column) = source.position(of: offset)
    return object([("line", "\(line)"), ("column", "\(column)"), ("offset", "\(offset)")])
  }

  private static func object(_ members: [(name: String, value: String)]) -> String {
    "{" + members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
  }

  private static func array(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ",") + "]"
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
