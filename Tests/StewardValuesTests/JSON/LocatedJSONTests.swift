import StewardValues
import Testing

@Suite struct LocatedJSONTests {
  @Test func `every value knows where it is`() throws {
    let text = #"{"a": [1, "é", true], "b": {"c": null}}"#
    let json = try LocatedJSON(Array(text.utf8))
    guard case .object(let members) = json.kind, members.count == 2,
      case .list(let elements) = members[0].value.kind,
      case .object(let inner) = members[1].value.kind
    else {
      Issue.record("\(json)")
      return
    }
    #expect(members.map(\.name) == ["a", "b"])
    #expect(members.map(\.offset) == [1, 23])
    #expect(elements.map(\.offset) == [7, 10, 16])
    #expect(inner.map(\.name) == ["c"] && inner[0].value.offset == 34)
  }

  @Test func `a name may be there twice`() throws {
    let json = try LocatedJSON(Array(#"{"a":1,"a":2}"#.utf8))
    guard case .object(let members) = json.kind else { return #expect(Bool(false), "\(json)") }
    #expect(members.map(\.offset) == [1, 7])
  }

  @Test func `only whole numbers have a value`() throws {
    let json = try LocatedJSON(Array("[1, -2, 1.5, 1e3, 99999999999999999999]".utf8))
    guard case .list(let elements) = json.kind else { return #expect(Bool(false), "\(json)") }
    let numbers = elements.map { element -> Int? in
      if case .number(let number) = element.kind { number } else { nil }
    }
    #expect(numbers == [1, -2, nil, nil, nil])
  }

  @Test(arguments: [("", 0), ("{", 1), ("{} x", 3), (#"{"a" 1}"#, 5), ("[1,]", 3), ("{'a': 1}", 1)])
  func `what is no JSON has a place`(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try LocatedJSON(Array(text.utf8)) }
    #expect(error?.offset == offset)
  }
}
