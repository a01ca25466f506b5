/// The text that is edited, and where the cursor is in it. Places are counted in scalars, as libedit
/// does.
package struct LineText: Equatable {
  package let scalars: [Unicode.Scalar]
  /// 0 before the first scalar.
  package let cursor: Int

  package init(_ scalars: [Unicode.Scalar], cursor: Int) {
    self.scalars = scalars
    self.cursor = min(max(cursor, 0), scalars.count)
  }

  package init(_ text: String, cursor: Int? = nil) {
    let scalars = Array(text.unicodeScalars)
    self.init(scalars, cursor: cursor ?? scalars.count)
  }

  package var string: String { String(scalars: scalars) }
}

extension LineText {
  /// The place in the UTF-8 of the text.
  package func byteOffset(of index: Int) -> Int {
    scalars.prefix(index).reduce(0) { $0 + UTF8.width($1) }
  }

  /// The scalars of a part of the UTF-8 of the text. A bound within a scalar counts as the end of it,
  /// and one behind the text as the end of the text.
  package func range(ofBytes range: Range<Int>) -> Range<Int> {
    ScalarPlaces(of: self).range(ofBytes: range)
  }
}

/// Where the bytes of a text are among its scalars.
package struct ScalarPlaces {
  /// For each place in the UTF-8 the first scalar that begins there or behind it.
  private var indices: [Int] = [0]

  package init(of line: LineText) {
    for (index, scalar) in line.scalars.enumerated() {
      indices.append(contentsOf: repeatElement(index + 1, count: UTF8.width(scalar)))
    }
  }

  package func range(ofBytes range: Range<Int>) -> Range<Int> {
    index(ofByte: range.lowerBound)..<index(ofByte: range.upperBound)
  }

  private func index(ofByte offset: Int) -> Int { indices[min(max(offset, 0), indices.count - 1)] }
}

extension LineText {
  /// The scalars of the row (up to a line feed) that has the place, without the line feed.
  package func row(at index: Int) -> Range<Int> {
    let start = scalars[..<index].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return start..<(scalars[index...].firstIndex(of: "\n") ?? scalars.count)
  }

  package var isOnFirstRow: Bool { row(at: cursor).lowerBound == 0 }
  package var isOnLastRow: Bool { row(at: cursor).upperBound == scalars.count }

  /// The place as far into the row above as the cursor is into its own; nil on the first row.
  package var placeAbove: Int? {
    let current = row(at: cursor)
    guard current.lowerBound > 0 else { return nil }
    let above = row(at: current.lowerBound - 1)
    return min(above.lowerBound + cursor - current.lowerBound, above.upperBound)
  }

  /// The place as far into the row below as the cursor is into its own; nil on the last row.
  package var placeBelow: Int? {
    let current = row(at: cursor)
    guard current.upperBound < scalars.count else { return nil }
    let below = row(at: current.upperBound + 1)
    return min(below.lowerBound + cursor - current.lowerBound, below.upperBound)
  }
}
