internal import StewardValues

/// How a text of the history could go on from what is typed.
package struct Suggestion: Sendable, Equatable {
  /// The whole text of the history.
  package let text: String
  /// What it has behind what is typed. Never empty.
  package let rest: [Unicode.Scalar]

  /// Nil if the text does not begin so, or goes no further.
  package init?(_ text: String, after typed: [Unicode.Scalar]) {
    let scalars = text.unicodeScalars
    guard scalars.starts(with: typed) else { return nil }
    let rest = Array(scalars.dropFirst(typed.count))
    guard !rest.isEmpty else { return nil }
    (self.text, self.rest) = (text, rest)
  }

  /// The rest up to the end of its first word.
  package var firstWord: [Unicode.Scalar] {
    let blanks = rest.prefix(while: Self.isBlank)
    return Array(blanks + rest.dropFirst(blanks.count).prefix { !Self.isBlank($0) })
  }

  /// What is shown of the rest: one row, with a sign where more follows.
  package func shown(columns: Int, scalarColumns: (Unicode.Scalar) -> Int) -> String {
    var shown: [Unicode.Scalar] = []
    var used = 0
    for scalar in rest {
      let width = scalar == "\n" ? 1 : scalarColumns(scalar)
      // A tab, a control or what cannot be printed would take columns that nobody has counted.
      guard width >= 0, scalar == "\n" || scalar.value >= 0x20 else { break }
      guard used + width <= columns else { break }
      guard scalar != "\n" else {
        shown.append("⏎")
        break
      }
      shown.append(scalar)
      used += width
    }
    return String(scalars: shown)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\n" }
}

/// What is suggested, which stays the same while the line is typed as it says.
struct Suggester {
  private var last: String?
  /// A beginning that no text has, so that none has a longer one either.
  private var barren: [Unicode.Scalar]?
  /// The newest of these may all be ones that are not offered.
  private static let mostTries = 20

  /// The newest text of the history that goes on from the line; nil within one.
  mutating func suggestion(
    for line: LineText,
    from memory: HistoryMemory,
    where mayOffer: (String) -> Bool
  ) -> Suggestion? {
    guard line.cursor == line.scalars.count, line.scalars.contains(where: { $0 != " " }) else {
      return nil
    }
    if let last, let suggestion = Suggestion(last, after: line.scalars) { return suggestion }
    if let barren, line.scalars.starts(with: barren) { return nil }
    let texts = memory.newest(startingWith: line.string, atMost: Self.mostTries)
    barren = texts.isEmpty ? line.scalars : nil
    last = texts.first(where: mayOffer)
    return last.flatMap { Suggestion($0, after: line.scalars) }
  }

  /// After another line was read.
  mutating func forget() { (last, barren) = (nil, nil) }
}
