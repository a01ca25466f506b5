import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

@Suite struct SortTests {
  private let bench = QueryBench()

  private func sort(_ keys: [(name: String, descending: Bool)]) -> Node {
    SortNode(
      bench.site(),
      bench.code(Set(keys.map(\.name))),
      keys: keys.enumerated().map { (bench.field($1.name, at: $0), $1.descending) }
    )
  }

  private func ids(_ stage: Node, _ rows: [Value]) throws -> [Int] {
    let values = try bench.open(stage, on: .value(Value(rows))).forced().list ?? []
    return values.compactMap { $0.record?["id"]?.int }
  }

  private let rows = [
    row(["id": 1, "k": "b", "n": 1]), row(["id": 2, "k": nil, "n": 2]),
    row(["id": 3, "k": "a", "n": 1]), row(["id": 4, "k": "b", "n": 2]), row(["id": 5, "n": 0]),
  ]

  @Test func `nulls come last in both directions`() throws {
    #expect(try ids(sort([("k", false)]), rows) == [3, 1, 4, 2, 5])
    #expect(try ids(sort([("k", true)]), rows) == [1, 4, 3, 2, 5])
  }

  @Test func `the next key decides where the first does not`() throws {
    #expect(try ids(sort([("n", true), ("k", true)]), rows) == [4, 2, 1, 3, 5])
  }

  @Test func `equal rows stay as they came`() throws {
    let many = (0..<500).map { row(["id": .int($0), "k": .int($0 % 3)]) }
    let expected = (0..<3).flatMap { rest in (0..<500).filter { $0 % 3 == rest } }
    #expect(try ids(sort([("k", false)]), many) == expected)
    let reversed = [2, 1, 0].flatMap { rest in (0..<500).filter { $0 % 3 == rest } }
    #expect(try ids(sort([("k", true)]), many) == reversed)
  }

  @Test func `without a key the rows themselves are compared`() throws {
    let stage = SortNode(bench.site(), bench.code(), keys: [])
    let numbers: [Value] = [3, Value(ExactDecimal(mantissa: 25, scale: 1)), .float(2e0), nil, 1]
    #expect(try bench.json(stage, on: numbers) == "[1,2.0,2.5,3,null]")
    let error = #expect(throws: RunError.self) { try bench.json(stage, on: rows) }
    #expect(error?.message == "records have no order")
    #expect(error?.help == "name a field: sort name")
    #expect(try bench.json(stage, on: [rows[0]]) == #"[{"id":1,"k":"b","n":1}]"#)
  }

  @Test func `what is not a number comes after the numbers`() throws {
    let stage = SortNode(bench.site(), bench.code(), keys: [])
    let output = try bench.open(stage, on: .value([.float(.nan), 2, nil, 1])).forced()
    #expect(output.list?.prefix(2) == [1, 2])
    #expect(output.list?.last == .null)
  }

  @Test func `values without an order among each other are an error with its place`() throws {
    let mixed = [row(["n": 1, "k": 1]), row(["n": 1, "k": nil]), row(["n": 1, "k": "x"])]
    let error = #expect(throws: RunError.self) {
      try bench.json(sort([("n", false), ("k", false)]), on: mixed)
    }
    #expect(error?.kind == .type)
    #expect(error?.message == "`sort` cannot compare int with string")
    #expect(error?.place?.range == SourceRange(1, 2))
    let amounts = ["USD", "EUR"].map { row(["k": Value(Money(.zero, $0))]) }
    let currencies = #expect(throws: RunError.self) {
      try bench.json(sort([("k", false)]), on: amounts)
    }
    #expect(currencies?.kind == .type)
    #expect(currencies?.message == "USD and EUR are different currencies")
  }

  @Test func `it stops when the run is cancelled`() throws {
    bench.cancellation.cancel()
    let error = #expect(throws: RunError.self) { try bench.json(sort([("k", false)]), on: rows) }
    #expect(error?.kind == .cancelled)
  }
}
