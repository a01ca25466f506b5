import StewardValues
import Testing

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("500ms", "500ms"), ("90s", "1m30s"), ("5m", "5m"), ("12h", "12h"), ("30d", "30d"),
    ("2w", "14d"), ("1h30m", "1h30m"), ("0s", "0s"), ("-2d", "-2d"),
    ("1d2h3m4s5ms6us7ns", "1d2h3m4s5ms6us7ns"),
    ("1000000us", "1s"),
  ])
  func `written and read`(text: String, expected: String) throws {
    let span = try #require(TimeSpan(text))
    #expect(span.description == expected)
    #expect(TimeSpan(span.description) == span)
  }

  @Test(arguments: [
    "", "-", "1", "h", "1mo", "1.5h", "1m1h", "1h1h", "1h 30m", "+1h", "1H", "300y", "20000w",
    "99999999999999999999s",
  ])
  func `anything else is nil`(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test func `arithmetic is checked`() throws {
    let hour = try #require(TimeSpan("1h"))
    let longest = TimeSpan(nanoseconds: .max)
    #expect(try hour.adding(hour).description == "2h")
    #expect(try hour.subtracting(hour) == .zero)
    #expect(try hour.negated().description == "-1h")
    #expect(try hour.multiplied(by: #require(ExactDecimal("1.5"))).description == "1h30m")
    #expect(try hour.divided(by: ExactDecimal(4)).description == "15m")
    #expect(try hour.divided(by: #require(TimeSpan("15m"))) == ExactDecimal(4))
    #expect(throws: ArithmeticError.overflow) { try longest.adding(hour) }
    #expect(throws: ArithmeticError.overflow) { try longest.multiplied(by: ExactDecimal(2)) }
    #expect(throws: ArithmeticError.overflow) { try TimeSpan(nanoseconds: .min).negated() }
    #expect(throws: ArithmeticError.divisionByZero) { try hour.divided(by: TimeSpan.zero) }
  }

  @Test func `the longest and the shortest have a text`() {
    #expect(TimeSpan(nanoseconds: .max).description == "106751d23h47m16s854ms775us807ns")
    #expect(TimeSpan(nanoseconds: .min).description == "-106751d23h47m16s854ms775us808ns")
    #expect(TimeSpan.seconds(.max) == TimeSpan(nanoseconds: .max))
  }
}
