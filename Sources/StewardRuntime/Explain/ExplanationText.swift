internal import StewardValues

/// An explanation as people read it: the stages in order, below each what is known of it.
/// ```
/// 1  users list
///      sends     GET /v1/organizations/users?limit=1000
///      requests  1 per page of 1000 rows, to the last page
/// ```
final class ExplanationText: RowsText {
  private static let width = 80
  /// The fields below a stage.
  private static let names = Explanation.shape.fields.map(\.name).dropFirst(2)
  private static let column = (names.map(\.count).max() ?? 0) + 2
  private var hasEnded = false

  override func next() throws(RunError) -> [UInt8]? {
    guard !hasEnded else { return nil }
    if let row = try pull() { return Array(Self.text(of: row).utf8) }
    hasEnded = true
    return Array("nothing was sent\n".utf8)
  }

  private static func text(of row: Value) -> String {
    guard let record = row.record, let step = record["step"]?.string else { return "" }
    let isInner = step.utf8.contains(UInt8(ascii: "."))
    let head = (isInner ? "   " : "") + step + "  "
    var lines = wrapped(record["stage"]?.string ?? "", behind: head)
    for name in names {
      for (index, text) in texts(record[name], of: name).enumerated() {
        let label = index == 0 ? name : ""
        let gap = String(repeating: " ", count: column - label.count)
        lines += wrapped(text, behind: (isInner ? "        " : "     ") + label + gap)
      }
    }
    return lines.map { "\($0)\n" }.joined()
  }

  /// A field's lines.
  private static func texts(_ value: Value?, of name: String) -> [String] {
    switch value {
    case .string(let box): return [box.string]
    case .list(let list):
      let texts = list.values.compactMap(\.string)
      guard name == "fields" else { return texts }
      return [texts.isEmpty ? "none is decoded" : texts.joined(separator: ", ")]
    default: return []
    }
  }

  /// The text in lines of so many columns, the first behind `beginning`, the others below it.
  private static func wrapped(_ text: String, behind beginning: String) -> [String] {
    let blanks = String(repeating: " ", count: beginning.count)
    var lines: [String] = []
    var line = beginning
    var isEmpty = true
    for piece in pieces(of: escapingControls(text)) {
      if !isEmpty, DisplayWidth.of(line + piece.trimmed) > width {
        lines.append(String(line.trimmed))
        (line, isEmpty) = (blanks, true)
      }
      line += piece
      isEmpty = false
    }
    return lines + [String(line.trimmed)]
  }

  /// Where a line may end: behind a blank, and before a parameter of a query.
  private static func pieces(of text: String) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    for index in text.indices.dropFirst() {
      let isEnd = text[text.index(before: index)] == " " || text[index] == "&" || text[index] == "?"
      guard isEnd else { continue }
      pieces.append(text[start..<index])
      start = index
    }
    return pieces + [text[start...]]
  }
}

extension StringProtocol {
  /// Without blanks at the end.
  fileprivate var trimmed: SubSequence {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return self[..<end]
  }
}
