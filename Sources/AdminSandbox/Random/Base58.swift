/// 64-bit numbers as eleven digits to the base 58.
enum Base58 {
  private static let digits = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8
  )
  private static let values: [UInt64?] = {
    var values = [UInt64?](repeating: nil, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt64(value) }
    return values
  }()

  static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(digits[0], count: 11))
    var rest = value
    var index = start + 10
    while rest > 0 {
      bytes[index] = digits[Int(rest % 58)]
      rest /= 58
      index -= 1
    }
  }

  static func value(_ text: some Collection<UInt8>) -> UInt64? {
    var result: UInt64 = 0
    for byte in text {
      guard let digit = values[Int(byte)] else { return nil }
      let (product, overflows) = result.multipliedReportingOverflow(by: 58)
      let (sum, carries) = product.addingReportingOverflow(digit)
      if overflows || carries { return nil }
      result = sum
    }
    return result
  }

  static func text(_ values: UInt64...) -> String {
    var bytes: [UInt8] = []
    for value in values { append(value, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
