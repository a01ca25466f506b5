import StewardValues
import Testing

@Suite struct ValueOrderingTests {
  @Test(
    arguments: [
      (Value.int(1), Value.float(1.5), Ordering.less), (2, 1, .greater),
      (.float(-0.0), 0, .equal), ("a", "b", .less), ("a", "ab", .less), ("Z", "a", .less),
      ("\u{FF5E}", "😀", .less), ("é", "e\u{301}", .greater), (false, true, .less),
      (.duration(.seconds(1)), .duration(.seconds(2)), .less),
      (.date(CalendarDate(days: 1)), .datetime(Timestamp(microseconds: 0)), .greater),
      (.date(CalendarDate(days: 1)), .date(CalendarDate(days: 2)), .less),
      (Value(Money(ExactDecimal(1), "USD")), Value(Money(ExactDecimal(2), "USD")), .less),
    ] as [(Value, Value, Ordering)]
  )
  func `values of one kind`(left: Value, right: Value, expected: Ordering) {
    #expect(Value.compare(left, right) == expected)
    #expect(Value.compare(right, left) == expected.reversed)
  }

  @Test(
    arguments: [
      (Value.null, Value.null), (.null, 1), (1, "1"), ([1], [1]), (true, 1),
      (.float(.nan), 1), (.float(.nan), .float(.nan)),
      (Value(Money(.zero, "USD")), Value(Money(.zero, "EUR"))), (Value(Money(.zero, "USD")), 0),
      (.date(CalendarDate(days: 1)), "1970-01-02"), (Value(record: [:]), Value(record: [:])),
      (.secret(Secret("a")), .secret(Secret("b"))), (.duration(.zero), 0),
    ] as [(Value, Value)]
  )
  func `values without an order`(left: Value, right: Value) {
    #expect(Value.compare(left, right) == nil)
  }

  @Test func `the order of numbers is total and agrees with equality`() {
    var random = SplitMix(5)
    let numbers = (0..<60).map { _ in Self.number(&random) }
    for first in numbers {
      for second in numbers {
        let order = Value.compare(first, second)
        #expect(order == Value.compare(second, first)?.reversed)
        #expect((order == .equal) == (first == second))
        for third in numbers where order == .less && Value.compare(second, third) == .less {
          #expect(Value.compare(first, third) == .less)
        }
      }
    }
  }

  private static func number(_ random: inout SplitMix) -> Value {
    let int = Int.random(in: -8...8, using: &random)
    return switch Int.random(in: 0...3, using: &random) {
    case 0: .int(int)
    case 1: .float(Double(int) / 4)
    case 2: Value(ExactDecimal(mantissa: Int128(int) * 5, scale: 1))
    default: .float(Double(int) / 10)
    }
  }
}
