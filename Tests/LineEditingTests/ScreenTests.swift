import Glibc
import LineEditing
import TerminalModel
import Testing

/// What the screen shows is what the line holds.
extension LineEditorTests {
  private func type(_ text: String, times count: Int) {
    pair.type(String(repeating: text, count: count))
  }

  @Test func `what makes the last row full leaves the row above`() {
    start()
    type("z", times: 37)
    expect(["> " + String(repeating: "z", count: 18), String(repeating: "z", count: 19)], 1, 19)
    type("\u{1b}[D", times: 20)
    pair.type("D")
    expect(
      ["> " + String(repeating: "z", count: 17) + "D", String(repeating: "z", count: 20)],
      1,
      0
    )
    pair.type("\r")
    let line = String(repeating: "z", count: 17) + "D" + String(repeating: "z", count: 20)
    #expect(finish() == [.line(line)])
  }

  @Test func `what combines takes no place of its own`() {
    start()
    pair.type("e\u{301}")
    type("a", times: 17)
    expect(["> e" + String(repeating: "a", count: 17)], 1, 0)
    pair.type("b")
    expect(["> e" + String(repeating: "a", count: 17), "b"], 1, 1)
    #expect(pair.waits { $0.cell(row: 1, column: 0) == "b" })
    pair.type("\r")
    #expect(finish() == [.line("e\u{301}" + String(repeating: "a", count: 17) + "b")])
  }

  private static let tall = (0..<10).map { "# \($0)" }

  @Test func `a text taller than the screen is edited in sight`() {
    start()
    pair.type("\u{1b}[200~" + Self.tall.joined(separator: "\r") + "\u{1b}[201~")
    expect(["# 3", "# 4", "# 5", "# 6", "# 7", "# 8", "# 9", "  more rows: 3 abo…"], 6, 3)
    type("\u{1b}[A", times: 9)
    pair.type("X")
    expect(["> # 0X", "# 1", "# 2", "# 3", "# 4", "# 5", "# 6", "  more rows: 3 bel…"], 0, 6)
    type("\u{1b}[B", times: 7)
    expect(
      ["# 1", "# 2", "# 3", "# 4", "# 5", "# 6", "# 7", "  more rows: 1 abo…"],
      6,
      3
    )
    pair.type("\r")
    #expect(pair.waits { $0.lines.last == ">" })
    let left = ["> # 0X"] + Self.tall.dropFirst() + [">"]
    #expect(Array(pair.screen.allLines.suffix(11)) == left)
    #expect(finish() == [.line((["# 0X"] + Self.tall.dropFirst()).joined(separator: "\n"))])
  }

  @Test func `a taller window shows more of a text, and what was above`() {
    start()
    pair.type("before\r\u{1b}[200~" + Self.tall.joined(separator: "\r") + "\u{1b}[201~")
    #expect(pair.waits { $0.lines.last == "  more rows: 3 abo…" })
    pair.setSize(columns: 20, rows: 14)
    kill(getpid(), SIGWINCH)
    let whole = ["> # 0"] + Self.tall.dropFirst()
    #expect(pair.waits { Array($0.lines.suffix(10)) == whole })
    #expect(pair.screen.allLines.first == "> before")
    pair.type("\u{3}")
    #expect(finish().first == .line("before"))
  }

  @Test func `Ctrl-L begins at the top, with the line as it is`() {
    start()
    pair.type("one\rtwo\rab\u{1b}[D\u{c}")
    expect(["> ab"], 0, 3)
    pair.type("x\r")
    #expect(finish().last == .line("axb"))
  }

  @Test func `keys that follow each other at once show what the line holds`() {
    start()
    pair.type("abc\u{1b}[D\u{1b}[Dx\u{7f}\u{1b}[Hyy\u{1b}[3~")
    expect(["> yybc"], 0, 4)
    pair.type("\r")
    #expect(finish() == [.line("yybc")])
  }

  /// Keys that do nothing to the line, so that the next one is what it is.
  @Test(arguments: ["\u{0}", "\u{13}", "\u{1b}]11;rgb:0/0/0\u{7}", "\u{1b}[15~"])
  func `a key without a meaning takes nothing from the next one`(key: String) {
    start()
    pair.type("ab" + key + "\u{7f}c\u{1b}[Dx")
    expect(["> axc"], 0, 4)
    pair.type("\r")
    #expect(finish() == [.line("axc")])
  }
}
