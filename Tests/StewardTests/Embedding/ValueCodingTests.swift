import Steward
import Testing

@Suite struct ValueCodingTests {
  private struct Service: Codable, Equatable {
    enum State: String, Codable { case running, stopped }
    struct Owner: Codable, Equatable { var email: String }
    var name: String
    var state: State
    var hostCount: Int
    var load: Double
    var budget: Money
    var rate: ExactDecimal
    var healthySince: Timestamp
    var renewed: CalendarDate
    var patience: TimeSpan
    var owner: Owner?
    var tags: [String: String]
    var ports: [UInt16]
    var extra: Value
  }

  private let service = Service(
    name: "web",
    state: .running,
    hostCount: 3,
    load: 0.25,
    budget: Money(ExactDecimal(mantissa: 1_250, scale: 2), "USD"),
    rate: ExactDecimal(mantissa: 25, scale: 1),
    healthySince: Timestamp(microseconds: 1_795_015_230_000_000),
    renewed: CalendarDate(days: 20_000),
    patience: .seconds(90),
    owner: nil,
    tags: ["costCenter": "R1"],
    ports: [80, 443],
    extra: ["a": [1, .null]]
  )

  @Test func `a struct becomes a record with the types of the language`() throws {
    let value = try Value(encoding: service)
    #expect(value["host_count"]?.int == 3)
    #expect(value["budget"]?.money == service.budget)
    #expect(value["rate"]?.decimal?.description == "2.5")
    #expect(value["healthy_since"]?.timestamp == service.healthySince)
    #expect(value["patience"]?.timeSpan == service.patience)
    #expect(value["tags"]?["costCenter"]?.string == "R1")
    #expect(value["state"]?.string == "running")
    #expect(value["owner"] == nil)
  }

  @Test func `and comes back as it was`() throws {
    let again: Service = try Value(encoding: service).decoded()
    #expect(again.extra["a"]?.list?.count == 2)
    #expect(try Value(encoding: again).description == Value(encoding: service).description)
  }

  @Test func `scalars, optionals and lists stand alone`() throws {
    #expect(try Value(encoding: 5).int == 5)
    #expect(try Value(encoding: UInt64.max).decimal?.description == "18446744073709551615")
    #expect(try Value(encoding: [1, 2]).list?.count == 2)
    #expect(try Value(encoding: Int?.none).isNull)
    #expect(try Value.null.decoded(as: Int?.self) == nil)
    #expect(try Value("x").decoded(as: String?.self) == "x")
    #expect(try Value.int(7).decoded(as: UInt8.self) == 7)
  }

  @Test func `amounts and times are also text`() throws {
    struct Row: Decodable {
      let amount: String
      let at: String
    }
    let value: Value = [
      "amount": Value(Money(ExactDecimal(5), "USD")),
      "at": .datetime(Timestamp(microseconds: 0)),
    ]
    let row: Row = try value.decoded()
    #expect(row.amount == "5 USD")
    #expect(row.at == "1970-01-01T00:00:00Z")
  }

  @Test func `what does not fit says where`() throws {
    struct Row: Decodable { let userID: Int }
    struct Page: Decodable { let rows: [Row] }
    let value: Value = ["rows": [["userID": 1], ["userID": "x"]]]
    let error = #expect(throws: DecodingError.self) { try value.decoded(as: Page.self) }
    guard case .typeMismatch(_, let context) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(context.codingPath.map(\.stringValue) == ["rows", "1", "userID"])
    #expect(context.debugDescription == "expected Int, found string")
    #expect(throws: DecodingError.self) { try Value.int(300).decoded(as: UInt8.self) }
    #expect(throws: DecodingError.self) {
      try Value(dictionaryLiteral: ("a", 1)).decoded(as: Row.self)
    }
    #expect(throws: EncodingError.self) { try [String: Value](encoding: 5) }
  }

  @Test func `a class and its superclass are one record`() throws {
    class Animal: Codable {
      var legs = 4
      init() {}
    }
    final class Dog: Animal {
      var name = "Rex"
      override init() { super.init() }
      private enum Keys: String, CodingKey { case name }
      required init(from decoder: any Decoder) throws {
        try super.init(from: decoder)
        name = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .name)
      }
      override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(name, forKey: .name)
        try super.encode(to: container.superEncoder())
      }
    }
    let value = try Value(encoding: Dog())
    #expect(value["legs"]?.int == 4 && value["name"]?.string == "Rex")
    #expect(try value.decoded(as: Dog.self).name == "Rex")
  }
}
