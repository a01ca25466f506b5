/// A diagnostic as a workflow command, which GitHub shows at its line.
enum GitHubAnnotation {
  static func line(_ diagnostic: Diagnostic, _ source: SourceText?) -> String {
    let hint = diagnostic.hint.map { ": \($0)" } ?? ""
    let text = escaped("\(diagnostic.code): \(diagnostic.message)\(hint)", alsoInProperties: false)
    let place = source.map { " \(properties(diagnostic.range, $0))" } ?? ""
    return "::\(diagnostic.severity.rawValue)\(place)::\(text)"
  }

  private static func properties(_ range: SourceRange, _ source: SourceText) -> String {
    let (line, column) = source.position(of: range.lower)
    return "file=\(escaped(source.name, alsoInProperties: true)),line=\(line),col=\(column)"
  }

  private static func escaped(_ text: String, alsoInProperties: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where alsoInProperties: escaped += "%3A"
      case "," where alsoInProperties: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
