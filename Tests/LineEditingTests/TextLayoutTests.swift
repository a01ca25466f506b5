import LineEditing
import TerminalModel
import Testing

@Suite struct TextLayoutTests {
  private func layout(_ text: String, prompt: String = "> ", columns: Int = 10) -> TextLayout {
    TextLayout(
      prompt: Array(prompt.unicodeScalars),
      text: Array(text.unicodeScalars),
      columns: columns,
      scalarColumns: TinyTerminal.columns
    )
  }

  private func position(_ row: Int, _ column: Int) -> ScreenPosition {
    ScreenPosition(row: row, column: column)
  }

  @Test func `a text begins behind the prompt`() {
    #expect(layout("ab").positions == [position(0, 2), position(0, 3), position(0, 4)])
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
  func `a scalar takes the columns that libedit gives it`(text: String, end: Int) {
    #expect(layout(text, columns: 20).end == position(0, end))
  }

  @Test func `what cannot be printed is written out`() {
    #expect(layout("\u{E001}", columns: 20).end == position(0, 9))
  }

  @Test func `emoji that a terminal might join stand side by side`() {
    let family = TextLayout(text: Array("👩\u{200d}👧x".unicodeScalars), columns: 20) {
      ["\u{200d}"].contains($0) ? 0 : $0.value > 0x7F ? 2 : 1
    }
    #expect(family.glyphs.map(\.scalar) == ["👩", "👧", "x"])
    #expect(family.positions.map(\.column) == [0, 2, 2, 4, 5])
    let thumb = TextLayout(text: Array("👍🏽".unicodeScalars), columns: 20) { _ in 2 }
    #expect(thumb.glyphs.map(\.scalar) == ["👍", "\u{3000}"])
  }

  @Test func `a prompt may be wider than the screen`() {
    #expect(layout("x", prompt: "0123456789012").positions == [position(1, 3), position(1, 4)])
  }
}

/// What is painted is tried on a model of a terminal, with texts at random.
@Suite struct ScreenPaintingTests {
  private static let alphabet: [Unicode.Scalar] = [
    "a", "b", "c", "d", " ", "|", "本", "語", "😀", "\u{301}", "\n", "\t", "\u{1}", "\u{E000}",
  ]

  private struct Sample {
    let prompt: [Unicode.Scalar]
    let text: [Unicode.Scalar]
    let columns: Int
    let cursor: Int
    let rowsBelow: [String]

    init(_ random: inout some RandomNumberGenerator) {
      prompt = Array(repeating: ">", count: Int.random(in: 0...12, using: &random))
      let count = Int.random(in: 0...40, using: &random)
      text = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? "a" }
      columns = Int.random(in: 2...20, using: &random)
      cursor = Int.random(in: 0...count, using: &random)
      rowsBelow = Array(repeating: "m", count: Int.random(in: 0...3, using: &random))
    }

    var layout: TextLayout {
      TextLayout(
        prompt: prompt,
        text: text,
        columns: columns,
        scalarColumns: TinyTerminal.columns
      )
    }
  }

  /// Far from its top, so that an error cannot hide at the edge.
  private func terminal(_ sample: Sample) -> (TinyTerminal, top: Int) {
    var terminal = TinyTerminal(columns: sample.columns, rows: 600)
    terminal.write(String(repeating: "\n", count: 20))
    // libedit has drawn the prompt and left the cursor in the text.
    let position = sample.layout.position(of: sample.cursor)
    terminal.write(String(repeating: "\n", count: position.row) + "\r")
    if position.column > 0 { terminal.write("\u{1b}[\(position.column)C") }
    return (terminal, 20)
  }

  @Test func `each scalar is painted where the layout says, and the cursor comes back`() {
    var random = SplitMix(seed: 1)
    for _ in 0..<2_000 {
      let sample = Sample(&random)
      let layout = sample.layout
      let cursor = layout.position(of: sample.cursor)
      var (terminal, top) = terminal(sample)
      var painting = ScreenPainting(layout: layout, cursor: cursor)
      painting.styles = sample.text.map { $0 == "a" ? TextStyle(.red, isBold: true) : .plain }
      painting.rowsBelow = sample.rowsBelow
      terminal.write(painting.painted)

      #expect(terminal.row == top + cursor.row && terminal.column == cursor.column, "\(sample)")
      for glyph in layout.glyphs where glyph.columns > 0 {
        let cell = terminal.cell(row: top + glyph.position.row, column: glyph.position.column)
        #expect(cell == glyph.scalar, "\(sample)")
      }
      for index in sample.rowsBelow.indices {
        #expect(terminal.cell(row: top + layout.end.row + 1 + index, column: 0) == "m")
      }
    }
  }

  @Test func `what was painted below goes away again, and the text stays`() {
    var random = SplitMix(seed: 2)
    for _ in 0..<500 {
      let sample = Sample(&random)
      let cursor = sample.layout.position(of: sample.cursor)
      var (terminal, top) = terminal(sample)
      var painting = ScreenPainting(layout: sample.layout, cursor: cursor)
      terminal.write(painting.painted)
      let before = terminal.lines
      painting.rowsBelow = sample.rowsBelow
      terminal.write(painting.painted)
      terminal.write(painting.cleared)

      #expect(terminal.lines == before, "\(sample)")
      #expect(terminal.row == top + cursor.row && terminal.column == cursor.column, "\(sample)")
    }
  }

  @Test func `a line at the top of the screen is erased without a trace`() {
    var terminal = TinyTerminal(columns: 10, rows: 5)
    terminal.write("> 0123456789\r\nmenu\u{1b}[A\u{1b}[C")
    let layout = TextLayout(
      prompt: [">", " "],
      text: Array("0123456789".unicodeScalars),
      columns: 10,
      scalarColumns: TinyTerminal.columns
    )
    let painting = ScreenPainting(layout: layout, cursor: layout.position(of: 9))
    terminal.write(painting.erased)
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
        text: text,
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
