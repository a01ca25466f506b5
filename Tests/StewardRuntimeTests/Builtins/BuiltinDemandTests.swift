import StewardRuntime
import StewardValues
import Testing

/// What each stage tells the one before it.
@Suite struct BuiltinDemandTests {
  private let call = BuiltinCall()
  private let rows: [Value] = (0..<10).map { row(["id": .int($0), "list": [1]]) }

  private func demand(
    _ name: String,
    _ arguments: [String: Value],
    of consumer: Demand
  ) throws -> Demand {
    let source = WatchedRows(rows)
    let output = try call.output(name, arguments, on: .rows(source.stream))
    guard case .rows(let stream) = output else { throw RunError(.internal, "no rows") }
    stream.expect(consumer)
    return try #require(source.demand)
  }

  private let consumer = Demand(rows: 7, fields: ["id", "index"], drains: true, firstPage: 100)

  @Test func `first bounds the rows and does not drain`() throws {
    let demand = try demand("first", ["count": 3], of: consumer)
    #expect(demand.rows == 3)
    #expect(demand.fields == ["id", "index"])
    #expect(!demand.drains)
    #expect(try self.demand("first", ["count": 9], of: consumer).rows == 7)
  }

  @Test func `skip asks for so many more`() throws {
    #expect(try demand("skip", ["count": 3], of: consumer).rows == 10)
    #expect(try demand("skip", ["count": 3], of: Demand(rows: .max)).rows == nil)
  }

  @Test func `enumerate and tap pass rows on`() throws {
    let enumerated = try demand("enumerate", [:], of: consumer)
    #expect(enumerated.rows == 7)
    #expect(enumerated.fields == ["id"])
    #expect(enumerated.drains)
  }

  @Test func `get asks for its one field`() throws {
    let demand = try demand("get", ["field": "list"], of: consumer)
    #expect(demand.rows == 7)
    #expect(demand.fields == ["list"])
  }

  @Test(arguments: [("flatten", ["field": Value("list")]), ("uniq", [:])])
  func `flatten and uniq pass neither rows nor fields`(
    name: String,
    arguments: [String: Value]
  ) throws {
    let demand = try demand(name, arguments, of: consumer)
    #expect(demand.rows == nil)
    #expect(demand.fields == nil)
    #expect(demand.drains)
  }

  @Test(arguments: [("reverse", [:]), ("last", ["count": Value.int(2)])])
  func `reverse and last take everything`(name: String, arguments: [String: Value]) throws {
    let demand = try demand(name, arguments, of: Demand(rows: 1, fields: ["id"]))
    #expect(demand.rows == nil)
    #expect(demand.fields == ["id"])
    #expect(demand.drains)
  }

  @Test func `count takes every row and no field`() throws {
    let source = WatchedRows(rows)
    #expect(try call.output("count", on: .rows(source.stream)).forced() == 10)
    #expect(source.demand?.fields == [])
    #expect(source.demand?.drains == true)
  }

  @Test func `first n pulls no row too many and cancels at once`() throws {
    let source = WatchedRows(rows)
    let output = try call.output("first", ["count": 2], on: .rows(source.stream))
    guard case .rows(let stream) = output else { throw RunError(.internal, "no rows") }
    #expect(try stream.next() != nil)
    #expect(source.demand?.rows == 2)
    #expect(!source.isCancelled)
    #expect(try stream.next() != nil)
    #expect(source.isCancelled)
    #expect(try stream.next() == nil)
    #expect(source.pulled == 2)
  }

  @Test func `first and columns take one row`() throws {
    for name in ["first", "columns"] {
      let source = WatchedRows(rows)
      _ = try call.output(name, on: .rows(source.stream)).forced()
      #expect(source.demand?.rows == 1)
      #expect(source.pulled == 1)
      #expect(source.isCancelled)
    }
  }

  @Test func `one takes at most two rows`() throws {
    let source = WatchedRows(rows)
    #expect(throws: RunError.self) { try call.output("one", on: .rows(source.stream)) }
    #expect(source.demand?.rows == 2)
    #expect(source.pulled == 2)
    #expect(source.isCancelled)
  }

  @Test func `to csv of rows with a known type streams after the first hundred`() throws {
    let many = (0..<200).map { row(["id": .int($0)]) }
    let source = WatchedRows(many)
    let type = DataType.stream(.record(Shape(fields: [Field("id", .int)])))
    guard case .text(let text) = try call.output("to csv", on: .rows(source.stream), type: type)
    else {
      throw RunError(.internal, "no text")
    }
    #expect(try text.next() == Array("id\n0\n".utf8))
    #expect(source.pulled == 100)
    #expect(source.demand?.drains == true)
    text.cancel()
    #expect(source.isCancelled)
  }
}
