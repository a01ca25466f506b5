import StewardValues
import Testing

@Suite struct ExactDecimalTests {
  private func decimal(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(text), "\(text) is a decimal")
  }

  @Test(arguments: [
    "0", "1", "-1", "2.50", "0.000000000000000001", "-0.50",
    "99999999999999999999999999999999999999", "-9999999999999999999999.9999999999999999",
  ])
  func `digits are kept`(text: String) throws {
    #expect(try decimal(text).description == text)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "+1", "1e3", "1,5", " 1", "1 ", "1.2.3", "--1", "٣", "NaN",
    "100000000000000000000000000000000000000", "0.0000000000000000001",
  ])
  func `what is no decimal of 38 digits and 18 places is nil`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func `equality is by value and so is the hash`() throws {
    #expect(try decimal("2.50") == decimal("2.5"))
    #expect(try decimal("0.00") == .zero)
    #expect(try decimal("-0") == .zero)
    #expect(try Set([decimal("2.50"), decimal("2.5"), decimal("2.500")]).count == 1)
    #expect(try decimal("2.51") != decimal("2.5"))
  }

  @Test(arguments: [
    ("1.5", "2.25", "3.75"), ("0.1", "0.2", "0.3"), ("-1", "1.00", "0.00"),
    ("99999999999999999999999999999999999998", "1", "99999999999999999999999999999999999999"),
    ("99999999999999999999999999999999999998", "1.000", "99999999999999999999999999999999999999"),
  ])
  func `sums are exact`(left: String, right: String, sum: String) throws {
    #expect(try decimal(left).adding(decimal(right)).description == sum)
    #expect(try decimal(sum).subtracting(decimal(right)) == decimal(left))
  }

  @Test(arguments: [
    ("2.50", "2", "5.00"), ("-1.5", "1.5", "-2.25"),
    ("0.0000000005", "0.0000000002", "0.0000000000000000001"),
    ("1000000000.0000000000", "0.0000000010", "1"),
  ])
  func `products are exact or refused`(left: String, right: String, product: String) throws {
    guard let expected = ExactDecimal(product) else {
      #expect(throws: ArithmeticError.tooManyPlaces) {
        try decimal(left).multiplied(by: decimal(right))
      }
      return
    }
    #expect(try decimal(left).multiplied(by: decimal(right)) == expected)
  }

  @Test(arguments: [
    ("7", "2", "3.5"), ("10", "5", "2"), ("1", "3", "0.333333333333333333"),
    ("2", "3", "0.666666666666666667"), ("-2", "3", "-0.666666666666666667"),
    ("0", "3", "0"), ("1.00", "4", "0.25"),
    // Halfway between two numbers of 18 places: the even one.
    ("0.000000000000000001", "2", "0"), ("0.000000000000000003", "2", "0.000000000000000002"),
    ("0.000000000000000005", "2", "0.000000000000000002"),
    ("99999999999999999999999999999999999999", "1", "99999999999999999999999999999999999999"),
    // One more place does not fit behind 38 digits: the even integer.
    ("99999999999999999999999999999999999999", "2", "50000000000000000000000000000000000000"),
    ("0.000000000000000001", "99999999999999999999", "0"),
  ])
  func `quotients are rounded half-even at 18 places`(
    left: String,
    right: String,
    quotient: String
  ) throws {
    #expect(try decimal(left).divided(by: decimal(right)).description == quotient)
  }

  @Test(arguments: [
    ("7", "2", "3", "1"), ("-7", "2", "-4", "1"), ("7", "-2", "-4", "-1"),
    ("-7", "-2", "3", "-1"), ("7.5", "2", "3", "1.5"), ("-0.5", "1", "-1", "0.5"),
    ("6", "2", "3", "0"),
  ])
  func `floor division and remainder go together`(
    left: String,
    right: String,
    quotient: String,
    remainder: String
  ) throws {
    #expect(try decimal(left).floorDivided(by: decimal(right)) == decimal(quotient))
    #expect(try decimal(left).remainder(dividingBy: decimal(right)) == decimal(remainder))
  }

  @Test func `nothing is divided by zero`() throws {
    let one = try decimal("1")
    let zero = try decimal("0.00")
    #expect(throws: ArithmeticError.divisionByZero) { try one.divided(by: zero) }
    #expect(throws: ArithmeticError.divisionByZero) { try one.floorDivided(by: zero) }
    #expect(throws: ArithmeticError.divisionByZero) { try one.remainder(dividingBy: zero) }
  }

  @Test func `a remainder of too many digits is an error`() throws {
    let left = try decimal("0.83008240064")
    let right = try decimal("-1000000000074883870412809096")
    #expect(throws: ArithmeticError.overflow) { try left.remainder(dividingBy: right) }
  }

  @Test func `a result of 39 digits is an overflow`() throws {
    let largest = try decimal("99999999999999999999999999999999999999")
    #expect(throws: ArithmeticError.overflow) { try largest.adding(ExactDecimal(1)) }
    #expect(throws: ArithmeticError.overflow) { try largest.negated.subtracting(ExactDecimal(1)) }
    #expect(throws: ArithmeticError.overflow) { try largest.multiplied(by: ExactDecimal(2)) }
    #expect(throws: ArithmeticError.overflow) { try largest.divided(by: decimal("0.5")) }
    #expect(throws: ArithmeticError.overflow) { try largest.adding(decimal("0.1")) }
  }

  @Test func `arithmetic agrees with integers`() throws {
    var random = SplitMix(1)
    for _ in 0..<2_000 {
      let left = Int.random(in: -1_000_000...1_000_000, using: &random)
      let right = Int.random(in: -1_000...1_000, using: &random)
      let scale = Int.random(in: 0...6, using: &random)
      let first = ExactDecimal(mantissa: Int128(left), scale: scale)
      let second = ExactDecimal(mantissa: Int128(right), scale: scale)
      #expect(
        try first.adding(second) == ExactDecimal(mantissa: Int128(left + right), scale: scale)
      )
      #expect(
        try first.multiplied(by: second)
          == ExactDecimal(mantissa: Int128(left * right), scale: scale * 2)
      )
      #expect((first < second) == (left < right))
      guard right != 0 else { continue }
      let quotient = try first.floorDivided(by: second)
      let rest = try first.remainder(dividingBy: second)
      #expect(try quotient.multiplied(by: second).adding(rest) == first)
      #expect(rest.isZero || (rest < .zero) == (right < 0))
    }
  }

  @Test(arguments: [
    ("2.5", 0, "2"), ("3.5", 0, "4"), ("-2.5", 0, "-2"), ("1.005", 2, "1.00"),
    ("1.015", 2, "1.02"), ("1.0151", 2, "1.02"), ("7", 2, "7"), ("0.99", 0, "1"),
  ])
  func `rounding is half-even`(text: String, places: Int, expected: String) throws {
    #expect(try decimal(text).rounded(places: places).description == expected)
  }

  @Test(arguments: [
    (FloatingPointRoundingRule.up, "2", "-1"), (.down, "1", "-2"), (.towardZero, "1", "-1"),
    (.awayFromZero, "2", "-2"), (.toNearestOrAwayFromZero, "2", "-2"),
    (.toNearestOrEven, "2", "-2"),
  ])
  func `other rules of rounding`(
    rule: FloatingPointRoundingRule,
    positive: String,
    negative: String
  ) throws {
    #expect(try decimal("1.5").rounded(places: 0, rule).description == positive)
    #expect(try decimal("-1.5").rounded(places: 0, rule).description == negative)
  }

  @Test(arguments: [("1", "1.00"), ("1.2345", "1.23"), ("-0.005", "0.00"), ("0.015", "0.02")])
  func `fixed places`(text: String, expected: String) throws {
    #expect(try decimal(text).fixed(places: 2).description == expected)
  }

  @Test func `integers come back`() throws {
    #expect(try decimal("5.00").intValue == 5)
    #expect(try decimal("5.01").intValue == nil)
    #expect(ExactDecimal(Int.min).intValue == .min)
    #expect(try decimal("9223372036854775808").intValue == nil)
  }

  @Test(arguments: [
    (0.1, "0.1"), (-2.5, "-2.5"), (1e15, "1000000000000000"), (123.456, "123.456"),
    (1e-18, "0.000000000000000001"), (0, "0"), (1.0 / 3, "0.3333333333333333"),
    (3.0517578125e-05, "0.000030517578125"),
  ])
  func `binary numbers by their shortest digits`(double: Double, expected: String) throws {
    let decimal = try #require(ExactDecimal(double))
    #expect(decimal.description == expected)
    #expect(decimal.double == double)
  }

  @Test func `the smallest binary number is nothing and the largest is no decimal`() {
    #expect(ExactDecimal(Double.leastNonzeroMagnitude) == .zero)
    #expect(ExactDecimal(Double.greatestFiniteMagnitude) == nil)
    #expect(ExactDecimal(1e37)?.double == 1e37)
  }

  @Test func `what is not a number has no decimal`() {
    #expect(ExactDecimal(Double.nan) == nil)
    #expect(ExactDecimal(Double.infinity) == nil)
    #expect(ExactDecimal(exactly: 0.1) == nil)
    #expect(ExactDecimal(exactly: 0.375)?.description == "0.375")
    #expect(ExactDecimal(exactly: -1e20)?.description == "-100000000000000000000")
  }
}
