import StewardValues
import Testing

@Suite struct MoneyTests {
  private func money(_ text: String) throws -> Money {
    try #require(Money(text), "\(text) is money")
  }

  @Test(arguments: [
    ("12.50USD", "12.50 USD"), ("12.50 USD", "12.50 USD"), ("-3EUR", "-3 EUR"),
    ("1.2378912 USD", "1.2378912 USD"),
  ])
  func `an amount and a code`(text: String, expected: String) throws {
    #expect(try money(text).description == expected)
  }

  @Test(arguments: [
    "", "USD", "12.50", "12.50usd", "12.50  USD", "12.50US", "x USD", "1e3USD", "$5",
  ])
  func `anything else is nil`(text: String) {
    #expect(Money(text) == nil)
  }

  @Test(arguments: [
    ("123.45", "USD", "1.2345 USD"), ("50000", "USD", "500.00 USD"), ("-1", "USD", "-0.01 USD"),
    ("500", "JPY", "500 JPY"), ("1500", "KWD", "1.500 KWD"), ("0", "USD", "0.00 USD"),
    ("123.78912", "USD", "1.2378912 USD"),
  ])
  func `the smallest units`(units: String, currency: String, expected: String) throws {
    let units = try #require(ExactDecimal(units))
    let money = try #require(Money(minorUnits: units, currency: currency))
    #expect(money.description == expected)
    #expect(money.minorUnits == units)
  }

  @Test func `no code, no money`() {
    for code in ["", "usd", "US", "USDX", "U D"] {
      #expect(Money(minorUnits: ExactDecimal(1), currency: code) == nil)
    }
  }

  @Test func `zeros at the end make room for the places of a currency`() throws {
    let kept = try #require(ExactDecimal("1.200000000000000000"))
    #expect(Money(minorUnits: kept, currency: "USD")?.description == "0.012 USD")
    let full = try #require(ExactDecimal("1.000000000000000001"))
    #expect(Money(minorUnits: full, currency: "USD") == nil)
  }

  @Test func `arithmetic within a currency`() throws {
    #expect(try money("1.10USD").adding(money("2.205USD")) == money("3.305USD"))
    #expect(try money("1USD").subtracting(money("2USD")) == money("-1USD"))
    #expect(try money("1.25USD").multiplied(by: ExactDecimal(4)) == money("5USD"))
    #expect(try money("1USD").divided(by: ExactDecimal(8)) == money("0.125USD"))
    #expect(try money("1USD").divided(by: money("4USD")) == ExactDecimal("0.25"))
    #expect(try money("2USD").negated == money("-2.00USD"))
  }

  @Test func `currencies do not mix`() throws {
    let dollars = try money("1USD")
    let euros = try money("1EUR")
    let mismatch = ArithmeticError.currencyMismatch("USD", "EUR")
    #expect(throws: mismatch) { try dollars.adding(euros) }
    #expect(throws: mismatch) { try dollars.subtracting(euros) }
    #expect(throws: mismatch) { try dollars.divided(by: euros) }
    #expect(dollars.compared(to: euros) == nil)
    #expect(dollars != euros)
    #expect(try dollars.compared(to: money("1.00USD")) == .equal)
  }

  @Test(arguments: [
    ("1.2378912USD", "1.24 USD"), ("1USD", "1.00 USD"), ("0.005USD", "0.00 USD"),
    ("1234.5JPY", "1234 JPY"),
  ])
  func `a table shows as many places as the currency has`(text: String, expected: String) throws {
    #expect(try money(text).roundedDescription == expected)
  }
}
