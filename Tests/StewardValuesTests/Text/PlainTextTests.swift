import StewardValues
import Testing

@Suite struct PlainTextTests {
  @Test(
    arguments: [
      (.null, "null"), (true, "true"), (-5, "-5"), (.float(1), "1.0"), (.float(1e6), "1000000.0"),
      (Value(ExactDecimal(mantissa: 250, scale: 2)), "2.50"),
      (Value(Money(ExactDecimal(mantissa: 12_378_912, scale: 7), "USD")), "1.2378912 USD"),
      (.date(CalendarDate(days: 0)), "1970-01-01"),
      (.datetime(Timestamp(microseconds: 0)), "1970-01-01T00:00:00Z"),
      (.duration(.seconds(90)), "1m30s"), ("a \"b\"", "a \"b\""),
      ([1, "a", .null], #"[1,"a",null]"#), (Value(record: ["a": "b"]), #"{"a":"b"}"#),
      (.secret(Secret("hidden")), "••••"), (.closure(ClosureBox()), "<closure>"),
    ] as [(Value, String)]
  )
  func `what print shows`(value: Value, expected: String) {
    #expect(value.plainText == expected)
  }

  @Test func `a secret is nowhere in what is shown`() {
    let secret = Value.secret(Secret("hidden"))
    let value: Value = [secret, Value(record: ["key": secret])]
    #expect(value.plainText == #"["••••",{"key":"••••"}]"#)
    var dumped = ""
    dump(value, to: &dumped)
    for text in ["\(value)", String(reflecting: value), dumped, "\([secret])"] {
      #expect(!text.contains("hidden"))
    }
  }
}
