import LineEditing
import TerminalModel
import Testing

@Suite struct TextLayoutTests {
  private func layout(_ text: String, prompt: String = "> ", columns: Int = 10) -> TextLayout {
    TextLayout(
      Array((prompt + text).unicodeScalars),
      columns: columns,
      scalarColumns: TinyTerminal.columns
    )
  }

  private func position(_ row: Int, _ column: Int) -> ScreenPosition {
    ScreenPosition(row: row, column: column)
  }

  @Test func `a text begins behind the prompt`() {
    #expect(
      layout("ab").positions.dropFirst(2) == [position(0, 2), position(0, 3), position(0, 4)]
    )
  }

  @Test func `the cursor leaves a full row at once`() {
    #expect(layout("12345678").end == position(1, 0))
  }

  @Test func `a line break after a full row leaves an empty row`() {
    #expect(layout("12345678\nx").positions.suffix(2) == [position(2, 0), position(2, 1)])
  }

  @Test func `a wide scalar is never cut, and the cursor on it is where it is`() {
    #expect(layout("1234567本").positions.suffix(2) == [position(1, 0), position(1, 2)])
  }

  @Test(arguments: [
    ("\t", 8), ("\u{1}", 4), ("\u{7f}", 4), ("\u{85}", 4), ("e\u{301}", 3), ("本", 4),
  ])
  func `a scalar takes the columns that show it`(text: String, end: Int) {
    #expect(layout(text, columns: 20).end == position(0, end))
  }

  @Test func `what cannot be printed is written out`() {
    #expect(layout("\u{E001}", columns: 20).end == position(0, 9))
  }

  @Test func `emoji that a terminal might join stand side by side`() {
    let family = TextLayout(Array("👩\u{200d}👧x".unicodeScalars), columns: 20) {
      ["\u{200d}"].contains($0) ? 0 : $0.value > 0x7F ? 2 : 1
    }
    #expect(family.glyphs.map(\.scalar) == ["👩", "👧", "x"])
    #expect(family.positions.map(\.column) == [0, 2, 2, 4, 5])
    let thumb = TextLayout(Array("👍🏽".unicodeScalars), columns: 20) { _ in 2 }
    #expect(thumb.glyphs.map(\.scalar) == ["👍", "\u{3000}"])
  }

  @Test func `a prompt may be wider than the screen`() {
    let positions = layout("x", prompt: "0123456789012").positions
    #expect(positions.suffix(2) == [position(1, 3), position(1, 4)])
  }

  @Test func `what combines has the place of what it combines with`() {
    let full = layout("1234567e\u{301}x")
    #expect(full.glyphs.suffix(2).map(\.position) == [position(0, 9), position(1, 0)])
    #expect(layout("\n\u{301}x").glyphs.map(\.scalar) == [">", " ", "x"])
  }
}

/// What is painted is tried on a model of a terminal, with texts at random.
@Suite struct ScreenPaintingTests {
  private static let alphabet: [Unicode.Scalar] = [
    "a", "b", "c", "d", " ", "|", "本", "語", "😀", "\u{301}", "\n", "\t", "\u{1}", "\u{E000}",
  ]

  private struct Sample {
    let layout: TextLayout
    let cursor: ScreenPosition
    let rowsBelow: [String]
    let ghost: String
    var frame: Frame

    init(columns: Int, _ random: inout some RandomNumberGenerator) {
      let prompt: [Unicode.Scalar] = Array(">", repeated: Int.random(in: 0...12, using: &random))
      let count = Int.random(in: 0...40, using: &random)
      let text = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? "a" }
      layout = TextLayout(prompt + text, columns: columns, scalarColumns: TinyTerminal.columns)
      cursor = layout.position(of: Int.random(in: 0...prompt.count + count, using: &random))
      rowsBelow = Array("m", repeated: Int.random(in: 0...3, using: &random))
      let room = max(0, columns - 1 - layout.end.column)
      ghost = String(repeating: "g", count: Int.random(in: 0...min(2, room), using: &random))
      let styles = (prompt + text).map { $0 == "a" ? TextStyle(.red, isBold: true) : .plain }
      let rows = 0..<layout.rowCount
      frame = Frame(layout, styles: styles, cursor: cursor, rows: rows)
      if !ghost.isEmpty { frame.append(ghost, .plain, widths: ghost.map { _ in 1 }) }
      frame.append(rows: rowsBelow)
    }

    /// Whether a terminal shows it from a row on, and nothing else below.
    func isShown(on terminal: TinyTerminal, from top: Int) -> Bool {
      let isAtCursor =
        terminal.row == top + cursor.row && terminal.column == cursor.column
      let glyphs = layout.glyphs.filter { $0.columns > 0 }
      let areShown = glyphs.allSatisfy {
        terminal.cell(row: top + $0.position.row, column: $0.position.column) == $0.scalar
      }
      let shown = terminal.lines.dropFirst(top).joined().filter { $0 != " " && $0 != "\u{3000}" }
      let count = glyphs.count { $0.scalar != " " } + rowsBelow.count + ghost.count
      return isAtCursor && areShown && shown.unicodeScalars.count == count
    }
  }

  /// Far from its top, so that an error cannot hide at the edge.
  private func terminal(columns: Int) -> TinyTerminal {
    var terminal = TinyTerminal(columns: columns, rows: 600)
    terminal.write((0..<20).map { _ in "x\r\n" }.joined())
    return terminal
  }

  private let above = Array("x", repeated: 20)

  @Test func `each frame is shown whole, whatever was shown before`() {
    var random = SplitMix(seed: 1)
    for _ in 0..<400 {
      let columns = Int.random(in: 2...20, using: &random)
      var terminal = terminal(columns: columns)
      var painting = ScreenPainting()
      for _ in 0..<8 {
        let sample = Sample(columns: columns, &random)
        terminal.write(painting.show(sample.frame))
        #expect(sample.isShown(on: terminal, from: 20), "\(sample) \(terminal.lines)")
      }
      terminal.write(painting.erase())
      #expect(terminal.lines == above)
      #expect(terminal.row == 20 && terminal.column == 0)
    }
  }

  @Test func `only rows that change are written`() throws {
    var painting = ScreenPainting()
    func frame(_ text: String) -> Frame {
      let scalars = Array(text.unicodeScalars)
      let layout = TextLayout(scalars, columns: 10, scalarColumns: TinyTerminal.columns)
      return Frame(layout, styles: [], cursor: layout.end, rows: 0..<layout.rowCount)
    }
    _ = painting.show(frame("one\ntwo\nthree"))
    #expect(painting.show(frame("one\ntwo\nthree")) == "")
    let written = painting.show(frame("one\ntwo\nthree!"))
    #expect(written.contains("three!") && !written.contains("one") && !written.contains("two"))
  }

  @Test func `a terminal that breaks rows anew keeps what is above, at each width`() {
    var random = SplitMix(seed: 4)
    for _ in 0..<2_000 {
      var columns = Int.random(in: 2...20, using: &random)
      var terminal = terminal(columns: columns)
      var painting = ScreenPainting()
      for _ in 0..<3 {
        terminal.write(painting.show(Sample(columns: columns, &random).frame))
        terminal.write(painting.show(Sample(columns: columns, &random).frame))
        columns = Int.random(in: 2...20, using: &random)
        terminal.resize(columns: columns, rows: 600)
        terminal.write(painting.erase(afterChangeTo: columns))
        #expect(terminal.lines == above)
      }
    }
  }

  @Test func `a line at the top of the screen is erased without a trace`() {
    var terminal = TinyTerminal(columns: 10, rows: 5)
    let text = Array("> 0123456789".unicodeScalars)
    let layout = TextLayout(text, columns: 10, scalarColumns: TinyTerminal.columns)
    var frame = Frame(layout, styles: [], cursor: layout.position(of: 11), rows: 0..<2)
    frame.append(rows: ["menu"])
    var painting = ScreenPainting()
    terminal.write(painting.show(frame))
    #expect(terminal.lines == ["> 01234567", "89", "menu"])
    terminal.write(painting.erase())
    #expect(terminal.lines == [])
    #expect(terminal.row == 0 && terminal.column == 0)
    #expect(!terminal.keptErasedScreen)
  }

  @Test func `a plain text on a terminal ends where the layout says`() {
    var random = SplitMix(seed: 3)
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        (["a", "b", "本"] as [Unicode.Scalar]).randomElement(using: &random) ?? "a"
      }
      let columns = Int.random(in: 2...9, using: &random)
      let layout = TextLayout(
        text,
        columns: columns,
        scalarColumns: TinyTerminal.columns
      )
      var terminal = TinyTerminal(columns: columns, rows: 100)
      terminal.write(String(String.UnicodeScalarView(text)))
      // A terminal waits behind a full row; libedit goes on.
      let isWaiting = terminal.column == columns
      let end = ScreenPosition(
        row: terminal.row + (isWaiting ? 1 : 0),
        column: isWaiting ? 0 : terminal.column
      )
      #expect(layout.end == end)
    }
  }
}

/// The same numbers in each run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Array {
  /// The same element several times.
  fileprivate init(_ element: Element, repeated count: Int) {
    self.init(repeating: element, count: count)
  }
}
