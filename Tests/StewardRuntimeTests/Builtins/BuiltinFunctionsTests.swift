import StewardRuntime
import StewardValues
import Testing

@Suite struct BuiltinFunctionsTests {
  /// A call, and its result as JSON or its error's message.
  struct Case: Sendable {
    let function: String
    let arguments: [Value]
    let expected: String?

    init(_ function: String, _ arguments: [Value], _ expected: String?) {
      self.function = function
      self.arguments = arguments
      self.expected = expected
    }
  }

  /// 2026-10-01T10:30:00Z.
  private static let now = Timestamp("2026-10-01T10:30:00Z") ?? Timestamp(microseconds: 0)
  private static let variables = ["REGION": "eu", "MY_TOKEN": "abc", "Api_Key": "def"]

  private static func call(_ name: String, _ arguments: [Value]) throws -> Value {
    let function = try #require(BuiltinFunctions.all.first { $0.name == name })
    let context = RunContext(host: RecordingHost(variables: variables), now: now)
    return try function.evaluate(arguments, context)
  }

  private static func day(_ text: String) -> Value { CalendarDate(text).map { .date($0) } ?? nil }
  private static func time(_ text: String) -> Value { Timestamp(text).map { .datetime($0) } ?? nil }
  private static func span(_ text: String) -> Value { TimeSpan(text).map { .duration($0) } ?? nil }
  private static func decimal(_ text: String) -> Value {
    ExactDecimal(text).map { Value($0) } ?? nil
  }
  private static func money(_ text: String) -> Value { Money(text).map { Value($0) } ?? nil }

  private static let textCases: [Case] = [
    Case("len", ["añb"], "3"), Case("len", [[1, 2]], "2"), Case("len", [row(["a": 1])], "1"),
    Case("lower", ["ÄbC"], #""äbc""#), Case("upper", ["äbC"], #""ÄBC""#),
    Case("trim", [" \ta b\n"], #""a b""#),
    Case("trim", [" "], #""""#), Case("split", ["a,b,,c", ","], #"["a","b","","c"]"#),
    Case("split", ["", ","], #"[""]"#), Case("split", ["a--b", "--"], #"["a","b"]"#),
    Case("join_text", [["a", 1, nil], ", "], #""a, 1, null""#),
    Case("join_text", [["a", "b"]], #""ab""#),
    Case("replace", ["a-b-c", "-", "/"], #""a/b/c""#),
    Case("replace", ["aaa", "aa", "b"], #""ba""#),
    Case("starts_with", ["wrkspc_01", "wrkspc_"], "true"),
    Case("starts_with", ["w", "wrk"], "false"),
    Case("starts_with", ["e\u{301}", "e"], "true"), Case("contains", ["Acme", "cm"], "true"),
    Case("contains", ["Acme", ""], "true"), Case("contains", ["Acme", "x"], "false"),
    Case("contains", [[1, 2], 2], "true"), Case("contains", [[1, nil], nil], "true"),
    Case("contains", [[1], 2], "false"), Case("matches", ["claude-3", #"^claude-\d$"#], "true"),
    Case("matches", ["claude", #"\d"#], "false"),
    Case("domain", ["Jane@Acme.example"], #""acme.example""#),
    Case("domain", ["jane"], "null"), Case("domain", ["jane@"], "null"),
    Case("slug", ["ML Research, Berlin!"], #""ml-research-berlin""#), Case("slug", ["…"], #""""#),
    Case("same_email", ["Jane@a.example", " jane@A.example"], "true"),
    Case("same_email", ["a@a.example", "b@a.example"], "false"),
    Case("same_email", [nil, nil], "false"),
  ]

  @Test(arguments: textCases)
  func `texts`(example: Case) throws {
    #expect(JSONWriter.text(try Self.call(example.function, example.arguments)) == example.expected)
  }

  private static let collectionCases: [Case] = [
    Case("names", [row(["a": 1, "b": 2])], #"["a","b"]"#),
    Case("values", [row(["a": 1, "b": 2])], "[1,2]"),
    Case("get", [row(["a": 1]), "a"], "1"), Case("get", [row(["a": 1]), "b"], "null"),
    Case("get", [row(["a": 1]), "b", 0], "0"), Case("get", [nil, "b", 0], "0"),
    Case("get", [[7, 8], -1], "8"),
    Case("get", [[7, 8], 2], "null"), Case("has", [row(["a": 1, "b": nil]), "a"], "true"),
    Case("has", [row(["a": 1, "b": nil]), "b"], "false"),
    Case("has", [row(["a": 1]), "c"], "false"),
    Case("has", [nil, "c"], "false"), Case("min_of", [3, 1, 2], "1"),
    Case("min_of", [[3, nil, 2]], "2"),
    Case("max_of", [3, decimal("3.5")], "3.5"), Case("max_of", [[]], "null"),
    Case("max_of", [nil, nil], "null"),
    Case("max_of", ["a", "b"], #""b""#), Case("type_of", [nil], #""null""#),
    Case("type_of", [decimal("1.5")], #""decimal""#),
  ]

  @Test(arguments: collectionCases)
  func `lists and records`(example: Case) throws {
    #expect(JSONWriter.text(try Self.call(example.function, example.arguments)) == example.expected)
  }

  private static let numberCases: [Case] = [
    Case("round", [decimal("2.345"), 2], "2.34"), Case("round", [decimal("2.355"), 2], "2.36"),
    Case("round", [decimal("2.5")], "2"), Case("round", [7], "7"),
    Case("round", [.float(2.25), 1], "2.2"),
    Case("round", [money("1.2378 USD")], #""1.24 USD""#),
    Case("round", [money("1.2378 USD"), 3], #""1.238 USD""#),
    Case("round", [money("12.5 JPY")], #""12 JPY""#), Case("abs", [-3], "3"),
    Case("abs", [decimal("-2.50")], "2.50"),
    Case("abs", [money("-1 USD")], #""1 USD""#), Case("abs", [span("-2d")], #""2d""#),
    Case("abs", [.float(-1.5)], "1.5"),
    Case("ratio", [1, 4], "0.25"), Case("ratio", [1, 0], "null"), Case("ratio", [1, nil], "null"),
    Case("ratio", [money("1 USD"), money("8 USD")], "0.125"),
    Case("ratio", [money("1 USD"), money("0 USD")], "null"),
    Case("ratio", [span("6h"), span("1d")], "0.25"),
    Case("ratio", [.float(1), 4], "0.25"), Case("ratio", [.float(1), .float(0)], "null"),
    Case("int", ["42"], "42"),
    Case("int", [decimal("42.00")], "42"), Case("int", [.float(3)], "3"),
    Case("decimal", ["2.50"], "2.50"),
    Case("decimal", [money("2.50 USD")], "2.50"), Case("decimal", [3], "3"),
    Case("decimal", [.float(0.1)], "0.1"),
    Case("money", ["1.25 USD"], #""1.25 USD""#),
    Case("money", [decimal("12.5"), "USD"], #""12.5 USD""#),
    Case("money", ["1.25", "EUR"], nil), Case("text", [decimal("2.50")], #""2.50""#),
    Case("text", [true], #""true""#),
    Case("format", [decimal("1234567.5"), ",0.00"], #""1,234,567.50""#),
    Case("format", [-999, ",0"], #""-999""#),
    Case("format", [-1000, ",0"], #""-1,000""#),
    Case("format", [decimal("2.345"), "0.00"], #""2.34""#),
    Case("format", [money("1234.5 USD"), ",0.00"], #""1,234.50 USD""#),
    Case("format", [7, "00"], nil),
    Case("format", [7, "0."], nil), Case("format", [7, ""], nil), Case("format", ["7", "0"], nil),
  ]

  @Test(arguments: numberCases)
  func `numbers`(example: Case) throws {
    guard example.expected != nil else {
      #expect(throws: RunError.self) { try Self.call(example.function, example.arguments) }
      return
    }
    #expect(JSONWriter.text(try Self.call(example.function, example.arguments)) == example.expected)
  }

  private static let timeCases: [Case] = [
    Case("now", [], #""2026-10-01T10:30:00Z""#), Case("today", [], #""2026-10-01""#),
    Case("ago", [span("36h")], #""2026-09-29T22:30:00Z""#), Case("days", [2], #""2d""#),
    Case("hours", [decimal("1.5")], #""1h30m""#), Case("date", ["2026-10-01"], #""2026-10-01""#),
    Case("date", ["2026-10-01T23:30:00-02:00"], #""2026-10-02""#),
    Case("date_of", [time("2026-10-01T23:59:59Z")], #""2026-10-01""#),
    Case("month_of", [time("2026-10-31T00:00:00Z")], #""2026-10""#),
    Case("add_months", [day("2026-01-31"), 1], #""2026-02-28""#),
    Case("add_months", [time("2026-03-31T08:00:00Z"), -1], #""2026-02-28T08:00:00Z""#),
    Case("week_start", [day("2026-10-01")], #""2026-09-28""#),
    Case("month_start", [], #""2026-10-01T00:00:00Z""#),
    Case("month_start", [day("2026-10-31")], #""2026-10-01""#),
    Case("quarter_start", [time("2026-12-31T12:00:00Z")], #""2026-10-01T00:00:00Z""#),
    Case("year_start", [], #""2026-01-01T00:00:00Z""#),
    Case("format", [day("2026-10-01"), "DD.MM.YYYY"], #""01.10.2026""#),
    Case("format", [time("2026-10-01T09:05:07Z"), "hh:mm:ss h"], #""09:05:07 h""#),
  ]

  @Test(arguments: timeCases)
  func `times`(example: Case) throws {
    #expect(JSONWriter.text(try Self.call(example.function, example.arguments)) == example.expected)
  }

  @Test func `an environment variable is a secret where its name says so`() throws {
    #expect(try Self.call("env", ["REGION"]) == "eu")
    #expect(try Self.call("env", ["NONE"]) == nil)
    for name in ["MY_TOKEN", "Api_Key"] {
      let value = try Self.call("env", [Value(name)])
      #expect(value.typeName == "secret")
      #expect(value.plainText == Secret.mask)
      #expect(try Self.call("text", [value]).typeName == "secret")
    }
  }

  @Test(arguments: ["lower", "len", "int", "round", "date_of", "text", "domain", "names"])
  func `null is an error that says what to do`(name: String) {
    let error = #expect(throws: RunError.self) { try Self.call(name, [nil]) }
    #expect(error?.kind == .null)
    #expect(error?.message == "`\(name)` of null")
    #expect(error?.help == "give a fallback value: \(name)(x ?? …)")
  }

  private static let wrongCases: [Case] = [
    Case("lower", [1], "`lower` takes text, found int"),
    Case("split", ["a", ""], "`split`: the separator is empty"),
    Case("int", ["4x"], #"`int`: "4x" is no whole number"#),
    Case("int", [decimal("1.5")], "`int`: 1.5 is not whole: use round(x) first"),
    Case("money", [5], #"`money`: a bare number needs a currency: money(5, "USD")"#),
    Case("money", [5, "usd"], "`money`: a currency is three capital letters such as USD"),
    Case("date", ["1.10.2026"], #"`date`: "1.10.2026" is no day such as 2026-10-01"#),
    Case("matches", ["a", "("], "`matches`: the pattern is wrong at 2: `(` without `)`"),
    Case("max_of", [1, "a"], "`max_of`: string and int have no order"),
    Case(
      "ratio",
      [money("1 USD"), money("1 EUR")],
      "`ratio`: USD and EUR are different currencies"
    ),
    Case("abs", [.int(.min)], "`abs`: the integer is too large"),
    Case("round", [1, 40], "`round`: decimal places are from 0 to 18"),
    Case("ago", [14], "`ago` takes a duration such as 14d, found int"),
    Case("add_months", [day("9999-12-01"), 1], "`add_months`: the result is out of range"),
  ]

  @Test(arguments: wrongCases)
  func `a wrong argument is named`(example: Case) {
    let error = #expect(throws: RunError.self) {
      try Self.call(example.function, example.arguments)
    }
    #expect(error?.message == example.expected)
  }

  @Test func `names are unique and every function has an example of itself`() {
    #expect(Set(BuiltinFunctions.all.map(\.name)).count == BuiltinFunctions.all.count)
    for function in BuiltinFunctions.all {
      #expect(function.example.code.contains("\(function.name)("))
      #expect(!function.summary.hasSuffix("."))
    }
  }
}
