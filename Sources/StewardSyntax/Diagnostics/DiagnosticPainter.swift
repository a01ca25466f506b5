/// Colours of a terminal, or none.
struct DiagnosticPainter {
  enum Paint: String {
    case error = "1;31"
    case warning = "1;33"
    case frame = "34"
    case remark = "36"
    case heading = "1"
  }

  let isOn: Bool

  func paint(_ text: String, _ paint: Paint) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }

  func paint(of severity: Diagnostic.Severity) -> Paint {
    severity == .error ? .error : .warning
  }

  /// `error[E0302]: …`.
  func heading(of diagnostic: Diagnostic) -> String {
    let title = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    let message = diagnostic.message.clipped(to: 300).shownOnOneLine
    return paint(title, paint(of: diagnostic.severity)) + paint(": \(message)", .heading)
  }
}

extension String {
  /// The beginning of a text that somebody made too long.
  fileprivate func clipped(to count: Int) -> String {
    guard utf8.count > count, unicodeScalars.count > count else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(count))) + "…"
  }

  /// What can be shown on one line without moving the cursor: tabs as blanks, other control
  /// characters, those that change the direction of writing and those that are not seen as escapes.
  var shownOnOneLine: String {
    unicodeScalars.map { $0.shown }.joined()
  }
}

extension Unicode.Scalar {
  var shown: String {
    if self == "\t" || self == "\n" { return " " }
    switch value {
    case 0..<0x20, 0x7F...0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
      return "\\u{\(String(value, radix: 16))}"
    default: return String(self)
    }
  }
}

extension DiagnosticPainter {
  /// A note behind its sign, in as many lines as it needs.
  func note(_ text: String, behind margin: String, _ columns: Int?) -> String {
    let text = text.shownOnOneLine
    let room = columns.map { max($0 - margin.utf8.count - 2, 20) }
    let lines = room.map { WrappedText.lines(text, columns: $0) } ?? [text]
    let next = "\n" + margin + "  "
    return margin + paint("= ", .frame) + lines.joined(separator: next)
  }
}
