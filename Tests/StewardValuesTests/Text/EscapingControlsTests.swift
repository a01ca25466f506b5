import StewardValues
import Testing

@Suite struct EscapingControlsTests {
  @Test(arguments: [
    ("plain é 日本 😀", "plain é 日本 😀"), ("\u{1b}[31mred", "\\u{1b}[31mred"),
    ("a\nb\tc", "a\\u{a}b\\u{9}c"), ("\u{9b}2J", "\\u{9b}2J"), ("\u{7f}", "\\u{7f}"),
    ("a\u{202e}b", "a\\u{202e}b"), ("\u{2066}", "\\u{2066}"), ("\u{0}", "\\u{0}"),
    ("a\u{2028}b", "a\\u{2028}b"), ("👨‍👩‍👧", "👨‍👩‍👧"),
  ])
  func `what a terminal would obey is shown`(text: String, expected: String) {
    #expect(escapingControls(text) == expected)
  }

  @Test func `lines may stay`() {
    #expect(escapingControls("a\nb\tc\u{1b}", keepingLines: true) == "a\nb\tc\\u{1b}")
    #expect(escapingControls("a\r\n", keepingLines: true) == "a\\u{d}\n")
  }
}
