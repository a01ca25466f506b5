import StewardValues
import Testing

@Suite struct ExactComparisonTests {
  @Test(arguments: [
    ("0.1", 0.1, Ordering.less), ("0.5", 0.5, .equal), ("-0.1", -0.1, .greater),
    ("0.3", 0.1 + 0.2, .less), ("0", Double.leastNonzeroMagnitude, .less),
    ("0", -Double.leastNonzeroMagnitude, .greater),
    ("0", -0.0, .equal), ("1", Double.infinity, .less), ("-1", -Double.infinity, .greater),
    ("9007199254740993", 9_007_199_254_740_992, .greater),
    ("9007199254740992", 9_007_199_254_740_992, .equal),
    ("99999999999999999999999999999999999999", 1e38, .greater),
    ("99999999999999999999999999999999999999", 1.1e38, .less),
    ("99999999999999999999999999999999999999", 1e300, .less),
    ("0.000000000000000001", 1e-18, .less), ("-0.5", 0.25, .less), ("0.5", -0.25, .greater),
    ("1.000000000000000001", 1, .greater), ("-1.000000000000000001", -1, .less),
  ])
  func `a decimal and a binary number`(text: String, double: Double, expected: Ordering) throws {
    let decimal = try #require(ExactDecimal(text))
    #expect(compareExactly(decimal, double) == expected)
  }

  @Test func `integers beyond 53 bits are not rounded`() {
    #expect(compareExactly(Int.max, 0x1p63) == .less)
    #expect(compareExactly(Int.min, -0x1p63) == .equal)
    #expect(compareExactly(1, 1.0000000000000002) == .less)
    #expect(compareExactly(1, .nan) == nil)
  }

  @Test func `numbers of different scales`() throws {
    let large = try #require(ExactDecimal("99999999999999999999999999999999999999"))
    let small = try #require(ExactDecimal("0.000000000000000001"))
    #expect(compareExactly(large, small) == .greater)
    #expect(compareExactly(large.negated, small) == .less)
    #expect(compareExactly(small, large) == .less)
    #expect(compareExactly(3, try #require(ExactDecimal("2.999"))) == .greater)
  }

  @Test func `every dyadic fraction is compared as the integers are`() throws {
    var random = SplitMix(7)
    for _ in 0..<5_000 {
      let bits = Int.random(in: 0...18, using: &random)
      let numerator = Int.random(in: -1_000_000_000...1_000_000_000, using: &random)
      let double = Double(numerator) / Double(1 << bits)
      let scale = Int.random(in: 0...6, using: &random)
      let mantissa = Int.random(in: -1_000_000_000...1_000_000_000, using: &random)
      let decimal = ExactDecimal(mantissa: Int128(mantissa), scale: scale)
      let power = (0..<scale).reduce(Int128(1)) { product, _ in product * 10 }
      let expected = Ordering(Int128(mantissa) << Int128(bits), Int128(numerator) * power)
      #expect(compareExactly(decimal, double) == expected)
      let exact = try #require(ExactDecimal(exactly: double))
      #expect(compareExactly(exact, double) == .equal)
      #expect(compareExactly(decimal, exact) == expected)
    }
  }
}
