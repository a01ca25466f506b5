import StewardSyntax
import Testing

@Suite struct LiteralTests {
  @Test(arguments: [
    ("0", "0"),
    ("1_000_000", "1000000"),
    ("9223372036854775807", "9223372036854775807"),
    ("-9223372036854775808", "-9223372036854775808"),
    ("2.50", "2.50d"),
    ("1_0.2_5", "10.25d"),
    ("1e6", "1000000.0f"),
    ("2.5e-3", "0.0025f"),
    ("12.50USD", "12.50 USD"),
    ("7EUR", "7 EUR"),
    ("500ms", "500000000ns"),
    ("1h30m", "5400000000000ns"),
    ("2w", "1209600000000000ns"),
    ("@2026-01-31", "@2026-01-31"),
    ("@2026-01-31T10:00:00Z", "@2026-01-31T10:00:00Z"),
    ("@2026-01-31T10:00:00.250+02:00", "@2026-01-31T10:00:00.250+02:00"),
    ("@2026-01-31 + 2d", "(@2026-01-31 + 172800000000000ns)"),
    ("@2026-01-31-2d", "(@2026-01-31 - 172800000000000ns)"),
    ("@2026-01-01..@2026-02-01", "(@2026-01-01..@2026-02-01)"),
    ("1..3", "(1..3)"),
    ("true", "true"),
    ("null", "null"),
  ])
  func `literals keep what was written`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }

  @Test(arguments: [
    ("'a\\d$b'", #""a\d$b""#),
    (#""tab\there \"q\" \\ \$5 $5 \u{e9}""#, #""tab\there "q" \ $5 $5 é""#),
    (#""$u.name. and $u.email's $""#, #""$($u.name). and $($u.email)'s $""#),
    (#""$(len($xs)) of $(users list | count)""#, #""$<len($xs)> of $<[users list] | [count]>""#),
    (#""a$("b$("c")")""#, #""a$<"b$<"c">">""#),
    ("\"\"", "\"\""),
    ("''", "\"\""),
  ])
  func `strings interpolate and escape`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }

  @Test(arguments: [
    ("\"\"\"\n  # Title\n    - one\n\n  $x!\n  \"\"\"", ##""# Title\n  - one\n\n$($x)!\n""##),
    ("'''\n\tkeep \"$x\" \\n\n\t'''", #""keep "$x" \n\n""#),
    ("\"\"\"\r\n  a\r\n  b\r\n  \"\"\"", #""a\nb\n""#),
    ("\"\"\"one \"two\" three\"\"\"", #""one "two" three""#),
    ("\"\"\"\n  a\n b\n  c\"\"\"", #""  a\n b\n  c""#),
    ("\"\"\"\n  a\n b\n  \"\"\"", #""a\nb\n""#),
    ("\"\"\"\n  $a\n  $(1 +\n  2)\n  \"\"\"", #""$($a)\n$<(1 + 2)>\n""#),
  ])
  func `a string of several lines loses its indentation`(text: String, outline: String) {
    #expect(findings(text) == [])
    #expect(TreeOutline.of(text) == outline)
  }
}
