/// A place on the screen, from the first row of the prompt and the first column.
package struct ScreenPosition: Equatable, Sendable {
  package var row = 0
  package var column = 0

  package init(row: Int = 0, column: Int = 0) {
    self.row = row
    self.column = column
  }
}

/// Where libedit puts each scalar of prompt and text, on a screen of a given number of columns.
///
/// What is painted over the text must agree with libedit, so this follows its rules: a tab goes to
/// the next multiple of 8, a control takes two columns (`^A`), what cannot be printed is written out
/// (`\U+E000`), what joins emoji is left out, and a wide scalar that does not fit into the rest of a
/// row begins the next one.
/// A row that is full is followed by the next one at once: the cursor never stays behind the last
/// column.
package struct TextLayout: Equatable, Sendable {
  /// Something to write into one place of the screen.
  package struct Glyph: Equatable, Sendable {
    package let scalar: Unicode.Scalar
    /// 0 for what combines with the scalar before it.
    package let columns: Int
    package let position: ScreenPosition
    /// The scalar of the text that it shows.
    package let source: Int
  }

  package let columns: Int
  /// Where the text begins.
  package private(set) var start = ScreenPosition()
  /// Where the cursor is if it is at a scalar; the last one is the end of the text.
  package private(set) var positions: [ScreenPosition] = []
  package private(set) var glyphs: [Glyph] = []

  /// Asks for the columns of each scalar; -1 is one that cannot be printed.
  package init(
    prompt: [Unicode.Scalar] = [],
    text: [Unicode.Scalar],
    columns: Int,
    scalarColumns: (Unicode.Scalar) -> Int
  ) {
    self.columns = max(columns, 2)
    var pen = ScreenPosition()
    for scalar in prompt { add(scalar, at: &pen, source: -1, scalarColumns) }
    glyphs = []
    start = pen
    positions.reserveCapacity(text.count + 1)
    for (index, scalar) in text.enumerated() {
      positions.append(pen)
      add(scalar, at: &pen, source: index, scalarColumns)
    }
    positions.append(pen)
    moveOverMargin(text, scalarColumns)
  }

  package var end: ScreenPosition { positions.last ?? start }

  package func position(of index: Int) -> ScreenPosition {
    positions.indices.contains(index) ? positions[index] : end
  }
}

extension TextLayout {
  private mutating func add(
    _ scalar: Unicode.Scalar,
    at pen: inout ScreenPosition,
    source: Int,
    _ scalarColumns: (Unicode.Scalar) -> Int
  ) {
    switch scalar.value {
    case 0x0A: pen = ScreenPosition(row: pen.row + 1)
    case 0x09:
      repeat { put(" ", 1, at: &pen, source) } while pen.column % 8 != 0
    case 0..<0x20, 0x7F..<0xA0:
      put("^", 1, at: &pen, source)
      put(Self.letter(ofControl: scalar), 1, at: &pen, source)
    // Some terminals draw one sign for several that these join, in fewer columns than libedit counts,
    // and others do not. Without them the signs stand side by side everywhere.
    case 0x200D, 0xFE0F: return
    case 0x1F3FB...0x1F3FF where scalarColumns(scalar) == 2:
      put(Self.wideBlank, 2, at: &pen, source)
    default:
      let width = scalarColumns(scalar)
      guard width < 0 else { return put(scalar, width, at: &pen, source) }
      for letter in Self.code(of: scalar).unicodeScalars { put(letter, 1, at: &pen, source) }
    }
  }

  private mutating func put(
    _ scalar: Unicode.Scalar,
    _ width: Int,
    at pen: inout ScreenPosition,
    _ source: Int
  ) {
    if pen.column + width > columns { pen = ScreenPosition(row: pen.row + 1) }
    glyphs.append(Glyph(scalar: scalar, columns: width, position: pen, source: source))
    pen.column += width
    if pen.column >= columns { pen = ScreenPosition(row: pen.row + 1) }
  }

  /// The cursor on a wide scalar that went to the next row goes with it.
  private mutating func moveOverMargin(
    _ text: [Unicode.Scalar],
    _ scalarColumns: (Unicode.Scalar) -> Int
  ) {
    for (index, scalar) in text.enumerated()
    where positions[index].column == columns - 1 && scalarColumns(scalar) == 2 {
      positions[index] = ScreenPosition(row: positions[index].row + 1)
    }
  }

  private static let wideBlank: Unicode.Scalar = "\u{3000}"

  private static func letter(ofControl scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value == 0x7F ? "?" : Unicode.Scalar(scalar.value | 0x40) ?? "?"
  }

  private static func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
