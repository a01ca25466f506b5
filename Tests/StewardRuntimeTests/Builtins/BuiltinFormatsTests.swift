import StewardRuntime
import StewardValues
import Testing

@Suite struct BuiltinFormatsTests {
  private let call = BuiltinCall()
  private static func money(_ text: String) -> Value { Money(text).map { Value($0) } ?? nil }
  private static let time: Value = .datetime(Timestamp(microseconds: 1_790_848_800_000_000))

  private let people: Value = [
    row(["name": "Ann", "seats": 3, "spend": money("12.345 USD"), "at": time]),
    row(["name": "Bo", "seats": nil, "spend": money("1200 USD"), "at": nil]),
  ]

  @Test func `a table has its numbers at the right and money in cents`() throws {
    #expect(
      try call.text("table", on: people) == """
        name  seats  spend (USD)  at
        ────  ─────  ───────────  ─────────────────
        Ann       3        12.34  2026-10-01 10:00Z
        Bo               1200.00
        2 rows

        """
    )
  }

  @Test func `an amount in a mixed column keeps its currency`() throws {
    let rows: Value = [row(["x": Self.money("1 USD")]), row(["x": Self.money("2 EUR")])]
    #expect(try call.text("to text", on: rows) == "       x\n────────\n1.00 USD\n2.00 EUR\n")
  }

  @Test func `a terminal's width cuts text and never numbers`() throws {
    let rows: Value = [row(["text": Value(String(repeating: "x", count: 40)), "n": 1_234_567])]
    let narrow = BuiltinCall(host: RecordingHost(terminalWidth: 30))
    #expect(
      try narrow.text("table", on: rows) == """
        text                         n
        ─────────────────────  ───────
        xxxxxxxxxxxxxxxxxxxx…  1234567
        1 row

        """
    )
  }

  @Test func `columns without room are named`() throws {
    let rows: Value = [row(["a": 1_000_000_000, "b": 2_000_000_000, "c": 3_000_000_000])]
    let narrow = BuiltinCall(host: RecordingHost(terminalWidth: 25))
    #expect(try narrow.text("table", on: rows).hasSuffix("1 row; not shown: c\n"))
  }

  @Test func `fields that only later rows have are named`() throws {
    let rows = (0..<101).map { $0 < 100 ? row(["a": .int($0)]) : row(["a": 1, "b": 2]) }
    #expect(try call.text("table", on: Value(rows)).hasSuffix("101 rows; not shown: b\n"))
  }

  @Test func `wide characters are counted and controls are shown as escapes`() throws {
    let rows: Value = [row(["x": "日本", "y": "a\u{1b}[31m"]), row(["x": "a", "y": ""])]
    #expect(
      try call.text("to text", on: rows)
        == "x     y\n────  ───────────\n日本  a\\u{1b}[31m\na\n"
    )
  }

  @Test func `a table of no rows has the columns of its type`() throws {
    let type = DataType.stream(.record(Shape(fields: [Field("id", .string)])))
    #expect(try call.text("table", on: [], type: type) == "id\n──\n0 rows\n")
    #expect(try call.text("table", on: []) == "0 rows\n")
  }

  @Test func `a record is names and values, a scalar plain text`() throws {
    #expect(
      try call.text("table", on: row(["id": 7, "tags": ["a"], "none": nil]))
        == "id    7\ntags  a\nnone\n"
    )
    let nested = row(["of": ["kind": "user", "id": nil], "limits": [["n": 1], ["n": 2]]])
    #expect(
      try call.text("table", on: [nested])
        == "of          limits\n──────────  ──────────────\nkind: user  {n: 1}, {n: 2}\n1 row\n"
    )
    #expect(try call.text("table", on: "a\nb") == "a\nb")
    #expect(try call.text("table", on: ["a", "b"]) == "a\nb\n")
  }

  @Test func `json is one line without its end`() throws {
    #expect(try call.text("to json", on: people).hasPrefix(#"[{"name":"Ann","seats":3,"spend":"#))
    #expect(try call.text("to json", on: "a") == #""a""#)
    #expect(try call.text("to json", on: nil as Value?) == "")
    #expect(try call.text("to json", on: Value.null) == "null")
    #expect(try call.text("to json", on: []) == "[]")
  }

  @Test func `ndjson is one row a line`() throws {
    #expect(try call.text("to ndjson", on: [row(["a": 1]), 2]) == "{\"a\":1}\n2\n")
    #expect(try call.text("to ndjson", on: row(["a": 1])) == "{\"a\":1}\n")
  }

  @Test func `csv has all columns, and currencies in the header`() throws {
    let rows: Value = [
      row(["a": "x,y", "m": Self.money("1.5 USD")]), row(["b": "q\"", "a": nil]),
    ]
    #expect(try call.text("to csv", on: rows) == "a,m (USD),b\n\"x,y\",1.5,\n,,\"q\"\"\"\n")
    let type = DataType.stream(.record(Shape(fields: [Field("a", .string)])))
    #expect(try call.text("to csv", on: rows, type: type) == "a\n\"x,y\"\n\"\"\n")
    #expect(try call.text("to csv", on: [], type: type) == "a\n")
    #expect(try call.text("to csv", on: [1, 2]) == "value\n1\n2\n")
  }

  @Test func `csv options`() throws {
    let rows: Value = [row(["a": "=1+1", "n": -5])]
    #expect(try call.text("to csv", ["separator": ";"], on: rows) == "a;n\n=1+1;-5\n")
    #expect(try call.text("to csv", ["excel-safe": true], on: rows) == "a,n\n'=1+1,-5\n")
    let error = #expect(throws: RunError.self) {
      try call.text("to csv", ["separator": "ab"], on: rows)
    }
    #expect(error?.message == "a separator is one character, such as ; or a tab")
    let problems = try builtin("to csv").validate(checkedCall(["separator": "\""]))
    #expect(problems.map(\.code) == ["E0304"])
  }

  @Test func `markdown escapes what it would obey`() throws {
    let rows: Value = [row(["name": "a|b", "n": 1]), row(["name": "<b>", "n": nil])]
    #expect(
      try call.text("to md", on: rows)
        == "| name | n |\n| --- | ---: |\n| a\\|b | 1 |\n| \\<b> |  |\n"
    )
    #expect(try call.text("to md", on: ["a", "b"]) == "- a\n- b\n")
    #expect(try call.text("to md", on: []) == "")
  }

  @Test func `yaml quotes what could be taken for something else`() throws {
    let rows: Value = [
      row([
        "name": "Ann B", "yes": "yes", "empty": "", "n": 1, "m": Self.money("1 USD"),
        "at": Self.time,
        "list": [1, row(["x": []])], "none": nil,
      ]),
      "a: b",
    ]
    #expect(
      try call.text("to yaml", on: rows) == """
        - name: Ann B
          "yes": "yes"
          empty: ""
          "n": 1
          m: "1 USD"
          at: "2026-10-01T10:00:00Z"
          list:
            - 1
            - x: []
          none: null
        - "a: b"

        """
    )
    #expect(
      try call.text("to yaml", on: row(["a": row(["b": 1]), "c": row([:])]))
        == "a:\n  b: 1\nc: {}\n"
    )
    #expect(try call.text("to yaml", on: []) == "[]\n")
  }

  @Test func `lines are for cut and awk`() throws {
    #expect(
      try call.text("to lines", on: [row(["a": 1, "b": "x\ty", "c": nil]), "z"])
        == "1\tx\\u{9}y\t\nz\n"
    )
  }

  @Test func `the writer ends its output with one newline and writes nothing for null`() throws {
    for (value, expected) in [(Value("a"), "a\n"), ("a\n", "a\n"), (nil, ""), ([1], "1\n")] {
      let host = RecordingHost()
      try ResultWriter(.lines).write(.value(value), type: .any, to: host)
      #expect(host.output == expected)
    }
    let host = RecordingHost()
    try ResultWriter(.json).write(.rows(ListStream([1])), type: .any, to: host)
    #expect(host.output == "[1]\n")
  }

  @Test func `rows that a closure without a value gave are taken and not shown`() throws {
    let source = WatchedRows([nil, nil])
    let host = RecordingHost()
    try ResultWriter(.table).write(.rows(source.stream), type: .stream(.null), to: host)
    #expect(source.pulled == 2)
    #expect(host.output == "")
  }

  @Test func `from decodes text`() throws {
    #expect(try call.json("from json", on: #"{"a": [1, 2.50]}"#) == #"{"a":[1,2.50]}"#)
    #expect(try call.json("from json", on: " [1, 2]") == "[1,2]")
    #expect(try call.json("from ndjson", on: "{\"a\":1}\n\n{\"a\":2}\n") == #"[{"a":1},{"a":2}]"#)
    #expect(
      try call.json("from csv", on: "id,n\na,\nb,2\n")
        == #"[{"id":"a","n":null},{"id":"b","n":"2"}]"#
    )
    #expect(try call.json("from lines", on: "a\r\n\nb") == #"["a","","b"]"#)
    #expect(try call.json("from lines", on: "") == "[]")
  }

  @Test func `from csv converts and renames columns`() throws {
    let arguments: [String: Value] = [
      "types": row(["start": "date", "n": "int", "m": "money"]), "rename": row(["n": "count"]),
    ]
    #expect(
      try call.json("from csv", arguments, on: "start,n,m\n2026-10-01,7,1.50 USD\n,,\n")
        == #"[{"start":"2026-10-01","count":7,"m":"1.50 USD"},"#
        + #"{"start":null,"count":null,"m":null}]"#
    )
  }

  @Test(arguments: [
    ("from json", [:], "{\n\"a\": 1,\n}", "the text: line 3: "),
    ("from ndjson", [:], "1\nx", "the text: line 2, byte 1: "),
    ("from csv", [:], "a,b\n1\n", "the text: row 1 (line 2): it has 1 cell, and the header has 2"),
    (
      "from csv", ["types": row(["n": "int"])], "n\n1\nx\n",
      #"the text: row 2 (line 3): `n` is no int: "x""#
    ),
    (
      "from csv", ["types": row(["m": "int"])], "n\n1\n", "the text: line 1: there is no column `m`"
    ),
    (
      "from csv", ["rename": row(["n": "m"])], "n,m\n1,2\n",
      "the text: line 1: two columns would be called `m`"
    ),
    ("from csv", ["types": row(["n": "number"])], "n\n1\n", "`number` is no type of a cell"),
  ])
  func `what is wrong with a text is said with its place`(
    name: String,
    arguments: [String: Value],
    text: String,
    message: String
  ) throws {
    let error = #expect(throws: RunError.self) {
      try call.value(name, arguments, on: Value(text))
    }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
  }

  @Test func `from takes only text`() throws {
    let error = #expect(throws: RunError.self) { try call.value("from json", on: [1]) }
    #expect(error?.message == "`from json` takes text, found list")
  }
}
