import StewardValues
import Testing

@Suite struct JSONProjectionTests {
  private static let row = Shape(
    "Row",
    fields: [
      Field("id", .string),
      Field("amount", .money, money: MoneyRule(currencyField: "currency")),
      Field("currency", .string),
      Field("at", .datetime),
      Field("inner", .record(Shape(fields: [Field("id", .string), Field("x", .int)]))),
    ]
  )
  private static let page = Shape(
    "Page",
    fields: [Field("data", .list(.record(row))), Field("has_more", .bool), Field("id", .string)]
  )

  private static let message = Array(
    #"""
    {"data":[
      {"id":"a","amount":"100","currency":"EUR","at":"2026-01-31","inner":{"id":"i","x":1},"new":1},
      {"new":[1,{"id":"\u00e9"}],"at":null,"inner":null,"currency":"JPY","amount":"7","id":"b"},
      {"id":"c"}
    ],"has_more":true,"id":"p"}
    """#.utf8
  )

  private static let selections: [Set<String>] = {
    let names = ["id", "amount", "currency", "at", "inner", "new", "absent"]
    return (0..<1 << names.count).map { bits in
      Set(names.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
    }
  }()

  @Test func `a projection is the whole row with fewer fields`() throws {
    var whole = JSONReader(type: .record(Self.page))
    let rows = try #require(try whole.read(Self.message).record?["data"]?.list)
    for fields in Self.selections {
      var reader = JSONReader(type: .record(Self.page), projecting: fields, at: "data")
      let page = try #require(try reader.read(Self.message).record)
      #expect(page["id"] == "p")
      #expect(page["has_more"] == true)
      let projected = try #require(page["data"]?.list)
      #expect(projected == ContiguousArray(rows.map { Self.select(fields, $0) }))
    }
  }

  private static func select(_ fields: Set<String>, _ row: Value) -> Value {
    guard let record = row.record else { return row }
    let shape = record.shape.projected(to: fields)
    return .record(Record(shape: shape) { record[shape.fields[$0].name] ?? .null })
  }

  @Test func `rows without unknown fields share the projected shape`() throws {
    var reader = JSONReader(type: .list(.record(Self.row)), projecting: ["at", "id"])
    let text = #"[{"id":"a","at":null},{"at":null,"id":"b"},{"x":1}]"#
    let rows = try #require(try reader.read(Array(text.utf8)).list).compactMap(\.record)
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.shape === rows[0].shape })
    #expect(rows[0].shape.fields.map(\.name) == ["id", "at"])
    #expect(rows[0].shape.name == "Row")
  }

  @Test func `no field at all still gives a row each`() throws {
    var reader = JSONReader(type: .record(Self.page), projecting: [], at: "data")
    let rows = try #require(try reader.read(Self.message).record?["data"]?.list)
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { $0.record?.count == 0 })
  }

  @Test func `one row, and rows that nobody described`() throws {
    var single = JSONReader(type: .record(Self.row), projecting: ["id"])
    #expect(try single.read(Array(#"{"at":"x","id":"a"}"#.utf8)) == Value(record: ["id": "a"]))
    for text in [
      #"{"a":1,"b":{"a":2,"c":3},"c":4}"#, #"{"c":4,"b":{"a":2,"c":3},"a":1}"#,
      #"{"a":0,"b":0,"c":9,"b":{"a":2,"c":3},"a":1}"#,
    ] {
      var reader = JSONReader(type: .any, projecting: ["a", "b", "absent"])
      let expected = Value(record: ["a": 1, "b": Value(record: ["a": 2, "c": 3])])
      #expect(try reader.read(Array(text.utf8)) == expected)
      #expect(try reader.read(Array("[\(text),\(text)]".utf8)) == [expected, expected])
    }
  }

  @Test func `a wide row that nobody described is projected too`() throws {
    let members = (0..<300).map { #""key\#($0)":\#($0)"# }.joined(separator: ",")
    var reader = JSONReader(type: .any, projecting: ["key7", "key299"])
    for _ in 0..<2 {
      let value = try reader.read(Array("{\(members)}".utf8))
      #expect(value == Value(record: ["key7": 7, "key299": 299]))
    }
  }
}
