import StewardValues
import Testing

@Suite struct CSVWriterTests {
  private func written(_ rows: [Value], _ writer: CSVWriter = CSVWriter()) -> String {
    var writer = writer
    var bytes: [UInt8] = []
    for row in rows { writer.append(row, to: &bytes) }
    writer.finish(&bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func money(_ text: String) throws -> Value { Value(try #require(Money(text))) }

  @Test func `an amount is a number below its currency`() throws {
    let rows = [
      Value(record: ["name": "a", "amount": try money("1.2378912USD")]),
      Value(record: ["name": "b, c", "amount": .null]),
      Value(record: ["name": "d \"e\"", "amount": try money("-3EUR")]),
    ]
    #expect(
      written(rows) == """
        name,amount (USD)
        a,1.2378912
        "b, c",
        "d ""e\""",-3 EUR

        """
    )
  }

  @Test func `a shape that is known gives the columns`() throws {
    let shape = Shape(
      fields: [
        Field("cost", .optional(.money), money: MoneyRule(currencyField: nil)),
        Field("id", .string),
      ])
    let writer = CSVWriter(shape: shape)
    #expect(written([], writer) == "cost (USD),id\n")
    let row = Value(record: ["id": "a", "more": 1])
    #expect(written([row], writer) == "cost (USD),id\n,a\n")
  }

  @Test func `no shape and no rows is nothing`() {
    #expect(written([]) == "")
  }

  @Test func `values of all types`() throws {
    let row = Value(record: [
      "date": .date(CalendarDate(days: 0)), "decimal": Value(ExactDecimal(mantissa: 250, scale: 2)),
      "list": [1, "a"], "record": Value(record: ["x": .null]), "secret": .secret(Secret("s")),
      "line": "a\nb",
    ])
    #expect(
      written([row]) == """
        date,decimal,list,record,secret,line
        1970-01-01,2.50,"[1,""a""]","{""x"":null}",••••,"a
        b"

        """
    )
  }

  @Test func `what is no record has one column`() {
    #expect(written([1, "a", .null, ""]) == "value\n1\na\n\"\"\n\"\"\n")
  }

  @Test func `formulas are text only where it is asked for`() {
    let rows = [Value(record: ["a": "=1+1", "b": "-x", "c": -5, "d": "@x", "e": "+1"])]
    #expect(written(rows) == "a,b,c,d,e\n=1+1,-x,-5,@x,+1\n")
    #expect(
      written(rows, CSVWriter(excelSafe: true)) == "a,b,c,d,e\n'=1+1,'-x,-5,'@x,'+1\n"
    )
  }

  @Test func `another separator`() {
    let rows = [Value(record: ["a": "x;y", "b": "x,y"])]
    #expect(written(rows, CSVWriter(separator: UInt8(ascii: ";"))) == "a;b\n\"x;y\";x,y\n")
  }

  @Test func `a column that begins like a byte order mark keeps its name`() throws {
    let text = written([Value(record: ["\u{feff}a": "x"])])
    var reader = CSVReader(MemoryByteSource(Array(text.utf8)))
    #expect(try reader.header()?.fields.map(\.name) == ["\u{feff}a"])
  }
}
