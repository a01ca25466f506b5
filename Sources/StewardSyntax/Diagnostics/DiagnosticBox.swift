internal import StewardValues

/// A diagnostic with the lines of source that it speaks of:
/// ```
/// error[E0104]: `=` compares nothing
///   ╭─ people.steward:4:25
/// 4 │ users list | where role = "admin"
///   │                         ^ write `==`
/// ```
struct DiagnosticBox {
  private let diagnostic: Diagnostic
  private let source: SourceText
  private let painter: DiagnosticPainter
  private let marks: [Mark]
  private let columns: Int?

  /// A part of one line with a remark.
  private struct Mark {
    var line: Int
    var lower: Int
    var upper: Int
    var text: String
    var isPrimary: Bool
  }

  /// `columns`: Of the terminal; nil where no line is too long.
  init(
    _ diagnostic: Diagnostic,
    _ source: SourceText,
    _ painter: DiagnosticPainter,
    _ columns: Int? = nil
  ) {
    self.diagnostic = diagnostic
    self.columns = columns
    self.source = source
    self.painter = painter
    let primary = Self.mark(diagnostic.range, diagnostic.hint ?? "", true, source)
    marks = [primary] + diagnostic.labels.map { Self.mark($0.range, $0.text, false, source) }
  }

  var text: String {
    var lines = [painter.heading(of: diagnostic), location]
    var last: Int?
    for number in Set(marks.map { $0.line }).sorted() {
      if let last, number > last + 1 { lines.append(frame("·", number: nil)) }
      lines += excerpt(of: number)
      last = number
    }
    lines += notes
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - Around the source

  private var location: String {
    let (line, column) = source.position(of: diagnostic.range.lower)
    let place = "\(source.name.shownOnOneLine):\(line):\(column)"
    return margin + painter.paint(" ╭─ ", .frame) + place
  }

  private var notes: [String] {
    diagnostic.notes.map { painter.note($0, behind: margin + " ", columns) }
  }

  /// Columns behind the frame; nil for any number.
  private var room: Int? { columns.map { max($0 - marginWidth - 3, 20) } }

  private var marginWidth: Int { String(marks.map { $0.line }.max() ?? 1).utf8.count }
  private var margin: String { String(repeating: " ", count: marginWidth) }

  private func frame(_ sign: String, number: Int?, _ content: String = "") -> String {
    let number = number.map { String($0) } ?? ""
    let gutter = String(repeating: " ", count: marginWidth - number.utf8.count) + number
    return painter.paint("\(gutter) \(sign)", .frame) + (content.isEmpty ? "" : " \(content)")
  }

  // MARK: - Lines of source

  /// A line, what marks its parts, and the remarks that have no room beside their marks.
  private func excerpt(of number: Int) -> [String] {
    let (text, marks) = clipped(
      source.line(number).shownOnOneLine,
      marks.filter { $0.line == number }.sorted { $0.lower < $1.lower }
    )
    var lines = [frame("│", number: number, text)]
    let placed = marks.map { inColumns($0, of: text) }
    let hasRoom = placed.last.map(fitsBeside) ?? true
    lines.append(frame("│", number: nil, markLine(placed, saysLast: hasRoom)))
    for mark in placed.reversed() where !mark.text.isEmpty {
      if hasRoom, mark.lower == placed.last?.lower { continue }
      lines += remark(of: mark).map { frame("│", number: nil, $0) }
    }
    return lines
  }

  private func fitsBeside(_ mark: Mark) -> Bool {
    guard let room else { return true }
    return mark.upper + 1 + DisplayWidth.of(mark.text.shownOnOneLine) <= room
  }

  /// Below its mark, or as far to the left of it as the words need.
  private func remark(of mark: Mark) -> [String] {
    let text = "╰ \(mark.text.shownOnOneLine)"
    let start = room.map { max(0, min(mark.lower, $0 - DisplayWidth.of(text))) } ?? mark.lower
    let indentation = String(repeating: " ", count: start)
    let lines = room.map { WrappedText.lines(text, columns: $0 - 2) } ?? [text]
    return lines.enumerated().map { index, line in
      indentation + (index > 0 ? "  " : "") + painter.paint(line, paint(of: mark))
    }
  }

  /// A mark by the columns of a terminal: some characters take two of them, some none.
  private func inColumns(_ mark: Mark, of text: String) -> Mark {
    func column(_ index: Int) -> Int {
      let scalars = text.unicodeScalars
      let before = DisplayWidth.of(String(scalars.prefix(index)))
      return before + max(0, index - scalars.count)
    }
    var mark = mark
    mark.lower = column(mark.lower)
    mark.upper = max(column(mark.upper), mark.lower + 1)
    return mark
  }

  /// The part of a very long line that is spoken of.
  private func clipped(_ line: String, _ marks: [Mark]) -> (text: String, marks: [Mark]) {
    let scalars = Array(line.unicodeScalars)
    let widest = min(Self.widest, room ?? Self.widest)
    guard scalars.count > widest else { return (line, marks) }
    // Two are for the signs of what is left out.
    let length = max(widest - 2, 1)
    let first = marks.first { $0.isPrimary }?.lower ?? 0
    let start = max(0, min(first - length / 3, scalars.count - length))
    let end = min(start + length, scalars.count)
    var view = String.UnicodeScalarView(scalars[start..<end])
    if start > 0 { view.insert("…", at: view.startIndex) }
    if end < scalars.count { view.append("…") }
    let shift = start > 0 ? start - 1 : 0
    let moved = marks.map { mark in
      var mark = mark
      mark.lower = min(max(0, mark.lower - shift), length)
      mark.upper = max(mark.lower + 1, min(mark.upper - shift, length + 1))
      return mark
    }
    return (String(view), moved)
  }

  /// Characters of a line that are shown at most.
  private static let widest = 160

  /// The signs below a line, with the last mark's remark behind it.
  private func markLine(_ marks: [Mark], saysLast: Bool) -> String {
    var line = ""
    var column = 0
    for mark in marks where mark.lower >= column {
      line += String(repeating: " ", count: mark.lower - column)
      let signs = String(repeating: mark.isPrimary ? "^" : "─", count: mark.upper - mark.lower)
      line += painter.paint(signs, paint(of: mark))
      column = mark.upper
    }
    guard saysLast, let last = marks.last, !last.text.isEmpty else { return line }
    return line + " " + painter.paint(last.text.shownOnOneLine, paint(of: last))
  }

  private func paint(of mark: Mark) -> DiagnosticPainter.Paint {
    mark.isPrimary ? painter.paint(of: diagnostic.severity) : .remark
  }

  /// Characters of the line as it is shown. What goes on in other lines is marked to the line's end.
  private static func mark(
    _ range: SourceRange,
    _ text: String,
    _ isPrimary: Bool,
    _ source: SourceText
  ) -> Mark {
    let start = source.position(of: range.lower)
    let end = source.position(of: max(range.upper, range.lower))
    let scalars = Array(source.line(start.line).unicodeScalars)
    let widths = scalars.map { $0.shown.unicodeScalars.count }
    let lower = widths.prefix(start.column - 1).reduce(0, +)
    let length = end.line == start.line ? end.column - 1 : scalars.count
    let upper = widths.prefix(length).reduce(0, +)
    return Mark(
      line: start.line,
      lower: lower,
      upper: max(upper, lower + 1),
      text: text,
      isPrimary: isPrimary
    )
  }
}
