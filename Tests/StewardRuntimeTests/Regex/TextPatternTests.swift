import StewardRuntime
import Testing

@Suite struct TextPatternTests {
  @Test(arguments: [
    ("abc", "xabcx", true), ("abc", "ab", false), ("", "", true), ("", "x", true),
    ("^abc$", "abc", true), ("^abc$", "abcd", false), ("^$", "", true), ("^$", "a", false),
    ("a.c", "abc", true), ("a.c", "a\nc", false), ("a|b", "xb", true), ("a|b|", "c", true),
    ("^(a|bc)+$", "abcbca", true), ("^(a|bc)+$", "abcb", false),
    ("^a*$", "", true), ("^a+$", "", false), ("^a?b$", "b", true), ("^a??b$", "ab", true),
    ("^a{2}$", "aa", true), ("^a{2}$", "aaa", false), ("^a{2,}$", "aaaa", true),
    ("^a{2,}$", "a", false), ("^a{1,3}$", "aaa", true), ("^a{1,3}$", "aaaa", false),
    ("^a{0}b$", "b", true), ("a{,2}", "a{,2}", true), ("{", "{", true),
    ("[a-c]", "b", true), ("[a-c]", "d", false), ("[^a-c]", "d", true), ("[^a-c]", "abc", false),
    ("[]a]", "]", true), ("[a-]", "-", true), (#"[\d-]"#, "-", true), (#"[\]]"#, "]", true),
    (#"^\d+$"#, "0129", true), (#"^\d+$"#, "٣", false), (#"\D"#, "12", false),
    (#"^\w+$"#, "Ünï_9", true), (#"\W"#, "a-b", true), (#"\s"#, "a\tb", true), (#"\S"#, " ", false),
    (#"\bcat\b"#, "a cat.", true), (#"\bcat\b"#, "concat", false), (#"\Bcat"#, "concat", true),
    (#"\."#, "a", false), (#"a\.b"#, "a.b", true), (#"\u{1F600}"#, "x😀", true),
    (#"\t\n"#, "\t\n", true), ("(?:ab)+c", "ababc", true), ("x(?i)ABC", "xabc", true),
    ("(?i)abc", "ABC", true), ("(?i:a)b", "Ab", true), ("(?i:a)b", "AB", false),
    ("((?i)a)b", "AB", false), ("(?i)[a-z]+$", "ÄZ", true), ("(?i)[^a]", "A", false),
    ("(?i)é", "É", true), ("(?i)straße", "STRAßE", true), ("()*", "x", true),
    ("(a*)*b", "aab", true),
    ("é", "e\u{301}", false),
  ])
  func `a pattern fits or not`(pattern: String, text: String, expected: Bool) throws {
    #expect(try TextPattern(pattern).matches(in: text) == expected)
  }

  @Test(arguments: [
    ("(", "`(` without `)`", 1), ("a)", "`)` without `(`", 1), ("[a", "`[` without `]`", 2),
    ("*a", "`*` has nothing to repeat", 0), ("a|+", "`+` has nothing to repeat", 2),
    ("a**", "a repetition of a repetition needs a group", 3),
    ("a{3,2}", "a repetition from 3 up to 2", 6),
    ("a{2", "expected `}` after a repetition count", 3),
    ("a{1001}", "a repetition may count up to 1000", 6),
    (#"(a)\1"#, "back-references are not known", 5),
    ("(?=a)", "look-around and named groups are not known", 2), (#"\q"#, #"`\q` is not known"#, 2),
    (#"a\"#, #"a pattern cannot end with `\`"#, 2), ("[z-a]", "the range `z-a` is backwards", 4),
    (#"[a-\d]"#, #"a class such as `\d` cannot end a range"#, 5),
    ("(?m)a", "only `(?:…)` and `(?i)` are known behind `(?`", 2),
    (#"\u{110000}"#, #"`\u{110000}` is no character"#, 10),
    (#"\u12"#, #"expected `{` after `\u`"#, 2),
  ])
  func `what is no pattern says why and where`(pattern: String, message: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try TextPattern(pattern) }
    #expect(error?.message == message)
    #expect(error?.offset == offset)
  }

  @Test func `a pattern that makes backtracking engines hang takes linear time`() throws {
    let letters = String(repeating: "a", count: 20_000)
    #expect(try TextPattern("^(a+)+$").matches(in: letters))
    #expect(try !TextPattern("^(a+)+$").matches(in: letters + "!"))
    #expect(try !TextPattern("(a|aa)+$").matches(in: letters + "!"))
  }

  @Test(arguments: [
    "((((((a{1000}){1000}){1000}){1000}){1000}){1000})", "(((((){1000}){1000}){1000}){1000})",
  ])
  func `a pattern that would grow without bound is refused`(pattern: String) {
    let error = #expect(throws: PatternError.self) { try TextPattern(pattern) }
    #expect(error?.message == "the pattern is too large")
  }

  @Test func `groups may not nest without bound`() {
    let pattern = String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)
    let error = #expect(throws: PatternError.self) { try TextPattern(pattern) }
    #expect(error?.message == "groups nest too deep")
  }

  @Test func `every text is a pattern or an error`() throws {
    let alphabet = Array("ab(|)*+?[]{}1,^$\\d-.i:")
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let length = Int.random(in: 0...12, using: &generator)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &generator) ?? "a" })
      let pattern = try? TextPattern(text)
      _ = try pattern?.matches(in: "aab1")
    }
  }
}
