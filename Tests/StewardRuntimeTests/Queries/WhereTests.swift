import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

@Suite struct WhereTests {
  private let bench = QueryBench()
  private let rows = [
    row(["n": 1, "role": "admin"]), row(["n": nil, "role": "user"]), row(["role": "admin"]),
    row(["n": 3, "role": nil]),
  ]

  private func above(_ limit: Value) -> Node {
    WhereNode(
      bench.site(),
      bench.code(["n"]),
      condition: bench.binary(bench.field("n"), .greater, bench.constant(limit))
    )
  }

  @Test func `rows pass for which the condition is true, unknown is not`() throws {
    #expect(try bench.json(above(1), on: rows) == #"[{"n":3,"role":null}]"#)
  }

  @Test func `a field is compared with a text`() throws {
    let field = bench.field("role")
    let admins = WhereNode(
      bench.site(),
      bench.code(["role"]),
      condition: FieldEqualsTextNode(bench.site(), field, StringBox("admin"), isNegated: false)
    )
    #expect(try bench.json(admins, on: rows) == #"[{"n":1,"role":"admin"},{"role":"admin"}]"#)
  }

  @Test func `text is compared by code point`() throws {
    let field = bench.field("name")
    let composed = WhereNode(
      bench.site(),
      bench.code(["name"]),
      condition: FieldEqualsTextNode(
        bench.site(),
        field,
        StringBox("\u{e9}"),
        isNegated: false
      )
    )
    #expect(try bench.json(composed, on: [row(["name": "e\u{301}"])]) == "[]")
  }

  @Test func `the row itself may be any value`() throws {
    let positive = WhereNode(
      bench.site(),
      bench.code(),
      condition: bench.binary(bench.slot(0), .greater, bench.constant(0))
    )
    #expect(try bench.json(positive, on: [1, -1, nil, 2]) == "[1,2]")
  }

  @Test func `an error has the place of what failed`() throws {
    let wrong = WhereNode(
      bench.site(),
      bench.code(),
      condition: bench.binary(bench.field("n"), .less, bench.constant("x"), at: 7)
    )
    let error = #expect(throws: RunError.self) { try bench.json(wrong, on: rows) }
    #expect(error?.message == "`<` cannot compare int with string")
    #expect(error?.place?.range == SourceRange(7, 8))
  }

  @Test func `a field of a row that is no record is an error with help`() throws {
    let error = #expect(throws: RunError.self) { try bench.json(above(1), on: [5]) }
    #expect(error?.message == "no field `n`: the row is int")
    #expect(error?.help == "`_` is the row itself: where _ > 1")
  }

  @Test func `a condition that is no truth value is an error`() throws {
    let wrong = WhereNode(bench.site(), bench.code(), condition: bench.field("role", at: 4))
    let error = #expect(throws: RunError.self) { try bench.json(wrong, on: rows) }
    #expect(error?.message == "expected bool, found string")
    #expect(error?.place?.range == SourceRange(4, 5))
  }

  @Test func `what is no rows is an error`() throws {
    let error = #expect(throws: RunError.self) { try bench.open(above(1), on: .value("x")) }
    #expect(error?.message == "expected rows, found string")
  }

  @Test func `it stops when the run is cancelled`() throws {
    bench.cancellation.cancel()
    let error = #expect(throws: RunError.self) { try bench.json(above(9), on: rows) }
    #expect(error?.kind == .cancelled)
  }
}
