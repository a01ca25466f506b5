import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

/// `select`, `extend` and `drop`.
@Suite struct SelectionTests {
  private let bench = QueryBench()
  private let rows = [row(["a": 1, "b": 2]), row(["b": 3])]

  private func extend(_ items: [(name: String, value: Node)]) -> Node {
    ExtendNode(
      bench.site(1),
      bench.code(),
      names: items.map(\.name),
      values: items.map(\.value)
    )
  }

  private func shapes(_ stage: Node, on rows: [Value]) throws -> Set<ObjectIdentifier> {
    let values = try bench.open(stage, on: .value(Value(rows))).forced().list ?? []
    return Set(values.compactMap(\.record).map { ObjectIdentifier($0.shape) })
  }

  @Test func `select gives the values in one shape`() throws {
    let shape = bench.shape("b", "double")
    let stage = SelectNode(
      bench.site(),
      bench.code(),
      shape: shape,
      values: [
        bench.field("b"), bench.binary(bench.field("b"), .multiply, bench.constant(2)),
      ]
    )
    #expect(try bench.json(stage, on: rows) == #"[{"b":2,"double":4},{"b":3,"double":6}]"#)
    #expect(try shapes(stage, on: rows) == [ObjectIdentifier(shape)])
  }

  @Test func `select makes records of any rows`() throws {
    let stage = SelectNode(
      bench.site(),
      bench.code(),
      shape: bench.shape("n"),
      values: [bench.slot(0)]
    )
    #expect(try bench.json(stage, on: [1, "x"]) == #"[{"n":1},{"n":"x"}]"#)
    let fields = SelectNode(
      bench.site(),
      bench.code(),
      shape: bench.shape("n"),
      values: [bench.field("n", at: 3)]
    )
    let error = #expect(throws: RunError.self) { try bench.json(fields, on: [1]) }
    #expect(error?.message == "no field `n`: the row is int")
    #expect(error?.place?.range == SourceRange(3, 4))
  }

  @Test func `extend replaces where the name stands and adds at the end`() throws {
    let stage = extend([("c", bench.constant(9)), ("a", bench.constant(7))])
    #expect(try bench.json(stage, on: rows) == #"[{"a":7,"b":2,"c":9},{"b":3,"c":9,"a":7}]"#)
  }

  @Test func `later items see the row as it came`() throws {
    let stage = extend([("b", bench.constant(0)), ("old", bench.field("b"))])
    #expect(
      try bench.json(stage, on: [row(["b": 2])]) == #"[{"b":0,"old":2}]"#
    )
  }

  @Test func `of a name that is there twice the last counts`() throws {
    let stage = extend([("c", bench.constant(1)), ("c", bench.constant(2))])
    #expect(try bench.json(stage, on: [row(["b": 2])]) == #"[{"b":2,"c":2}]"#)
  }

  @Test func `rows of one shape keep sharing one`() throws {
    let (a, b) = (bench.shape("a"), bench.shape("b"))
    let mixed = (0..<6).map { index in
      Value.record(Record(shape: index.isMultiple(of: 2) ? a : b, values: [.int(index)]))
    }
    #expect(try shapes(extend([("c", bench.constant(1))]), on: mixed).count == 2)
    #expect(try shapes(DropNode(bench.site(), names: ["a"]), on: mixed).count == 2)
  }

  @Test func `many shapes are no trouble`() throws {
    let rows = (0..<200).map { row(["n\($0)": 1]) }
    let output = try bench.open(extend([("c", bench.constant(1))]), on: .value(Value(rows)))
    let last = try output.forced().list?.last
    #expect(last == row(["n199": 1, "c": 1]))
  }

  @Test func `extend takes records only`() throws {
    let error = #expect(throws: RunError.self) {
      try bench.json(extend([("c", bench.constant(1))]), on: [5])
    }
    #expect(error?.message == "`extend` takes records, found int")
    #expect(error?.help == "`_` is the row itself: select value = _")
    #expect(error?.place?.range == SourceRange(1, 2))
  }

  @Test func `drop leaves fields out, and rows without them alone`() throws {
    let stage = DropNode(bench.site(), names: ["a", "x"])
    #expect(try bench.json(stage, on: rows) == #"[{"b":2},{"b":3}]"#)
    #expect(try bench.json(DropNode(bench.site(), names: ["b"]), on: rows) == #"[{"a":1},{}]"#)
    let error = #expect(throws: RunError.self) { try bench.json(stage, on: ["x"]) }
    #expect(error?.message == "`drop` takes records, found string")
  }
}
