import StewardValues
import Testing

@Suite struct ValueEqualityTests {
  /// Values of all types: those in one line are equal, and to nothing else.
  static let classes: [[Value]] = [
    [.null], [.bool(false)], [.bool(true)],
    [1, .float(1), decimal("1"), decimal("1.00")],
    [0, .float(0), .float(-0.0), decimal("0.000")],
    [.float(0.5), decimal("0.5"), decimal("0.50")],
    [.float(0.1)], [decimal("0.1")], [.float(1e300)], [.float(.infinity)],
    [.int(.max)], [.float(0x1p63)], [decimal("9223372036854775808.5")],
    ["a"], ["A"], [""], ["é"], ["e\u{301}"], ["1"],
    [money("1USD"), money("1.0USD")], [money("1EUR")],
    [.date(CalendarDate(days: 20_000)), .datetime(Timestamp(CalendarDate(days: 20_000)))],
    [.datetime(Timestamp(microseconds: 1))], [.duration(TimeSpan(nanoseconds: 1_000))],
    [[]], [[1, "a"], [.float(1), "a"]], [["a", 1]], [[[1]]],
    [Value(record: [:])],
    [Value(record: ["a": 1, "b": "x"]), Value(record: ["b": "x", "a": .float(1)])],
    [Value(record: ["a": 1])], [Value(record: ["a": "x", "b": 1])],
    [.secret(Secret("a")), .secret(Secret("a"))], [.secret(Secret("b"))],
  ]

  private static func decimal(_ text: String) -> Value {
    ExactDecimal(text).map { Value($0) } ?? .null
  }
  private static func money(_ text: String) -> Value { Money(text).map { Value($0) } ?? .null }

  @Test func `values are equal within their class only`() {
    for (row, left) in Self.classes.enumerated() {
      for (column, right) in Self.classes.enumerated() {
        for first in left {
          for second in right {
            #expect((first == second) == (row == column), "\(first) and \(second)")
          }
        }
      }
    }
  }

  @Test func `keys are equal as values are and hash alike`() {
    for (row, left) in Self.classes.enumerated() {
      for (column, right) in Self.classes.enumerated() {
        for (first, second) in zip(left, right) {
          let (first, second) = (ValueKey(first), ValueKey(second))
          #expect((first == second) == (row == column))
        }
      }
      #expect(Set(left.map(ValueKey.init)).count == 1)
    }
    let all = Self.classes.flatMap { $0 }
    #expect(Set(all.map(ValueKey.init)).count == Self.classes.count)
  }

  @Test func `a key that is not a number is found again`() {
    let key = ValueKey(.float(.nan))
    #expect(Set([key, ValueKey(.float(-.nan)), ValueKey(1)]).count == 2)
    #expect(Value.float(.nan) != Value.float(.nan))
  }

  @Test func `closures are themselves`() {
    let closure = ClosureBox()
    #expect(Value.closure(closure) == .closure(closure))
    #expect(Value.closure(closure) != .closure(ClosureBox()))
    #expect(Set([ValueKey(.closure(closure)), ValueKey(.closure(closure))]).count == 1)
  }

  @Test(
    arguments: [
      (Value.null, "null"), (true, "bool"), (1, "int"), (.float(1), "float"),
      (Value(ExactDecimal(1)), "decimal"), (Value(Money(.zero, "USD")), "money"), ("", "string"),
      (.date(CalendarDate(days: 0)), "date"), (.datetime(Timestamp(microseconds: 0)), "datetime"),
      (.duration(.zero), "duration"), ([], "list"), (Value(record: [:]), "record"),
      (.secret(Secret("")), "secret"), (.closure(ClosureBox()), "closure"),
    ] as [(Value, String)]
  )
  func `types have the language's names`(value: Value, name: String) {
    #expect(value.typeName == name)
  }
}
