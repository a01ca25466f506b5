import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

@Suite struct BuiltinRowsTests {
  private let call = BuiltinCall()
  private let numbers: Value = [3, 1, 2]

  @Test func `first gives a record or null, first n a list`() throws {
    #expect(try call.json("first", on: numbers) == "3")
    #expect(try call.json("first", on: []) == "null")
    #expect(try call.json("first", ["count": 2], on: numbers) == "[3,1]")
    #expect(try call.json("first", ["count": 9], on: numbers) == "[3,1,2]")
    #expect(try call.json("first", ["count": 0], on: numbers) == "[]")
  }

  @Test func `last keeps the order of the last rows`() throws {
    #expect(try call.json("last", on: numbers) == "2")
    #expect(try call.json("last", on: []) == "null")
    #expect(try call.json("last", ["count": 2], on: numbers) == "[1,2]")
    #expect(try call.json("last", ["count": 2], on: [1, 2, 3, 4, 5]) == "[4,5]")
    #expect(try call.json("last", ["count": 9], on: numbers) == "[3,1,2]")
    #expect(try call.json("last", ["count": 0], on: numbers) == "[]")
  }

  @Test func `skip leaves out the first rows`() throws {
    #expect(try call.json("skip", ["count": 1], on: numbers) == "[1,2]")
    #expect(try call.json("skip", ["count": 5], on: numbers) == "[]")
  }

  @Test(arguments: ["first", "last", "skip"])
  func `a negative number of rows is an error`(name: String) throws {
    let error = #expect(throws: RunError.self) {
      try call.value(name, ["count": -1], on: numbers)
    }
    #expect(error?.message == "`\(name)` takes a number of rows, not -1")
  }

  @Test func `one takes exactly one row`() throws {
    #expect(try call.json("one", on: [7]) == "7")
    let none = #expect(throws: RunError.self) { try call.value("one", on: []) }
    #expect(none?.message == "expected 1 row, got 0")
    let many = #expect(throws: RunError.self) { try call.value("one", on: numbers) }
    #expect(many?.message == "expected 1 row, got 2 or more")
    #expect(many?.place?.range == SourceRange(0, 3))
  }

  @Test func `count counts`() throws {
    #expect(try call.json("count", on: numbers) == "3")
    #expect(try call.output("count", on: .rows(ListStream([1, 2]))).forced() == 2)
  }

  @Test func `uniq keeps the first of each`() throws {
    #expect(try call.json("uniq", on: [1, 2, 1, Value(ExactDecimal(2))]) == "[1,2]")
    let rows: Value = [row(["a": 1, "b": "x"]), row(["a": 1, "b": "y"]), row(["b": "z"])]
    #expect(
      try call.json("uniq", ["field": "a"], on: rows) == #"[{"a":1,"b":"x"},{"b":"z"}]"#
    )
    #expect(try call.json("uniq", on: rows) == #"[{"a":1,"b":"x"},{"a":1,"b":"y"},{"b":"z"}]"#)
  }

  @Test func `reverse turns the rows round`() throws {
    #expect(try call.json("reverse", on: numbers) == "[2,1,3]")
  }

  @Test func `enumerate numbers records in front and wraps other rows`() throws {
    #expect(
      try call.json("enumerate", on: ["a", "b"])
        == #"[{"index":0,"value":"a"},{"index":1,"value":"b"}]"#
    )
    #expect(
      try call.json("enumerate", on: [row(["n": "a"]), row(["n": "b", "index": 9])])
        == #"[{"index":0,"n":"a"},{"index":1,"n":"b"}]"#
    )
  }

  @Test func `get takes a field of rows or of a record`() throws {
    let rows: Value = [row(["id": 1]), row(["id": 2, "x": 3]), row(["x": 4])]
    #expect(try call.json("get", ["field": "id"], on: rows) == "[1,2,null]")
    #expect(try call.json("get", ["field": "id"], on: row(["id": 1])) == "1")
    let error = #expect(throws: RunError.self) {
      try call.value("get", ["field": "idd"], on: row(["id": 1]))
    }
    #expect(error?.message == "no field `idd`")
    let scalar = #expect(throws: RunError.self) { try call.value("get", ["field": "id"], on: [1]) }
    #expect(scalar?.message == "no field `id`: the row is int")
  }

  @Test func `columns are the fields of the first row`() throws {
    #expect(try call.json("columns", on: [row(["id": 1, "name": nil])]) == #"["id","name"]"#)
    #expect(try call.json("columns", on: []) == "[]")
  }

  @Test func `collect gives a list`() throws {
    #expect(try call.output("collect", on: .rows(ListStream([1, 2]))).forced() == [1, 2])
  }
}

@Suite struct BuiltinFlattenTests {
  private let call = BuiltinCall()

  @Test func `without a field it takes the elements of lists`() throws {
    #expect(try call.json("flatten", on: [[1, 2], [], [3]]) == "[1,2,3]")
    let error = #expect(throws: RunError.self) { try call.value("flatten", on: [row(["a": 1])]) }
    #expect(error?.message == "`flatten` takes lists, found record")
  }

  @Test func `with a field the other fields come first, then the element's`() throws {
    let rows: Value = [
      row(["items": [row(["b": 2]), row(["b": 3, "c": 4])], "a": 1]),
      row(["items": [], "a": 5]), row(["items": nil, "a": 6]), row(["a": 7]),
      row(["items": [row(["b": 8])], "a": 9]),
    ]
    #expect(
      try call.json("flatten", ["field": "items"], on: rows)
        == #"[{"a":1,"b":2},{"a":1,"b":3,"c":4},{"a":9,"b":8}]"#
    )
  }

  @Test func `elements that are no records keep the field's name`() throws {
    #expect(
      try call.json("flatten", ["field": "tags"], on: [row(["a": 1, "tags": ["x", "y"]])])
        == #"[{"a":1,"tags":"x"},{"a":1,"tags":"y"}]"#
    )
  }

  @Test func `a name in both is an error`() throws {
    let error = #expect(throws: RunError.self) {
      try call.value("flatten", ["field": "items"], on: [row(["a": 1, "items": [row(["a": 2])]])])
    }
    #expect(error?.message == "the row and the elements of `items` both have `a`")
  }

  @Test func `a field that is no list is an error`() throws {
    let error = #expect(throws: RunError.self) {
      try call.value("flatten", ["field": "a"], on: [row(["a": 1])])
    }
    #expect(error?.message == "`a` is int, not a list")
  }

  private let element = Shape(fields: [Field("amount", .money), Field("model", .optional(.string))])

  @Test func `the type is the merged shape`() throws {
    let bucket = Shape(
      fields: [Field("starting_at", .datetime), Field("results", .list(.record(element)))])
    let checked = checkedCall(["field": "results"], input: .stream(.record(bucket)))
    #expect(
      try builtin("flatten").output(checked).description
        == "stream<{starting_at: datetime, amount: money, model: string?}>"
    )
    #expect(try builtin("flatten").validate(checked).isEmpty)
  }

  @Test func `the check finds a name in both and a field that is no list`() throws {
    let bucket = Shape(fields: [Field("model", .string), Field("results", .list(.record(element)))])
    let flatten = try builtin("flatten")
    let input = DataType.stream(.record(bucket))
    #expect(
      flatten.validate(checkedCall(["field": "results"], input: input)).map(\.code) == ["E0315"]
    )
    #expect(
      flatten.validate(checkedCall(["field": "model"], input: input)).map(\.code) == ["E0320"]
    )
    #expect(
      flatten.validate(checkedCall(["field": "resuls"], input: input)).map(\.code) == ["E0310"]
    )
  }
}
