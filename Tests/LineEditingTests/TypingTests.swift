import LineEditing
import TerminalModel
import Testing

@Suite struct KeyDecoderTests {
  /// Bytes that have come already, after which nothing comes.
  private final class Given: KeyBytes {
    private var bytes: ArraySlice<UInt8>
    init(_ text: String) { bytes = Array(text.utf8)[...] }
    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }
    func next(within milliseconds: Int32?) -> UInt8? { bytes.popFirst() }
  }

  private func keys(_ bytes: [UInt8]) -> [Key] {
    let given = Given(bytes)
    var keys: [Key] = []
    while let first = given.next(within: nil) { keys.append(KeyDecoder(bytes: given).key(first)) }
    return keys
  }

  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  @Test func `text is scalars`() {
    #expect(keys("aé本😀") == [.scalar("a"), .scalar("é"), .scalar("本"), .scalar("😀")])
  }

  @Test(arguments: [
    ("\u{1b}[A", NamedKey.up), ("\u{1b}OB", .down), ("\u{1b}[3~", .delete), ("\u{1b}[1~", .home),
    ("\u{1b}OF", .end), ("\u{1b}[1;5C", .wordRight), ("\u{1b}[1;3D", .wordLeft),
    ("\u{1b}[Z", .backtab), ("\u{1b}\r", .alternateEnter),
  ])
  func `a sequence is one key`(text: String, key: NamedKey) {
    #expect(keys(text + "x") == [.named(key), .scalar("x")])
  }

  @Test func `an escape that nothing follows is the key`() {
    #expect(keys("\u{1b}") == [.scalar("\u{1b}")])
  }

  @Test func `Alt comes with a scalar`() {
    #expect(keys("\u{1b}b\u{1b}é") == [.alternate("b"), .alternate("é")])
  }

  @Test func `a sequence without a name is kept whole`() {
    #expect(keys("\u{1b}[15~x") == [.sequence(["[", "1", "5", "~"]), .scalar("x")])
  }

  @Test func `what is no UTF-8 is noise`() {
    #expect(keys([0xFF, 0x61]) == [.noise, .scalar("a")])
    #expect(keys([0xC3]) == [.noise])
    #expect(keys([0x80]) == [.noise])
  }

  @Test func `the codes of our commands cannot be typed`() {
    #expect(keys("\u{81}\u{9f}") == [.noise, .noise])
  }

  @Test func `a paste is one key, whatever is in it`() {
    let pasted = "\u{1b}[200~a\rb\u{3}\u{1b}[31m\tc\u{1b}[201~x"
    #expect(keys(pasted) == [.paste("a\nb[31m\tc"), .scalar("x")])
  }

  @Test func `a paste that breaks off is what came of it`() {
    #expect(keys("\u{1b}[200~abc") == [.paste("abc")])
  }

  @Test func `Ctrl-C after a pause leaves a paste that does not end`() {
    let paused = Paused(["\u{1b}[200~abc\u{3}d", "\u{3}e", "\u{3}", "x"])
    guard let first = paused.next(within: nil) else { return #expect(Bool(false)) }
    #expect(KeyDecoder(bytes: paused).key(first) == .scalar("\u{3}"))
    #expect(paused.next(within: nil) == UInt8(ascii: "x"))
  }

  @Test func `a Ctrl-C within a paste is dropped as other controls are`() {
    let paused = Paused(["\u{1b}[200~ab", "\u{3}cd\u{1b}[201~"])
    guard let first = paused.next(within: nil) else { return #expect(Bool(false)) }
    #expect(KeyDecoder(bytes: paused).key(first) == .paste("abcd"))
  }

  /// Bytes with pauses between the pieces, each longer than anybody waits who does not wait for ever.
  private final class Paused: KeyBytes {
    private var pieces: [[UInt8]]
    init(_ pieces: [String]) { self.pieces = pieces.map { Array($0.utf8) } }
    func next(within milliseconds: Int32?) -> UInt8? {
      while pieces.first?.isEmpty == true {
        if milliseconds != nil { return nil }
        pieces.removeFirst()
      }
      return pieces.isEmpty ? nil : pieces[0].removeFirst()
    }
  }

  @Test(arguments: [
    "\u{1b}]11;rgb:ffff/ffff/ffff\u{1b}\\", "\u{1b}]0;title\u{7}", "\u{1b}P>|tmux 3.3a\u{1b}\\",
  ])
  func `what a terminal answers is no key`(answer: String) {
    #expect(keys(answer + "x") == [.noise, .scalar("x")])
  }
}

@Suite struct PasteDecoderTests {
  private func text(_ pasted: String) -> String {
    var decoder = PasteDecoder()
    for byte in pasted.utf8 { decoder.add(byte) }
    return decoder.text
  }

  @Test(arguments: [
    ("a\rb", "a\nb"), ("a\r\nb", "a\nb"), ("a\nb", "a\nb"), ("a\r\rb", "a\n\nb"),
    ("a\tb", "a\tb"), ("a\u{0}\u{7f}\u{85}b", "ab"), ("é本😀", "é本😀"),
  ])
  func `line breaks are line feeds, and other controls are dropped`(pasted: String, text: String) {
    #expect(self.text(pasted) == text)
  }

  @Test func `what follows the end is not pasted`() {
    #expect(text("a\u{1b}[201~b") == "a")
  }
}

@Suite struct IndentationTests {
  private let indentation = Indentation(unit: "  ")

  @Test(arguments: [
    ("each {", "  "), ("  each {", "    "), ("print (", "  "), ("users list |", "  "),
    ("users list |\n  where x |", "  "), ("each { users list |", "  "), ("\"text", ""),
    ("  \"text", "  "), ("", ""),
  ])
  func `a new row goes as deep as its text`(text: String, blanks: String) {
    #expect(indentation.blanks(after: LineText(text)) == blanks)
  }

  @Test(arguments: [
    ("each {\n    ", 2), ("each {\n ", 1), ("each {\n", 0), ("  ", 0), ("{\n x", 0),
  ])
  func `a closing bracket that begins a row goes back`(text: String, count: Int) {
    #expect(indentation.blanksToRemove(before: LineText(text)) == count)
  }

  @Test func `only what stands before the cursor counts`() {
    #expect(indentation.blanks(after: LineText("a { b", cursor: 1)) == "")
  }
}

@Suite struct LineTextTests {
  private let line = LineText("abc\nd\nefgh", cursor: 2)

  @Test(
    arguments: [
      (2, nil, 5), (0, nil, 4), (4, 0, 6), (5, 1, 7), (9, 5, nil), (6, 4, nil),
    ] as [(Int, Int?, Int?)]
  )
  func `up and down keep the column as far as the row goes`(
    cursor: Int,
    above: Int?,
    below: Int?
  ) {
    let line = LineText("abc\nd\nefgh", cursor: cursor)
    #expect(line.placeAbove == above)
    #expect(line.placeBelow == below)
  }

  @Test func `spans in bytes style scalars, and the last one counts`() {
    let spans = [
      StyledSpan(0..<3, TextStyle(.green)), StyledSpan(2..<3, TextStyle(.red)),
      StyledSpan(50..<60, TextStyle(.blue)),
    ]
    let styles = StyledSpan.styles(spans, over: LineText("éab"))
    #expect(styles == [TextStyle(.green), TextStyle(.red), .plain])
  }
}

@Suite struct PromptTests {
  @Test func `a name from a server cannot command the terminal`() {
    #expect(Prompt("a\u{1}\u{1b}[2Jb> ").text == #"a\u{1}\u{1b}[2Jb> "#)
  }
}
