import Properties
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A text that is eight times as long takes about eight times as long, however wrong it is: no file
/// of the largest size may hang the host that checks it.
@Suite(.serialized, .ownThread) struct LinearTimeTests {
  @Test(arguments: [
    "(", "[", "{", "\"$(", "\"$(users list\n", "\"$($(", "\"\"\"\n", "# a\n", ";", "$a.b", "\\\n",
    "users list\n", "users list | ", "users list | where (\n", "foo (bar\n", "a, ", "aaaa ",
    "let a = 1\n", "def f () { 1 }\n", "if $x {\n", "if true { 1 } else ", "match $k { 1 => ",
    "1 + ", "- ", "not ", "1 < ", "true and ", "?? 1 ", "1..", "$a[", "len(", ")", "( ] ",
    "[1, 2],", "{a: 1}\n", "\"$a $b\"\n", "## x\n", "try { 1 } catch { 2 }\n",
    "for x in [1] { print $x }\n", "select a = 1, ", "\u{202E}", "\u{202E}\"\" ", "plan ", "{|x| ",
    "frobnicate\n", "users list | where rolee == 1\n", "1_", "\"a\" ", "...", "!", "@2026-01-01 ",
  ])
  func `is checked in linear time`(_ piece: String) {
    expectLinear(.check, piece)
  }

  @Test(arguments: [
    "```steward\n1\n```\n", "<!-- x\n", "```\n", "text\n", "\n", "<b>", "    ```\n",
  ])
  func `is read as Markdown in linear time`(_ piece: String) {
    expectLinear(.markdown, piece)
  }

  @Test(arguments: ["[", "[[],", "{\"a\":1,", "\"\\u0041", "1", "\"", "{\"a\":{\"b\":[1,"])
  func `is read as JSON in linear time`(_ piece: String) {
    expectLinear(.json, piece)
  }

  @Test(arguments: ["a,b\n", "\"", "\"\"", ",", "a\r\n", "\"a\nb\","])
  func `is read as CSV in linear time`(_ piece: String) {
    expectLinear(.csv, piece)
  }

  private func expectLinear(_ property: Property, _ piece: String) {
    // A slow machine and a cold cache are outdone by some tries; what is quadratic takes 64 times.
    let ratios = (0..<4).lazy.map { _ in
      time(property, piece, bytes: 64_000) / max(time(property, piece, bytes: 8_000), 1e-4)
    }
    #expect(ratios.contains { $0 < 24 }, "\(Array(ratios))")
  }

  /// Processor seconds of this thread.
  private func time(_ property: Property, _ piece: String, bytes: Int) -> Double {
    let text = Array(String(repeating: piece, count: bytes / piece.utf8.count).utf8)
    let start = now
    _ = property.problem(text)
    return now - start
  }

  private var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
