import StewardValues
import Testing

@Suite struct JSONWriterTests {
  @Test(
    arguments: [
      (Value.null, "null"), (true, "true"), (.int(.min), "-9223372036854775808"), (0, "0"),
      (.float(0.1), "0.1"), (.float(1e300), "1e+300"), (.float(.nan), "null"),
      (.float(-.infinity), "null"), (Value(ExactDecimal(mantissa: 250, scale: 2)), "2.50"),
      (Value(Money(ExactDecimal(mantissa: 12_378_912, scale: 7), "USD")), #""1.2378912 USD""#),
      (.date(CalendarDate(days: 0)), #""1970-01-01""#),
      (.datetime(Timestamp(microseconds: 1)), #""1970-01-01T00:00:00.000001Z""#),
      (.duration(.seconds(5_400)), #""1h30m""#), (.secret(Secret("x")), #""••••""#),
      (.closure(ClosureBox()), "null"), ([], "[]"), (Value(record: [:]), "{}"),
      ("\u{1b}[31m\u{9b}\u{7f}é😀", #""\u001b[31m\u009b\u007fé😀""#), ("a\"\\/", #""a\"\\/""#),
    ] as [(Value, String)]
  )
  func `one line`(value: Value, expected: String) {
    #expect(JSONWriter.text(value) == expected)
  }

  @Test func `pretty has a member a line`() {
    let value = Value(record: [
      "a": 1, "b": [1, Value(record: ["c": []])], "d": Value(record: [:]),
    ])
    #expect(
      JSONWriter.text(value, pretty: true) == """
        {
          "a": 1,
          "b": [
            1,
            {
              "c": []
            }
          ],
          "d": {}
        }
        """
    )
  }

  @Test func `bytes are appended`() {
    var bytes = Array("x=".utf8)
    JSONWriter.append([1], to: &bytes)
    #expect(bytes == Array("x=[1]".utf8))
  }

  @Test func `what is written is read again`() throws {
    var random = SplitMix(41)
    var reader = JSONReader()
    for _ in 0..<2_000 {
      let value = Self.value(depth: 0, &random)
      #expect(try reader.read(JSONWriter.utf8(value)) == value)
      #expect(try reader.read(JSONWriter.utf8(value, pretty: true)) == value)
    }
  }

  @Test func `a binary number is read again as it was`() throws {
    var random = SplitMix(47)
    var reader = JSONReader(type: .float)
    for _ in 0..<2_000 {
      let double = Double(bitPattern: .random(in: 0...(.max), using: &random))
      guard double.isFinite else { continue }
      #expect(try reader.read(JSONWriter.utf8(.float(double))) == .float(double))
    }
  }

  private static func value(depth: Int, _ random: inout SplitMix) -> Value {
    switch Int.random(in: 0...(depth < 4 ? 7 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2: return .int(.random(in: .min ... .max, using: &random))
    case 3:
      return Value(
        ExactDecimal(
          mantissa: .random(in: -1_000_000...1_000_000, using: &random),
          scale: .random(in: 1...18, using: &random)
        )
      )
    // Without an exponent it is read as a decimal, which is equal only if it is exact.
    case 4: return .float(Double(Int.random(in: -1_000_000...1_000_000, using: &random)) / 1_024)
    case 5: return Value(text(&random))
    case 6:
      return Value(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          value(depth: depth + 1, &random)
        }
      )
    default:
      let names = Set((0..<Int.random(in: 0...4, using: &random)).map { _ in text(&random) })
      let shape = Shape(fields: names.sorted().map { Field($0, .any) })
      let values = names.map { _ in value(depth: depth + 1, &random) }
      return .record(Record(shape: shape, values: values))
    }
  }

  private static func text(_ random: inout SplitMix) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "\"", "\\", "\n", "\u{0}", "\u{1f}", "é", "€", "😀", "\u{85}",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      text.unicodeScalars.append(scalars.randomElement(using: &random) ?? "x")
    }
    return text
  }
}
