import StewardValues
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    ("2026-01-31", "2026-01-31T00:00:00Z"),
    ("2026-01-31T10:00:00Z", "2026-01-31T10:00:00Z"),
    ("2026-01-31t10:00:00z", "2026-01-31T10:00:00Z"),
    ("2026-01-31T10:00:00+02:00", "2026-01-31T08:00:00Z"),
    ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"),
    ("2026-01-31T10:00:00-05:30", "2026-01-31T15:30:00Z"),
    ("2024-10-30T23:58:27.427722Z", "2024-10-30T23:58:27.427722Z"),
    ("2024-10-30T23:58:27.427722999Z", "2024-10-30T23:58:27.427722Z"),
    ("2024-10-30T23:58:27.5Z", "2024-10-30T23:58:27.5Z"),
    ("2024-10-30T23:58:27.500000Z", "2024-10-30T23:58:27.5Z"),
    ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
    ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
  ])
  func `RFC 3339`(text: String, expected: String) throws {
    #expect(try #require(Timestamp(text)).description == expected)
  }

  @Test(arguments: [
    "", "2026-01-31T", "2026-01-31T10:00Z", "2026-01-31T10:00:00", "2026-01-31 10:00:00Z",
    "2026-01-31T24:00:00Z", "2026-01-31T10:60:00Z", "2026-01-31T10:00:60Z",
    "2026-01-31T10:00:00.Z", "2026-01-31T10:00:00.1234567890Z", "2026-01-31T10:00:00.5",
    "2026-01-31T10:00:00+02", "2026-01-31T10:00:00+0200", "2026-01-31T10:00:00+24:00",
    "2026-01-31T10:00:00Zx", "2026-02-30T10:00:00Z", "2026-01-31T1x:00:00Z", "now",
  ])
  func `anything else is nil`(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test func `every part of a moment comes back`() throws {
    var random = SplitMix(11)
    let range = Timestamp.range.lowerBound.microseconds...Timestamp.range.upperBound.microseconds
    for _ in 0..<5_000 {
      let moment = Timestamp(microseconds: .random(in: range, using: &random))
      #expect(Timestamp(moment.description) == moment)
      #expect(Timestamp(moment.day) <= moment)
      #expect(try moment.since(Timestamp(moment.day)) < TimeSpan.seconds(86_400))
    }
  }

  @Test func `arithmetic`() throws {
    let moment = try #require(Timestamp("2026-01-31T10:00:00Z"))
    let span = try #require(TimeSpan("36h"))
    let later = try moment.adding(span)
    #expect(later.description == "2026-02-01T22:00:00Z")
    #expect(try later.since(moment) == span)
    #expect(try later.subtracting(span) == moment)
  }

  @Test func `nothing leaves the clock`() {
    let first = Timestamp.range.lowerBound
    let last = Timestamp.range.upperBound
    #expect(last.description == "9999-12-31T23:59:59.999999Z")
    #expect(throws: ArithmeticError.overflow) { try last.adding(.seconds(1)) }
    #expect(throws: ArithmeticError.overflow) { try first.subtracting(.seconds(1)) }
    #expect(throws: ArithmeticError.overflow) { try last.since(first) }
  }

  @Test func `now is in this century`() {
    #expect(Timestamp.now() > Timestamp("2024-01-01") ?? .now())
    #expect(2024..<2200 ~= Timestamp.now().day.year)
  }
}
