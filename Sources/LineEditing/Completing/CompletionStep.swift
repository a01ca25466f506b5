/// A part of the line to replace, in scalars.
package struct Replacement: Equatable {
  package let range: Range<Int>
  package let text: String

  package init(range: Range<Int>, text: String) {
    self.range = range
    self.text = text
  }

  package var rangeAfterwards: Range<Int> {
    range.lowerBound..<range.lowerBound + text.unicodeScalars.count
  }
}

/// What Tab does first: it inserts the only candidate, or what all candidates begin with and a menu.
package struct CompletionStep: Equatable {
  package var replacement: Replacement?
  package var menu: CompletionMenu?

  package init(_ completion: Completion, in line: LineText) {
    let range = line.range(ofBytes: completion.replacing)
    guard let first = completion.candidates.first else { return }
    guard completion.candidates.count > 1 else {
      replacement = Replacement(choosing: first, for: range, in: line)
      return
    }
    let common = Self.commonPrefix(completion.candidates.map(\.text))
    var replaced = range
    // What was typed may match in another way than as a beginning; then it stays.
    if common.unicodeScalars.count > range.count {
      let insertion = Replacement(range: range, text: common)
      replacement = insertion
      replaced = insertion.rangeAfterwards
    }
    menu = CompletionMenu(completion.candidates, replacing: replaced, note: completion.note)
  }

  package static func commonPrefix(_ texts: [String]) -> String {
    guard let first = texts.first else { return "" }
    var prefix = Array(first.unicodeScalars)
    for text in texts.dropFirst() {
      let count = zip(prefix, text.unicodeScalars).prefix { $0 == $1 }.count
      prefix.removeLast(prefix.count - count)
    }
    return String(scalars: prefix)
  }
}

extension Replacement {
  /// The candidate, and a blank behind it if it wants one and none is there.
  package init(choosing candidate: Candidate, for range: Range<Int>, in line: LineText) {
    let next =
      line.scalars.indices.contains(range.upperBound) ? line.scalars[range.upperBound] : nil
    let hasBlank = next == " " || next == "\n"
    let blank = candidate.appendsBlank && !hasBlank ? " " : ""
    self.init(range: range, text: candidate.text + blank)
  }
}
