/// An exact amount in one currency, in its main unit: dollars, never cents.
public struct Money: Sendable, Hashable {
  /// In dollars where the currency is dollars.
  public let amount: ExactDecimal
  /// ISO 4217, such as `USD`.
  public let currency: String

  /// So much of a currency; the code is not checked.
  public init(_ amount: ExactDecimal, _ currency: String) {
    self.amount = amount
    self.currency = currency
  }

  /// An amount as the API writes it, in the currency's smallest unit: 123.45 cents are 1.2345 USD.
  ///
  /// Nil if the code is none, or the amount has more than 18 decimal places in the main unit.
  public init?(minorUnits: ExactDecimal, currency: String) {
    guard Currency.isCode(currency.utf8) else { return nil }
    let shift = Currency.places(of: currency)
    let scale = minorUnits.scale + shift
    if let amount = ExactDecimal(checking: minorUnits.mantissa, scale: scale) {
      self.init(amount, currency)
    } else {
      let least = minorUnits.trimmed
      guard let amount = ExactDecimal(checking: least.mantissa, scale: least.scale + shift) else {
        return nil
      }
      self.init(amount, currency)
    }
  }

  /// The amount in the currency's smallest unit, as the API wants it; nil if it has too many digits.
  package var minorUnits: ExactDecimal? {
    let shift = Currency.places(of: currency)
    let least = max(0, amount.scale - shift)
    guard let mantissa = amount.mantissa(atScale: least + shift) else { return nil }
    return ExactDecimal(checking: mantissa, scale: least)
  }
}

extension Money {
  /// The amount written in `text`, such as `12.50USD` or `12.50 USD`; nil if it is not one.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(utf8: bytes.span)
  }

  /// The amount written in UTF-8.
  package init?(utf8 bytes: borrowing Span<UInt8>) {
    var end = bytes.count - 3
    guard end > 0 else { return nil }
    let code = (end..<bytes.count).map { bytes[$0] }
    guard Currency.isCode(code) else { return nil }
    if bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    guard let amount = ExactDecimal(utf8: bytes.extracting(0..<end)) else { return nil }
    self.init(amount, String(decoding: code, as: UTF8.self))
  }
}

extension Money: CustomStringConvertible {
  /// The exact amount: `1.2378912 USD`.
  public var description: String { "\(amount) \(currency)" }

  /// The amount with as many places as the currency has, for a table: `1.24 USD`.
  package var roundedDescription: String { "\(rounded.amount) \(currency)" }

  /// Half-even at as many places as the currency has, and no fewer.
  package var rounded: Money {
    Money(amount.fixed(places: Currency.places(of: currency)), currency)
  }
}
