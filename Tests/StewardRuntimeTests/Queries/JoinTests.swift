import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

@Suite struct JoinTests {
  private let bench = QueryBench()
  private let users = [
    row(["id": 1, "team": "x"]), row(["id": 2, "team": "y"]), row(["id": 3, "team": nil]),
    row(["id": 4, "team": "z"]),
  ]
  private let teams: [Value] = [
    row(["name": "x", "size": 1]), row(["name": "x", "size": 2]), row(["name": nil, "size": 3]),
    row(["name": "y", "size": 4]), row(["name": "q", "size": 5]),
  ]

  private func join(
    _ kind: Join.Kind,
    _ right: Value? = nil,
    as name: String = "t",
    leftShape: Shape = .empty
  ) -> Node {
    JoinNode(
      bench.site(2),
      kind: kind,
      right: bench.constant(right ?? Value(teams)),
      rightCode: bench.code(["name"]),
      rightKey: bench.field("name"),
      leftCode: bench.code(["team"]),
      leftKey: bench.field("team"),
      name: name,
      leftShape: leftShape
    )
  }

  /// Pairs of ids and sizes.
  private func pairs(_ kind: Join.Kind) throws -> String {
    let values = try bench.open(join(kind), on: .value(Value(users))).forced().list ?? []
    let pairs = values.compactMap(\.record).map { record in
      let size = record["t"]?.record?["size"]?.int
      return "\(record["id"]?.int ?? 0)-\(size ?? 0)"
    }
    return pairs.joined(separator: " ")
  }

  @Test func `several matches give several rows, in the order of both sides`() throws {
    #expect(try pairs(.inner) == "1-1 1-2 2-4")
    #expect(try pairs(.left) == "1-1 1-2 2-4 3-0 4-0")
  }

  @Test func `full adds the right rows that were never matched`() throws {
    #expect(try pairs(.full) == "1-1 1-2 2-4 3-0 4-0 0-3 0-5")
    let full = join(.full, Value(teams.suffix(1)))
    #expect(
      try bench.json(full, on: [users[0]]) == """
        [{"id":1,"team":"x","t":null},{"id":null,"team":null,"t":{"name":"q","size":5}}]
        """
    )
  }

  @Test func `full without left rows has the fields that the checker knows`() throws {
    let stage = join(.full, Value(teams.suffix(1)), leftShape: bench.shape("id", "team"))
    #expect(
      try bench.json(stage, on: [])
        == #"[{"id":null,"team":null,"t":{"name":"q","size":5}}]"#
    )
  }

  @Test func `semi and anti give the left rows as they are`() throws {
    #expect(try bench.json(join(.semi), on: users) == #"[{"id":1,"team":"x"},{"id":2,"team":"y"}]"#)
    #expect(
      try bench.json(join(.anti), on: users) == #"[{"id":3,"team":null},{"id":4,"team":"z"}]"#
    )
  }

  @Test func `the right row is one field`() throws {
    #expect(
      try bench.json(join(.left), on: [users[1], users[3]]) == """
        [{"id":2,"team":"y","t":{"name":"y","size":4}},{"id":4,"team":"z","t":null}]
        """
    )
  }

  @Test func `numbers are equal whatever their types`() throws {
    let stage = JoinNode(
      bench.site(),
      kind: .semi,
      right: bench.constant([Value(ExactDecimal(mantissa: 20, scale: 1))]),
      rightCode: bench.code(),
      rightKey: bench.slot(0),
      leftCode: bench.code(["id"]),
      leftKey: bench.field("id"),
      name: "t"
    )
    #expect(try bench.json(stage, on: users) == #"[{"id":2,"team":"y"}]"#)
  }

  @Test func `nothing on the right matches nothing`() throws {
    #expect(try bench.json(join(.inner, []), on: users) == "[]")
    #expect(try bench.json(join(.anti, []), on: [users[0]]) == #"[{"id":1,"team":"x"}]"#)
  }

  @Test func `a name that the rows have is an error`() throws {
    let error = #expect(throws: RunError.self) {
      try bench.json(join(.left, as: "team"), on: users)
    }
    #expect(error?.message == "the rows already have a field `team`")
    #expect(error?.place?.range == SourceRange(2, 3))
  }

  @Test func `other rows than records have no room for a field`() throws {
    let stage = JoinNode(
      bench.site(2),
      kind: .left,
      right: bench.constant([1]),
      rightCode: bench.code(),
      rightKey: bench.slot(0),
      leftCode: bench.code(),
      leftKey: bench.slot(0),
      name: "t"
    )
    let error = #expect(throws: RunError.self) { try bench.json(stage, on: [1]) }
    #expect(error?.message == "`join` takes records, found int")
  }

  @Test func `the left side is pulled row by row`() throws {
    let source = WatchedRows(users)
    guard case .rows(let stream) = try bench.open(join(.left), on: .rows(source.stream)) else {
      throw RunError(.internal, "no rows")
    }
    #expect(source.pulled == 0)
    _ = try stream.next()
    _ = try stream.next()
    #expect(source.pulled == 1)
  }
}
