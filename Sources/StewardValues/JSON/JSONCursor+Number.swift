/// Where a number begins and ends, and what it looks like.
struct JSONNumber {
  let start: UnsafePointer<UInt8>
  var end: UnsafePointer<UInt8>
  /// Digits before an exponent.
  var digits = 0
  /// Digits after the point.
  var places = 0
  /// The digits as a number, if there are no more than 18.
  var magnitude: UInt64 = 0
  var isNegative = false
  var hasExponent = false
}

extension JSONCursor {
  /// Takes a number by RFC 8259's grammar.
  @inline(__always)
  mutating func number() throws(JSONError) -> JSONNumber {
    var number = JSONNumber(start: position, end: position)
    number.isNegative = consume(if: UInt8(ascii: "-"))
    let isZero = byte == UInt8(ascii: "0")
    try digits(of: &number)
    if isZero, number.digits > 1 { throw error("a number does not begin with 0", at: number.start) }
    if consume(if: UInt8(ascii: ".")) {
      let before = number.digits
      try digits(of: &number)
      number.places = number.digits - before
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      number.hasExponent = true
      try exponent()
    }
    number.end = position
    return number
  }

  @inline(__always)
  private mutating func digits(of number: inout JSONNumber) throws(JSONError) {
    let first = position
    while position < end {
      let digit = position.pointee &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      number.magnitude = number.magnitude &* 10 &+ UInt64(digit)
      position += 1
    }
    guard position > first else { throw unexpected("a digit") }
    number.digits += position - first
  }

  private mutating func exponent() throws(JSONError) {
    position += 1
    if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
    var ignored = JSONNumber(start: position, end: position)
    try digits(of: &ignored)
  }
}

extension JSONNumber {
  private static let exactDigits = 18

  private var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: end - start)
  }

  /// The integer, or nil if it has a fraction or an exponent, or does not fit.
  @inline(__always)
  var int: Int? {
    guard places == 0, !hasExponent else { return nil }
    guard digits <= Self.exactDigits else { return Int(String(decoding: bytes, as: UTF8.self)) }
    let magnitude = Int(truncatingIfNeeded: magnitude)
    return isNegative ? -magnitude : magnitude
  }

  /// The decimal with all its digits, or nil if it has an exponent or too many of them.
  var decimal: ExactDecimal? {
    guard !hasExponent else { return nil }
    guard digits <= Self.exactDigits else { return ExactDecimal(utf8: bytes.span) }
    let mantissa = Int128(magnitude)
    return ExactDecimal(mantissa: isNegative ? -mantissa : mantissa, scale: places)
  }

  /// The nearest binary number, or nil if it is out of range.
  var double: Double? {
    let double = Double(String(decoding: bytes, as: UTF8.self))
    return double?.isFinite == true ? double : nil
  }
}
