import StewardRuntime
import StewardValues
import Testing

@Suite struct ConversionTests {
  private static let role = Enumeration(
    "a role",
    ["user", "developer"],
    refused: ["admin": "the API cannot assign admin"]
  )
  private static let user = Resource("user", prefix: "user_")
  private static let organization = Resource("organization", prefix: nil)
  private static let member = Shape(
    fields: [Field("id", .id(user)), Field("role", .optional(.oneOf(role)))])

  private func json(_ value: Value, _ type: DataType) throws -> String {
    JSONWriter.text(try Conversion.convert(value, to: type).get())
  }

  private func problem(_ value: Value, _ type: DataType) -> ConversionProblem? {
    #expect(throws: ConversionProblem.self) { try Conversion.convert(value, to: type).get() }
  }

  @Test(arguments: [
    (Value.int(1), DataType.int), ("x", .string), (true, .bool), (nil, .optional(.int)),
    (Value([1, "x"] as [Value]), .list(.any)), (Value(ExactDecimal(1)), .decimal),
    (.float(1e0), .float),
    (.secret(Secret("x")), .secret),
  ])
  func `values of the type stay`(value: Value, type: DataType) throws {
    #expect(try Conversion.convert(value, to: type).get() == value)
  }

  @Test func `an int becomes a decimal, a day a moment`() throws {
    let decimal = try Conversion.convert(3, to: .decimal).get()
    #expect(decimal == 3 && decimal.int == nil)
    let day = try #require(CalendarDate("2026-10-01"))
    #expect(try json(.date(day), .datetime) == #""2026-10-01T00:00:00Z""#)
  }

  @Test func `text becomes what is written as text`() throws {
    #expect(try json("2026-10-01", .date) == #""2026-10-01""#)
    #expect(try json("2026-10-01T12:00:00+02:00", .datetime) == #""2026-10-01T10:00:00Z""#)
    #expect(try Conversion.convert("1h30m", to: .duration).get() == .duration(.seconds(5400)))
    #expect(try json("1.25 USD", .money) == #""1.25 USD""#)
    #expect(try json("developer", .oneOf(Self.role)) == #""developer""#)
    #expect(try json("user_01", .id(Self.user)) == #""user_01""#)
    #expect(try json("anything", .id(Self.organization)) == #""anything""#)
    #expect(problem("yesterday", .date)?.message == #"expects date, found "yesterday""#)
    #expect(problem("5", .money)?.message == #"expects money, found "5""#)
  }

  @Test func `null is a problem by itself`() {
    let problem = problem(nil, .string)
    #expect(problem?.message == "is null")
    #expect(problem?.help == "give a fallback value with `??`")
  }

  private static let mismatches: [(Value, DataType, String, String?)] = [
    ("7", .int, "expects int, found string", "text becomes a number with int(x)"),
    (7, .string, "expects string, found int", "a value becomes text with text(x)"),
    (5, .money, "expects money, found int", "an amount has a currency: 500USD"),
    (1, .bool, "expects bool, found int", nil),
    (1, .float, "expects float, found int", nil),
    (
      .secret(Secret("x")), .string, "expects string, found secret",
      "`reveal` gives the text of a secret"
    ),
    (
      .datetime(Timestamp(microseconds: 0)), .date, "expects date, found datetime",
      "the day of a moment is date_of(x)"
    ),
  ]

  @Test(arguments: mismatches)
  func `other types are a problem`(
    value: Value,
    type: DataType,
    message: String,
    help: String?
  ) {
    let problem = problem(value, type)
    #expect(problem?.message == message)
    #expect(problem?.help == help)
  }

  @Test func `enumerations know their members and why others are refused`() {
    let refused = problem("admin", .oneOf(Self.role))
    #expect(refused?.message == #"cannot be "admin": the API cannot assign admin"#)
    #expect(problem("develper", .oneOf(Self.role))?.message == #"cannot be "develper""#)
    #expect(problem("develper", .oneOf(Self.role))?.help == #"did you mean "developer"?"#)
    #expect(problem("zzz", .oneOf(Self.role))?.help == "it is one of: user, developer")
    #expect(problem(1, .oneOf(Self.role))?.message == #"expects "user"|"developer", found int"#)
  }

  @Test func `ids begin with the prefix of their resource`() {
    let problem = problem("jane@acme.example", .id(Self.user))
    #expect(problem?.message == #"expects id<user>, found "jane@acme.example""#)
    #expect(problem?.help == "such an id begins with user_")
    #expect(
      self.problem("", .id(Self.organization))?.message == #"expects id<organization>, found """#
    )
  }

  @Test func `lists are converted one by one, and text is not split`() throws {
    #expect(try json(["user", "developer"], .list(.oneOf(Self.role))) == #"["user","developer"]"#)
    #expect(problem([1, nil], .list(.int))?.message == "at [1] is null")
    let text = problem("user,developer", .list(.oneOf(Self.role)))
    #expect(text?.message == #"expects list<"user"|"developer">, found string"#)
  }

  @Test func `records are converted field by field`() throws {
    let type = DataType.record(Self.member)
    #expect(try json(row(["id": "user_1"]), type) == #"{"id":"user_1"}"#)
    #expect(problem(row(["role": "user"]), type)?.message == "needs the field `id`")
    #expect(problem(row(["id": "user_1", "roll": 1]), type)?.message == "takes no field `roll`")
    #expect(problem(row(["id": "user_1", "roll": 1]), type)?.help == "did you mean `role`?")
    #expect(
      problem([row(["id": "user_1", "role": "x"])], .list(type))?.message
        == #"at [0].role cannot be "x""#
    )
    let open = DataType.record(Shape(fields: [Field("n", .decimal)], isOpen: true))
    #expect(try json(row(["n": 1, "more": "x"]), open) == #"{"n":1,"more":"x"}"#)
  }

  @Test func `maps have one type for all values`() throws {
    #expect(try json(row(["a": "x"]), .map(.string)) == #"{"a":"x"}"#)
    #expect(problem(row(["a": 1]), .map(.string))?.message == "at .a expects string, found int")
  }
}
