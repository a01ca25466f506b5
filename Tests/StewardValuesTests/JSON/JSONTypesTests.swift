import StewardValues
import Testing

@Suite struct JSONTypesTests {
  private static let roles = Enumeration(
    "a role",
    ["user", "developer", "a role with a name that is longer than thirty-two bytes"]
  )
  private static let key = Shape(
    "Key",
    fields: [
      Field("id", .id(Resource("key", prefix: "key_"))),
      Field("role", .oneOf(roles)),
      Field("made_at", .optional(.datetime)),
      Field("day", .date),
      Field("rate", .decimal),
      Field("share", .float),
      Field("amount", .optional(.money), money: MoneyRule(currencyField: "currency")),
      Field("currency", .optional(.string)),
      Field("tags", .map(.string)),
      Field("parts", .list(.record(Shape(fields: [Field("at", .datetime)])))),
      Field("wait", .duration),
      Field("token", .secret),
    ]
  )

  private func record(_ text: String) throws -> Record {
    var reader = JSONReader(type: .record(Self.key))
    return try #require(try reader.read(Array(text.utf8)).record)
  }

  @Test func `text becomes what the shape says`() throws {
    let row = try record(
      #"""
      {"id":"key_1","role":"developer","made_at":"2026-01-31T10:00:00Z","day":"2026-01-31",
       "rate":"2.50","share":0.5,"amount":"123.45","currency":"USD","tags":{"team":"a"},
       "parts":[{"at":"2026-01-31"}],"wait":"1h30m","token":"hidden"}
      """#
    )
    #expect(row.shape === Self.key)
    #expect(row["made_at"] == Timestamp("2026-01-31T10:00:00Z").map { .datetime($0) })
    #expect(row["day"]?.typeName == "date")
    #expect(row["rate"]?.plainText == "2.50")
    #expect(row["share"]?.typeName == "float")
    #expect(row["amount"]?.plainText == "1.2345 USD")
    #expect(row["tags"]?.record?["team"] == "a")
    #expect(row["parts"]?.list?.first?.record?["at"]?.typeName == "datetime")
    #expect(row["wait"] == .duration(.seconds(5_400)))
    #expect(row["token"]?.plainText == Secret.mask)
  }

  @Test(arguments: [
    (#"{"made_at":"2026-01-31T10:00:00\u002B02:00"}"#, "made_at", "2026-01-31T08:00:00Z"),
    (#"{"day":"2026\u002d01-31"}"#, "day", "2026-01-31"),
    (#"{"amount":"12\u0035"}"#, "amount", "1.25 USD"),
    (#"{"rate":"\u0031"}"#, "rate", "1"), (#"{"wait":"1\u0068"}"#, "wait", "1h"),
    (#"{"id":"\u0031"}"#, "id", "1"), (#"{"day":"\u0078"}"#, "day", "x"),
  ])
  func `escapes do not hide what a text is`(text: String, field: String, expected: String) throws {
    let value = try #require(try record(text)[field])
    #expect(value.plainText == expected)
    #expect((value.typeName == "string") == (field == "id" || expected == "x"))
  }

  @Test func `the values of an enumeration are one object each`() throws {
    for role in Self.roles.values {
      let values = try (0..<2).map { _ in try #require(try record(#"{"role":"\#(role)"}"#)["role"])
      }
      guard case (.string(let first), .string(let second)) = (values[0], values[1]) else {
        Issue.record("a role is a string")
        continue
      }
      #expect(first === second)
      #expect(first.string == role)
    }
    #expect(try record(#"{"role":"owner"}"#)["role"] == "owner")
    #expect(try record(#"{"role":"\u0075ser"}"#)["role"] == "user")
  }

  @Test(
    arguments: [
      (#"{"made_at":"yesterday"}"#, "made_at", Value("yesterday")),
      (#"{"made_at":17}"#, "made_at", 17), (#"{"made_at":["x"]}"#, "made_at", ["x"]),
      (#"{"day":"2026-02-30"}"#, "day", "2026-02-30"), (#"{"id":5}"#, "id", 5),
      (#"{"rate":"much"}"#, "rate", "much"), (#"{"rate":true}"#, "rate", true),
      (#"{"share":"half"}"#, "share", "half"), (#"{"tags":"none"}"#, "tags", "none"),
      (#"{"parts":{"at":"x"}}"#, "parts", Value(record: ["at": "x"])),
      (#"{"wait":"long"}"#, "wait", "long"), (#"{"role":7}"#, "role", 7),
      (#"{"token":null}"#, "token", .null),
    ] as [(String, String, Value)]
  )
  func `a value that does not fit is kept`(text: String, field: String, expected: Value) throws {
    #expect(try record(text)[field] == expected)
  }

  @Test(arguments: [
    (#"{"currency":"EUR","amount":"250"}"#, "2.50 EUR"),
    (#"{"amount":"250","currency":"EUR"}"#, "2.50 EUR"),
    (#"{"amount":250,"currency":null}"#, "2.50 USD"), (#"{"amount":250.5}"#, "2.505 USD"),
    (#"{"currency":"JPY","amount":"250"}"#, "250 JPY"), (#"{"amount":"-0.001"}"#, "-0.00001 USD"),
    (#"{"amount":null,"currency":"USD"}"#, "null"), (#"{}"#, "null"),
  ])
  func `an amount finds its currency before and behind it`(text: String, expected: String) throws {
    #expect(try record(text)["amount"]?.plainText == expected)
  }

  @Test(arguments: [
    #"{"amount":"much"}"#, #"{"amount":""}"#, #"{"amount":"12 USD"}"#, #"{"amount":true}"#,
    #"{"amount":false}"#, #"{"amount":[1]}"#, #"{"amount":{"value":1}}"#, #"{"amount":1e2}"#,
    #"{"amount":"1e2"}"#, #"{"amount":1,"currency":"dollars"}"#, #"{"amount":1,"currency":5}"#,
    #"{"amount":"0.00000000000000000001"}"#,
  ])
  func `an amount that cannot be read is an error`(text: String) {
    #expect(throws: JSONError.self) { try record(text) }
  }

  @Test func `a currency that the shape does not describe is found`() throws {
    let shape = Shape(
      fields: [Field("amount", .money, money: MoneyRule(currencyField: "code"))])
    for fields in [nil, ["amount"]] as [Set<String>?] {
      var reader = JSONReader(type: .record(shape), projecting: fields)
      let value = try reader.read(Array(#"{"amount":"100","x":1,"code":"EUR"}"#.utf8))
      #expect(value.record?["amount"]?.plainText == "1.00 EUR")
    }
  }

  @Test func `an amount with its code in one text`() throws {
    var reader = JSONReader(type: .money)
    #expect(try reader.read(Array(#""12.50 USD""#.utf8)).plainText == "12.50 USD")
    #expect(throws: JSONError.self) { try reader.read(Array("12".utf8)) }
    #expect(throws: JSONError.self) { try reader.read(Array(#""12""#.utf8)) }
  }

  @Test func `missing fields are null and unknown fields are kept behind the known ones`() throws {
    var reader = JSONReader(type: .list(.record(Self.key)))
    let text = #"[{"new":1,"id":"a","more":{"x":2}},{"id":"b","new":3,"more":4},{"id":"c"}]"#
    let rows = try #require(try reader.read(Array(text.utf8)).list).compactMap(\.record)
    #expect(rows[0].shape === rows[1].shape)
    #expect(rows[2].shape === Self.key)
    #expect(rows[0].shape.name == "Key")
    #expect(rows[0].shape.fields.map(\.name) == Self.key.fields.map(\.name) + ["new", "more"])
    #expect(rows[0]["role"] == .null)
    #expect(rows[0]["more"]?.record?["x"] == 2)
    #expect(rows[1]["more"] == 4)
  }

  @Test func `any number of unknown fields is kept`() throws {
    let members = (0..<200).map { #""new\#($0)":\#($0)"# }.joined(separator: ",")
    let row = try record(#"{"id":"a",\#(members),"new3":-3}"#)
    #expect(row.count == Self.key.fields.count + 200)
    #expect(row["new199"] == 199)
    #expect(row["new3"] == -3)
  }

  @Test func `the order of the members does not matter`() throws {
    let members = [#""id":"a""#, #""role":"user""#, #""rate":1.50"#, #""new":1"#, #""wait":"1s""#]
    let expected = try record("{\(members.joined(separator: ","))}")
    var random = SplitMix(29)
    for _ in 0..<50 {
      let shuffled = members.shuffled(using: &random).joined(separator: ",")
      #expect(try record("{\(shuffled)}") == expected)
    }
  }

  @Test func `each field of a shape may have any name`() throws {
    let names = ["", "a\"b", "a\\", "é", "a key of more than eight bytes", "tab\t", "abcdefgh"]
    let shape = Shape(fields: names.map { Field($0, .int) })
    let row = Value.record(Record(shape: shape) { .int($0) })
    var reader = JSONReader(type: .record(shape))
    let read = try #require(try reader.read(JSONWriter.utf8(row)).record)
    #expect(read.shape === shape)
    #expect(.record(read) == row)
  }
}
