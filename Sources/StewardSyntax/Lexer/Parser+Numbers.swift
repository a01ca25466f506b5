/// Literals that begin with a digit or `@`.
extension Parser {
  mutating func parseNumber() -> Expression {
    let start = position
    if isAtBareDate(start) { return parseBareDate(start) }
    var number = NumberText(integer: digits(from: start))
    var end = number.integer.end
    if byte(at: end) == .dot, byte(at: end + 1).isDigit {
      number.fraction = digits(from: end + 1)
      end = number.fraction?.end ?? end
    }
    if let exponentEnd = exponentEnd(from: end) {
      number.hasExponent = true
      end = exponentEnd
    }
    number.end = end
    while byte(at: end).isNamePart { end += 1 }
    consume(end - start, as: .number)
    checkLeadingZeros(number.integer.text, start, end)
    let literal = literal(of: number, suffix: text(number.end, end), from: start)
    return Expression(kind: literal, range: range(from: start))
  }

  /// The parts of a number as they are written, without underscores.
  private struct NumberText {
    var integer: (text: String, end: Int)
    var fraction: (text: String, end: Int)?
    var hasExponent = false
    var end = 0

    var digits: String { fraction.map { "\(integer.text).\($0.text)" } ?? integer.text }
  }

  private func digits(from start: Int) -> (text: String, end: Int) {
    var digits: [UInt8] = []
    var end = start
    while byte(at: end).isDigit || (byte(at: end) == .underscore && byte(at: end + 1).isDigit) {
      if bytes[end] != .underscore { digits.append(bytes[end]) }
      end += 1
    }
    return (String(decoding: digits, as: UTF8.self), end)
  }

  private func exponentEnd(from start: Int) -> Int? {
    guard byte(at: start) | 0x20 == UInt8(ascii: "e") else { return nil }
    var end = start + 1
    if byte(at: end) == .minus || byte(at: end) == UInt8(ascii: "+") { end += 1 }
    guard byte(at: end).isDigit else { return nil }
    while byte(at: end).isDigit { end += 1 }
    return end
  }

  private mutating func checkLeadingZeros(_ integer: String, _ start: Int, _ end: Int) {
    guard integer.utf8.count > 1, integer.utf8.first == UInt8(ascii: "0") else { return }
    report(.leadingZeros(text(start, end), at: SourceRange(start, end)))
  }

  private mutating func literal(
    of number: NumberText,
    suffix: String,
    from start: Int
  ) -> Expression.Kind {
    if !suffix.isEmpty { return suffixedLiteral(of: number, suffix, from: start) }
    if number.hasExponent {
      let written = number.digits + text(number.fraction?.end ?? number.integer.end, number.end)
      guard let value = Double(written), value.isFinite else { return numberTooLarge(start) }
      return .literal(.float(value))
    }
    if number.fraction != nil { return .literal(.decimal(number.digits)) }
    guard let value = Int(number.digits) else { return numberTooLarge(start) }
    return .literal(.int(value))
  }

  private mutating func numberTooLarge(_ start: Int) -> Expression.Kind {
    report(.numberTooLarge(source[range(from: start)], at: range(from: start)))
    return .missing
  }

  private mutating func suffixedLiteral(
    of number: NumberText,
    _ suffix: String,
    from start: Int
  ) -> Expression.Kind {
    if !number.hasExponent, suffix.utf8.count == 3, suffix.utf8.allSatisfy({ $0.isUppercase }) {
      return .literal(.money(amount: number.digits, currency: suffix))
    }
    let range = range(from: start)
    switch DurationText.nanoseconds(number.digits + suffix) {
    case .value(let nanoseconds): return .literal(.duration(nanoseconds))
    case .tooLarge: report(.numberTooLarge(source[range], at: range))
    case .fraction: report(.fractionalDuration(at: range))
    case .months: report(.monthDuration(at: range))
    case .unknown: report(.malformedNumber(source[range], at: range))
    }
    return .missing
  }

  // MARK: - Dates

  /// `2026-10-01` without its `@`.
  private func isAtBareDate(_ start: Int) -> Bool {
    matchesShape("dddd-dd-dd", at: start) && !byte(at: start + 10).isDigit
  }

  private mutating func parseBareDate(_ start: Int) -> Expression {
    let written = text(start, datetimeEnd(from: start))
    consume(written.utf8.count, as: .number)
    report(.bareDate(written, at: range(from: start)))
    return Expression(kind: .literal(.datetime(written)), range: range(from: start))
  }

  mutating func parseDatetime() -> Expression {
    let start = position
    let end = datetimeEnd(from: start + 1)
    consume(end - start, as: .number)
    if end == start + 1 {
      report(.expected("a date behind `@`", found: foundText, at: range(from: start)))
    }
    let kind = Expression.Kind.literal(.datetime(text(start + 1, end)))
    return Expression(kind: kind, range: range(from: start))
  }

  /// A date, a time behind `T`, and an offset; of anything else the run of letters and digits.
  private func datetimeEnd(from start: Int) -> Int {
    guard matchesShape("dddd-dd-dd", at: start) else {
      var end = wordRunEnd(from: start)
      while byte(at: end) == .minus, byte(at: end + 1).isDigit { end = wordRunEnd(from: end + 1) }
      return end
    }
    var end = start + 10
    guard byte(at: end) == UInt8(ascii: "T") else { return wordRunEnd(from: end) }
    end += 1
    while byte(at: end).isDigit || byte(at: end) == .colon || isFraction(at: end) { end += 1 }
    if matchesShape("+dd:dd", at: end) || matchesShape("-dd:dd", at: end) { return end + 6 }
    return wordRunEnd(from: end)
  }

  private func isFraction(at offset: Int) -> Bool {
    byte(at: offset) == .dot && byte(at: offset + 1).isDigit
  }

  private func wordRunEnd(from start: Int) -> Int {
    var end = start
    while byte(at: end).isNamePart || byte(at: end) == .colon { end += 1 }
    return end
  }

  /// True if the text fits, where `d` is any digit.
  private func matchesShape(_ shape: StaticString, at start: Int) -> Bool {
    shape.withUTF8Buffer { shape in
      shape.indices.allSatisfy {
        let found = byte(at: start + $0)
        return shape[$0] == UInt8(ascii: "d") ? found.isDigit : found == shape[$0]
      }
    }
  }
}

/// `1h30m`: whole numbers, each with its unit.
enum DurationText {
  enum Reading {
    case value(Int64)
    case tooLarge, fraction, months, unknown
  }

  static func nanoseconds(_ text: String) -> Reading {
    var total: Int64 = 0
    var rest = Array(text.utf8)[...]
    var hasFraction = false
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isDigit || $0 == .dot }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count)
      guard !digits.isEmpty, let scale = scale(of: String(decoding: unit, as: UTF8.self)) else {
        return unit.starts(with: "mo".utf8) ? .months : .unknown
      }
      hasFraction = hasFraction || digits.contains(.dot)
      guard let sum = add(digits, scale, to: total) else {
        return hasFraction ? .fraction : .tooLarge
      }
      total = sum
    }
    return .value(total)
  }

  private static func add(_ digits: ArraySlice<UInt8>, _ scale: Int64, to total: Int64) -> Int64? {
    guard let count = Int64(String(decoding: digits, as: UTF8.self)) else { return nil }
    let (product, overflows) = count.multipliedReportingOverflow(by: scale)
    let (sum, overflowsToo) = total.addingReportingOverflow(product)
    return overflows || overflowsToo ? nil : sum
  }

  private static func scale(of unit: String) -> Int64? {
    switch unit {
    case "ms": 1_000_000
    case "s": 1_000_000_000
    case "m": 60_000_000_000
    case "h": 3_600_000_000_000
    case "d": 86_400_000_000_000
    case "w": 604_800_000_000_000
    default: nil
    }
  }
}
