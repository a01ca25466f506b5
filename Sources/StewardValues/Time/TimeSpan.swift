/// A length of time.
public struct TimeSpan: Sendable, Hashable {
  /// Negative for a time back.
  public let nanoseconds: Int64
  /// A length of at most 292 years.
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Whole seconds; as long as possible where there are too many.
  public static func seconds(_ count: Int) -> TimeSpan {
    let (product, overflow) = Int64(count).multipliedReportingOverflow(by: 1_000_000_000)
    guard overflow else { return TimeSpan(nanoseconds: product) }
    return TimeSpan(nanoseconds: count < 0 ? .min : .max)
  }

  /// No time at all.
  public static let zero = TimeSpan(nanoseconds: 0)

  /// As a binary number of seconds, for waiting.
  public var inSeconds: Double { Double(nanoseconds) / 1e9 }

  /// Units from the longest down, with which it is written and read.
  static let units: [(name: String, nanoseconds: UInt64)] = [
    ("w", 604_800_000_000_000), ("d", 86_400_000_000_000), ("h", 3_600_000_000_000),
    ("m", 60_000_000_000), ("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1_000), ("ns", 1),
  ]
}

extension TimeSpan: Comparable {
  /// The shorter time is less; any negative one is less than none.
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool {
    left.nanoseconds < right.nanoseconds
  }
}

extension TimeSpan: CustomStringConvertible {
  /// `1h30m`, `-2d`, `0s`; days are the longest unit.
  public var description: String {
    guard nanoseconds != 0 else { return "0s" }
    var rest = nanoseconds.magnitude
    var text = nanoseconds < 0 ? "-" : ""
    for unit in Self.units.dropFirst() where rest >= unit.nanoseconds {
      text += "\(rest / unit.nanoseconds)\(unit.name)"
      rest %= unit.nanoseconds
    }
    return text
  }
}

extension TimeSpan {
  /// The length written in `text`: integers with the units `w d h m s ms us ns`, the longest first,
  /// such as `1h30m`, `500ms` or `-2w`; nil if it is not one or is longer than 292 years.
  public init?(_ text: some StringProtocol) {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    var total: UInt64 = 0
    var units = Self.units[...]
    while !rest.isEmpty {
      guard let part = Self.removeFirstPart(of: &rest, units: &units) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow, sum <= UInt64(Int64.max) else { return nil }
      total = sum
    }
    self.init(nanoseconds: isNegative ? -Int64(total) : Int64(total))
  }

  /// Takes a number and a unit from the front, and leaves the shorter units.
  private static func removeFirstPart(
    of rest: inout ArraySlice<UInt8>,
    units: inout ArraySlice<(name: String, nanoseconds: UInt64)>
  ) -> UInt64? {
    let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    rest = rest.dropFirst(digits.count)
    let letters = rest.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
    rest = rest.dropFirst(letters.count)
    let name = String(decoding: letters, as: UTF8.self)
    guard let count = UInt64(String(decoding: digits, as: UTF8.self)),
      let index = units.firstIndex(where: { $0.name == name })
    else { return nil }
    let (length, overflow) = count.multipliedReportingOverflow(by: units[index].nanoseconds)
    units = units[(index + 1)...]
    return overflow ? nil : length
  }
}

extension TimeSpan {
  package func adding(_ other: TimeSpan) throws(ArithmeticError) -> TimeSpan {
    try TimeSpan(checking: nanoseconds.addingReportingOverflow(other.nanoseconds))
  }

  package func subtracting(_ other: TimeSpan) throws(ArithmeticError) -> TimeSpan {
    try TimeSpan(checking: nanoseconds.subtractingReportingOverflow(other.nanoseconds))
  }

  package func negated() throws(ArithmeticError) -> TimeSpan {
    try TimeSpan(checking: Int64(0).subtractingReportingOverflow(nanoseconds))
  }

  /// So many times as long, half-even at the nanosecond.
  package func multiplied(by factor: ExactDecimal) throws(ArithmeticError) -> TimeSpan {
    try TimeSpan(rounding: try decimal.multiplied(by: factor))
  }

  /// The so manieth part, half-even at the nanosecond.
  package func divided(by divisor: ExactDecimal) throws(ArithmeticError) -> TimeSpan {
    try TimeSpan(rounding: try decimal.divided(by: divisor))
  }

  /// How many times the other length goes into this one.
  package func divided(by other: TimeSpan) throws(ArithmeticError) -> ExactDecimal {
    try decimal.divided(by: other.decimal)
  }

  private var decimal: ExactDecimal { ExactDecimal(Int(nanoseconds)) }

  private init(checking result: (partialValue: Int64, overflow: Bool)) throws(ArithmeticError) {
    guard !result.overflow else { throw .overflow }
    self.init(nanoseconds: result.partialValue)
  }

  private init(rounding nanoseconds: ExactDecimal) throws(ArithmeticError) {
    guard let whole = nanoseconds.rounded().intValue else { throw .overflow }
    self.init(nanoseconds: Int64(whole))
  }
}
