import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

/// `group`, `agg` and the stages of one aggregate.
@Suite struct GroupTests {
  private let bench = QueryBench()
  private let rows = [
    row(["role": "user", "n": 1]), row(["role": "admin", "n": 2]), row(["role": "user", "n": nil]),
    row(["n": 4]), row(["role": nil, "n": 5]),
  ]

  /// `group role { count = count(), mean = sum(n) / count() }`
  private var byRole: Node {
    GroupNode(
      bench.site(),
      bench.code(["role", "n"], slots: 4),
      keys: [bench.field("role")],
      keySlots: [1],
      aggregates: [
        AggregateCode(.count, slot: 2), AggregateCode(.sum, bench.field("n"), slot: 3, zero: 0),
      ],
      outputs: [bench.slot(2), bench.binary(bench.slot(3), .divide, bench.slot(2))],
      shape: bench.shape("role", "count", "mean")
    )
  }

  @Test func `groups come in the order of their first row, nulls are one group`() throws {
    #expect(
      try bench.json(byRole, on: rows) == """
        [{"role":"user","count":2,"mean":0.5},{"role":"admin","count":1,"mean":2},\
        {"role":null,"count":2,"mean":4.5}]
        """
    )
    #expect(try bench.json(byRole, on: []) == "[]")
  }

  @Test func `several keys are one`() throws {
    let rows = [
      row(["a": 1, "b": "x"]), row(["a": 1, "b": "y"]),
      row(["a": Value(ExactDecimal(mantissa: 10, scale: 1)), "b": "x"]),
    ]
    let stage = GroupNode(
      bench.site(),
      bench.code(slots: 4),
      keys: [bench.field("a"), bench.field("b")],
      keySlots: [1, 2],
      aggregates: [AggregateCode(.count, slot: 3)],
      outputs: [bench.slot(3)],
      shape: bench.shape("a", "b", "n")
    )
    #expect(
      try bench.json(stage, on: rows) == #"[{"a":1,"b":"x","n":2},{"a":1,"b":"y","n":1}]"#
    )
  }

  @Test func `outputs find the keys in their slots`() throws {
    let stage = GroupNode(
      bench.site(),
      bench.code(slots: 3),
      keys: [bench.field("n")],
      keySlots: [1],
      aggregates: [AggregateCode(.list, bench.field("role"), slot: 2)],
      outputs: [bench.binary(bench.slot(1), .add, bench.constant(10)), bench.slot(2)],
      shape: bench.shape("n", "more", "roles")
    )
    #expect(
      try bench.json(stage, on: Array(rows.prefix(2)))
        == #"[{"n":1,"more":11,"roles":["user"]},{"n":2,"more":12,"roles":["admin"]}]"#
    )
  }

  @Test func `an aggregate's error has the place of its argument`() throws {
    let stage = GroupNode(
      bench.site(),
      bench.code(slots: 3),
      keys: [bench.field("n")],
      keySlots: [1],
      aggregates: [AggregateCode(.sum, bench.field("role", at: 6), slot: 2)],
      outputs: [bench.slot(2)],
      shape: bench.shape("n", "sum")
    )
    let error = #expect(throws: RunError.self) { try bench.json(stage, on: rows) }
    #expect(error?.message == "`sum` takes numbers, amounts or durations, found string")
    #expect(error?.place?.range == SourceRange(6, 7))
  }

  @Test func `agg gives one record, also over no rows`() throws {
    let stage = AggregateRowsNode(
      bench.site(),
      bench.code(["n"], slots: 4),
      aggregates: [
        AggregateCode(.count, slot: 1), AggregateCode(.max, bench.field("n"), slot: 2),
        AggregateCode(.pct, bench.field("n"), parameter: bench.constant(50), slot: 3),
      ],
      outputs: [bench.slot(1), bench.slot(2), bench.slot(3)],
      shape: bench.shape("rows", "most", "median")
    )
    #expect(try bench.json(stage, on: rows) == #"{"rows":5,"most":5,"median":2}"#)
    #expect(try bench.json(stage, on: []) == #"{"rows":0,"most":null,"median":null}"#)
  }

  @Test(arguments: [Value.int(101), "x", nil])
  func `a percentage is from 0 to 100`(percentage: Value) throws {
    let parameter = ConstantNode(bench.site(5), percentage)
    let stage = SingleAggregateNode(
      bench.site(),
      bench.code(slots: 2),
      AggregateCode(.pct, bench.field("n"), parameter: parameter, slot: 1)
    )
    let error = #expect(throws: RunError.self) { try bench.json(stage, on: rows) }
    #expect(
      error?.message == "`pct` takes a percentage from 0 to 100, found \(percentage.plain)"
    )
    #expect(error?.place?.range == SourceRange(5, 6))
  }

  @Test func `one aggregate gives a value, of a field or of the rows themselves`() throws {
    let ofField = SingleAggregateNode(
      bench.site(),
      bench.code(["n"], slots: 2),
      AggregateCode(.sum, bench.field("n"), slot: 1, zero: 0)
    )
    #expect(try bench.json(ofField, on: rows) == "12")
    #expect(try bench.json(ofField, on: []) == "0")
    let ofRows = SingleAggregateNode(
      bench.site(8),
      bench.code([], slots: 2),
      AggregateCode(.max, slot: 1)
    )
    #expect(try bench.json(ofRows, on: [3, 7, 5]) == "7")
    let error = #expect(throws: RunError.self) { try bench.json(ofRows, on: rows) }
    #expect(error?.message == "`max` takes values that have an order, found record")
    #expect(error?.place?.range == SourceRange(8, 9))
  }
}

extension Value {
  /// As a message shows it.
  fileprivate var plain: String { string ?? JSONWriter.text(self) }
}
