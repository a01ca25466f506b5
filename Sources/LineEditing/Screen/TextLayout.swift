/// A place on the screen, from the first row of the prompt and the first column.
package struct ScreenPosition: Equatable, Sendable {
  package var row = 0
  package var column = 0

  package init(row: Int = 0, column: Int = 0) {
    self.row = row
    self.column = column
  }
}

/// Where each scalar of a text stands on a screen of a given number of columns.
///
/// A tab goes to the next multiple of 8, a control takes two columns (`^A`), what cannot be printed is
/// written out (`\U+E000`), what joins emoji is left out, and a wide scalar that does not fit into the
/// rest of a row begins the next one.
/// A row that is full is followed by the next one at once: the cursor never stays behind the last
/// column.
package struct TextLayout: Equatable, Sendable {
  /// Something to write into one place of the screen.
  package struct Glyph: Equatable, Sendable {
    package let scalar: Unicode.Scalar
    /// 0 for what combines with the scalar before it, whose place it has.
    package let columns: Int
    package let position: ScreenPosition
    /// The scalar of the text that it shows.
    package let source: Int
  }

  package let columns: Int
  /// Where the cursor is if it is at a scalar; the last one is the end of the text.
  package private(set) var positions: [ScreenPosition] = []
  package private(set) var glyphs: [Glyph] = []

  /// Asks for the columns of each scalar; -1 is one that cannot be printed.
  package init(
    _ text: [Unicode.Scalar],
    columns: Int,
    scalarColumns: (Unicode.Scalar) -> Int
  ) {
    self.columns = max(columns, 2)
    positions.reserveCapacity(text.count + 1)
    glyphs.reserveCapacity(text.count)
    var pen = ScreenPosition()
    for (index, scalar) in text.enumerated() {
      let width = scalarColumns(scalar)
      // The cursor on a wide scalar that goes to the next row goes with it.
      let isMoved = width == 2 && pen.column == self.columns - 1
      positions.append(isMoved ? ScreenPosition(row: pen.row + 1) : pen)
      add(scalar, width, at: &pen, source: index)
    }
    positions.append(pen)
  }

  package var end: ScreenPosition { positions.last ?? ScreenPosition() }

  /// How many rows it takes, with the one that the cursor has at the end.
  package var rowCount: Int { end.row + 1 }

  package func position(of index: Int) -> ScreenPosition {
    positions.indices.contains(index) ? positions[index] : end
  }
}

extension TextLayout {
  private mutating func add(
    _ scalar: Unicode.Scalar,
    _ width: Int,
    at pen: inout ScreenPosition,
    source: Int
  ) {
    switch scalar.value {
    case 0x0A: pen = ScreenPosition(row: pen.row + 1)
    case 0x09:
      repeat { put(" ", 1, at: &pen, source) } while pen.column % 8 != 0
    case 0..<0x20, 0x7F..<0xA0:
      put("^", 1, at: &pen, source)
      put(Self.letter(ofControl: scalar), 1, at: &pen, source)
    default:
      guard let drawn = SideBySide.drawn(scalar) else { return }
      guard width < 0 else { return put(drawn, width, at: &pen, source) }
      for letter in Self.code(of: scalar).unicodeScalars { put(letter, 1, at: &pen, source) }
    }
  }

  private mutating func put(
    _ scalar: Unicode.Scalar,
    _ width: Int,
    at pen: inout ScreenPosition,
    _ source: Int
  ) {
    guard width > 0 else { return combine(scalar, at: pen, source) }
    if pen.column + width > columns { pen = ScreenPosition(row: pen.row + 1) }
    glyphs.append(Glyph(scalar: scalar, columns: width, position: pen, source: source))
    pen.column += width
    if pen.column >= columns { pen = ScreenPosition(row: pen.row + 1) }
  }

  /// What combines with the last scalar of a full row belongs to that row. At the beginning of a row
  /// there is nothing to combine with, and terminals do different things.
  private mutating func combine(_ scalar: Unicode.Scalar, at pen: ScreenPosition, _ source: Int) {
    guard let last = glyphs.last else { return }
    let isBehindRow =
      pen.column == 0 && last.position.row == pen.row - 1
      && last.position.column + max(last.columns, 1) >= columns
    guard isBehindRow || last.position.row == pen.row else { return }
    glyphs.append(Glyph(scalar: scalar, columns: 0, position: last.position, source: source))
  }

  private static func letter(ofControl scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value == 0x7F ? "?" : Unicode.Scalar(scalar.value | 0x40) ?? "?"
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
