import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

/// What each query stage tells the one before it.
@Suite struct QueryDemandTests {
  private let bench = QueryBench()
  private let consumer = Demand(rows: 7, fields: ["a", "b"], drains: true, firstPage: 100)

  private func demand(_ stage: Node) throws -> Demand {
    try #require(try bench.demand(stage, of: consumer))
  }

  private func join(_ kind: Join.Kind, right: Node? = nil) -> Node {
    JoinNode(
      bench.site(),
      kind: kind,
      right: right ?? bench.constant([]),
      rightCode: bench.code(["r"]),
      rightKey: bench.field("r"),
      leftCode: bench.code(["k"]),
      leftKey: bench.field("k"),
      name: "t"
    )
  }

  @Test func `where adds its fields and knows no number of rows`() throws {
    let stage = WhereNode(bench.site(), bench.code(["k"]), condition: bench.constant(true))
    let demand = try demand(stage)
    #expect(demand.rows == nil)
    #expect(demand.fields == ["a", "b", "k"])
    #expect(demand.drains)
    #expect(demand.firstPage == 100)
    let any = WhereNode(bench.site(), bench.code(nil), condition: bench.constant(true))
    #expect(try self.demand(any).fields == nil)
    #expect(try bench.demand(stage, of: .all)?.fields == nil)
  }

  @Test func `select takes its own fields for as many rows`() throws {
    let demand = try demand(
      SelectNode(
        bench.site(),
        bench.code(["k"]),
        shape: bench.shape("a"),
        values: [bench.field("k")]
      )
    )
    #expect(demand.rows == 7)
    #expect(demand.fields == ["k"])
    #expect(demand.drains)
    #expect(demand.firstPage == 100)
  }

  @Test func `extend takes what it does not make itself, and what it reads`() throws {
    let stage = ExtendNode(
      bench.site(),
      bench.code(["k"]),
      names: ["a"],
      values: [bench.field("k")]
    )
    let demand = try demand(stage)
    #expect(demand.rows == 7)
    #expect(demand.fields == ["b", "k"])
    #expect(try bench.demand(stage, of: .all)?.fields == nil)
  }

  @Test func `drop takes as many rows without its fields`() throws {
    let demand = try demand(DropNode(bench.site(), names: ["b"]))
    #expect(demand.rows == 7)
    #expect(demand.fields == ["a"])
    #expect(demand.drains)
  }

  @Test func `sort takes everything, with its fields`() throws {
    let stage = SortNode(bench.site(), bench.code(["k"]), keys: [(bench.field("k"), false)])
    let demand = try bench.demand(stage, of: Demand(rows: 1, fields: ["a"]))
    #expect(demand?.rows == nil)
    #expect(demand?.fields == ["a", "k"])
    #expect(demand?.drains == true)
    let byRow = SortNode(bench.site(), bench.code([]), keys: [])
    #expect(try self.demand(byRow).fields == nil)
  }

  @Test func `group takes everything of its own fields`() throws {
    let stage = GroupNode(
      bench.site(),
      bench.code(["k"], slots: 2),
      keys: [bench.field("k")],
      keySlots: [1],
      aggregates: [],
      outputs: [],
      shape: bench.shape("k")
    )
    let demand = try bench.demand(stage, of: Demand(rows: 1, fields: ["a"]))
    #expect(demand?.rows == nil)
    #expect(demand?.fields == ["k"])
    #expect(demand?.drains == true)
  }

  @Test func `stages that take everything say so also when nobody asks`() throws {
    let sort = SortNode(bench.site(), bench.code(["k"]), keys: [(bench.field("k"), false)])
    let group = GroupNode(
      bench.site(),
      bench.code(["k"], slots: 2),
      keys: [bench.field("k")],
      keySlots: [1],
      aggregates: [],
      outputs: [],
      shape: bench.shape("k")
    )
    #expect(try bench.demand(sort, of: nil)?.drains == true)
    #expect(try bench.demand(group, of: nil)?.drains == true)
  }

  @Test func `aggregates over all rows take everything of their own fields`() throws {
    let sum = SingleAggregateNode(
      bench.site(),
      bench.code(["k"], slots: 2),
      AggregateCode(.sum, bench.field("k"), slot: 1)
    )
    #expect(try demand(sum).fields == ["k"])
    #expect(try demand(sum).drains)
    let ofRows = SingleAggregateNode(
      bench.site(),
      bench.code([], slots: 2),
      AggregateCode(.sum, slot: 1)
    )
    #expect(try demand(ofRows).fields == nil)
    let count = AggregateRowsNode(
      bench.site(),
      bench.code([], slots: 2),
      aggregates: [AggregateCode(.count, slot: 1)],
      outputs: [bench.slot(1)],
      shape: bench.shape("n")
    )
    #expect(try demand(count).fields == [])
  }

  @Test func `join adds its key on the left side`() throws {
    #expect(try demand(join(.inner)).rows == nil)
    #expect(try demand(join(.left)).rows == 7)
    #expect(try demand(join(.semi)).rows == nil)
    for kind in [Join.Kind.left, .inner, .full, .semi, .anti] {
      let demand = try demand(join(kind))
      #expect(demand.fields == ["a", "b", "k"])
      #expect(demand.drains)
    }
  }
}
