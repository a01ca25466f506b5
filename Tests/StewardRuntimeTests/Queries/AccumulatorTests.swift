import StewardRuntime
import StewardValues
import Testing

@Suite struct AccumulatorTests {
  private func result(
    _ function: AggregateFunction,
    _ values: [Value],
    zero: Value = nil,
    percentage: ExactDecimal = .zero
  ) throws(RunError) -> Value {
    let accumulator = function.accumulator(zero: zero, percentage: percentage)
    for value in values { try accumulator.add(value) }
    return try accumulator.result()
  }

  private func json(_ function: AggregateFunction, _ values: [Value]) throws -> String {
    JSONWriter.text(try result(function, values))
  }

  private func decimal(_ text: String) -> Value { ExactDecimal(text).map { Value($0) } ?? nil }
  private func dollars(_ text: String) -> Value { Money("\(text) USD").map { Value($0) } ?? nil }

  @Test func `sums are exact and skip nulls`() throws {
    #expect(try json(.sum, [1, nil, 2]) == "3")
    #expect(try json(.sum, [decimal("0.1"), decimal("0.2")]) == "0.3")
    #expect(try json(.sum, [1, decimal("0.25"), 2]) == "3.25")
    #expect(try json(.sum, [decimal("0.5"), 1, .float(1e0)]) == "2.5")
    #expect(try json(.sum, [dollars("1.2378912"), nil, dollars("0.01")]) == #""1.2478912 USD""#)
    #expect(
      try result(.sum, [.duration(.seconds(1)), .duration(.seconds(2))]) == .duration(.seconds(3))
    )
  }

  @Test func `a sum of nothing is the zero of its type`() throws {
    #expect(try result(.sum, [], zero: dollars("0")) == dollars("0"))
    #expect(try result(.sum, [nil, nil], zero: 0) == 0)
    #expect(try result(.sum, []) == nil)
  }

  @Test(arguments: [
    (DataType.int, "0"), (.optional(.money), #""0 USD""#), (.decimal, "0"), (.duration, #""0s""#),
    (.any, "null"),
  ])
  func `the static type tells the zero`(type: DataType, zero: String) {
    #expect(JSONWriter.text(AggregateFunction.zero(of: type)) == zero)
  }

  @Test func `a sum that is too large is an error, a mean is not`() throws {
    let error = #expect(throws: RunError.self) { try result(.sum, [.int(.max), 1]) }
    #expect(error?.message == "`sum`: the result is out of range")
    #expect(try json(.avg, [.int(.max), .int(.max)]) == "9223372036854775807")
  }

  @Test func `currencies and types are not mixed`() throws {
    let currencies = #expect(throws: RunError.self) {
      try result(.sum, [dollars("1"), Value(Money(.zero, "EUR"))])
    }
    #expect(currencies?.message == "`sum`: USD and EUR are different currencies")
    let types = #expect(throws: RunError.self) { try result(.sum, [dollars("1"), 2]) }
    #expect(types?.message == "`sum` cannot add int to money")
    let text = #expect(throws: RunError.self) { try result(.avg, ["x"]) }
    #expect(text?.message == "`avg` takes numbers, amounts or durations, found string")
    let record = #expect(throws: RunError.self) { try result(.sum, [row(["a": 1])]) }
    #expect(record?.help == "name a field: sum(amount)")
  }

  @Test func `means are decimals, amounts or durations`() throws {
    #expect(try json(.avg, [1, 2, nil]) == "1.5")
    #expect(try json(.avg, [1, 1, 2]) == "1.333333333333333333")
    #expect(try json(.avg, [dollars("1"), dollars("2")]) == #""1.5 USD""#)
    #expect(
      try result(.avg, [.duration(.seconds(1)), .duration(.seconds(2))])
        == .duration(TimeSpan(nanoseconds: 1_500_000_000))
    )
    #expect(try json(.avg, [.float(1e0), 2]) == "1.5")
    #expect(try json(.avg, [nil]) == "null")
  }

  @Test func `least and greatest skip nulls`() throws {
    #expect(try json(.min, [nil, 3, 1, 2]) == "1")
    #expect(try json(.max, ["a", nil, "c", "b"]) == #""c""#)
    #expect(try json(.max, [1, decimal("1.5"), .float(1.25e0)]) == "1.5")
    #expect(try json(.min, []) == "null")
    let mixed = #expect(throws: RunError.self) { try result(.max, [1, "x"]) }
    #expect(mixed?.kind == .type)
    #expect(mixed?.message == "`max` cannot compare int with string")
    let records = #expect(throws: RunError.self) { try result(.min, [row(["a": 1])]) }
    #expect(records?.message == "`min` takes values that have an order, found record")
  }

  @Test func `first, last and list keep nulls`() throws {
    #expect(try json(.first, [nil, 1]) == "null")
    #expect(try json(.last, [1, nil]) == "null")
    #expect(try json(.list, [1, nil, "x"]) == #"[1,null,"x"]"#)
    #expect(try json(.first, []) == "null")
  }

  @Test func `rows are counted, and those for which a condition is true`() throws {
    #expect(try json(.count, [nil, 1]) == "2")
    #expect(try json(.countIf, [true, false, nil, true]) == "2")
    let error = #expect(throws: RunError.self) { try result(.countIf, [1]) }
    #expect(error?.message == "`count_if` takes a condition, found int")
  }

  @Test(arguments: [(0, 1), (5, 1), (30, 2), (40, 2), (50, 3), (95, 5), (100, 5)])
  func `percentiles are values by nearest rank`(percentage: Int, expected: Int) throws {
    let values: [Value] = [4, 1, nil, 5, 2, 3]
    #expect(
      try result(.pct, values, percentage: ExactDecimal(percentage)) == .int(expected)
    )
  }

  @Test func `a percentile of nothing is null, of mixed values an error`() throws {
    #expect(try json(.pct, [nil]) == "null")
    #expect(throws: RunError.self) { try result(.pct, [1, "x"]) }
  }

  @Test(arguments: [
    (AggregateFunction.count, DataType.any, "int"), (.sum, .optional(.money), "money"),
    (.sum, .int, "int"), (.avg, .int, "decimal?"), (.avg, .money, "money?"),
    (.min, .datetime, "datetime?"), (.first, .string, "string?"), (.list, .int, "list<int>"),
    (.pct, .optional(.int), "int?"), (.countIf, .bool, "int"), (.sum, .any, "any"),
  ])
  func `the result has a type`(function: AggregateFunction, argument: DataType, type: String) {
    #expect(function.result(of: argument).description == type)
  }

  @Test func `arguments of types that never fit are known before the run`() {
    #expect(AggregateFunction.sum.accepts(.optional(.money)))
    #expect(!AggregateFunction.sum.accepts(.string))
    #expect(AggregateFunction.max.accepts(.string))
    #expect(!AggregateFunction.max.accepts(.list(.int)))
    #expect(AggregateFunction.list.accepts(.list(.int)))
    #expect(!AggregateFunction.countIf.accepts(.int))
    #expect(AggregateFunction.countIf.accepts(.optional(.bool)))
    #expect(AggregateFunction.allCases.allSatisfy { $0.accepts(.any) })
  }

  @Test func `every function says what it takes`() {
    for function in AggregateFunction.allCases {
      #expect(function.takesArgument == !function.parameters.isEmpty)
      #expect(!function.summary.isEmpty && !function.summary.hasSuffix("."))
    }
  }
}
