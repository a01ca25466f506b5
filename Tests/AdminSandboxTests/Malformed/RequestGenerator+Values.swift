import AdminAPI
import StewardValues
import TestSupport

/// Values that an operation may take.
extension RequestGenerator {
  mutating func text(of parameter: Parameter) -> String {
    switch parameter.constraint {
    case .range(let range)?: "\(range.lowerBound + random.below(min(range.count, 50)))"
    case .email?: "new.\(random.below(1000))@acme.example"
    case .color?: "#12ab9F"
    case .dimensions(let dimensions)?: "\(random.one(of: dimensions)):x"
    case .length(let range)?:
      if case .string = parameter.type {
        String(repeating: "n", count: max(range.lowerBound, 1)) + "\(random.below(99))"
      } else {
        text(of: parameter.type)
      }
    default: text(of: parameter.type)
    }
  }

  /// As it stands in a query or between the quotes of JSON.
  mutating func text(of type: DataType) -> String {
    switch type.unwrapped {
    case .bool: return random.one(of: ["true", "false"])
    case .int: return "\(1 + random.below(30))"
    case .decimal, .float: return "\(random.below(30)).5"
    case .money: return "\(random.below(100_000))"
    case .date: return "2026-11-\(10 + random.below(9))"
    case .datetime:
      let day = "2026-11-\(10 + random.below(9))"
      return random.one(of: [day, day + "T00:00:00Z", day + "T07:30:00.25+02:00"])
    case .oneOf(let enumeration):
      return enumeration.values.isEmpty ? "x" : random.one(of: enumeration.values)
    case .id(let resource):
      let ids = known.ids[resource.name] ?? []
      return ids.isEmpty || random.isOne(of: 5)
        ? "\(resource.prefix ?? "x_")01unknown" : random.one(of: ids)
    default:
      return random.one(of: [
        "name \(random.below(99))", "https://hooks.acme.example/a", "2026-01", "a",
        "claude-opus-4-5",
      ])
    }
  }

  mutating func json(of parameter: Parameter) -> String {
    if parameter.isNullable, random.isOne(of: 10) { return "null" }
    switch (parameter.constraint, parameter.type) {
    case (.variants(let tag, let variants)?, .record(let shape)):
      return json(of: random.one(of: variants), tag, shape)
    case (.variants(let tag, let variants)?, .list(.record(let shape))):
      return "[\(json(of: random.one(of: variants), tag, shape))]"
    case (_, .string), (_, .secret): return JSONWriter.text(Value(text(of: parameter)))
    case (.dimensions?, .list): return "[\(JSONWriter.text(Value(text(of: parameter))))]"
    case (_, .int): return text(of: parameter)
    default: return json(of: parameter.type, depth: 0)
    }
  }

  private mutating func json(of variant: Variant, _ tag: String, _ shape: Shape) -> String {
    var members = ["\"\(tag)\":\"\(variant.tag)\""]
    for field in shape.fields where field.name != tag {
      guard
        variant.required.contains(field.name)
          || variant.optional.contains(field.name) && random.isOne(of: 60)
      else { continue }
      members.append("\"\(field.name)\":\(json(of: field.type, depth: 1))")
    }
    return "{\(members.joined(separator: ","))}"
  }

  mutating func json(of type: DataType, depth: Int) -> String {
    switch type {
    case .optional(let inner): return random.isOne(of: 20) ? "null" : json(of: inner, depth: depth)
    case .any: return random.one(of: ["1", "{}", "\"x\"", "[true]", "null"])
    case .bool, .int, .decimal, .float: return text(of: type)
    case .list(let element):
      let count = random.below(3)
      return
        "[\((0..<count).map { _ in json(of: element, depth: depth + 1) }.joined(separator: ","))]"
    case .map(let element):
      return "{\"team-\(random.below(9))\":\(json(of: element, depth: depth + 1))}"
    case .record(let shape):
      guard depth < 6 else { return "{}" }
      var members: [String] = []
      for field in shape.fields where !field.type.isOptional || random.isOne(of: 50) {
        members.append("\"\(field.name)\":\(json(of: field.type, depth: depth + 1))")
      }
      return "{\(members.joined(separator: ","))}"
    default: return JSONWriter.text(Value(text(of: type)))
    }
  }

  /// What no operation takes, or few.
  mutating func wrongText() -> String { random.one(of: Self.wrongTexts) }

  /// As it stands in a body.
  mutating func wrongJSON() -> String {
    let text = JSONWriter.text(Value(wrongText()))
    return switch random.below(10) {
    case 0: text
    case 1: "[\(text)]"
    default: random.one(of: Self.wrongDocuments)
    }
  }

  private static let wrongTexts: [String] = [
    "", " ", "0", "-1", "-0", "1.5", "1e3", "+5", "0x10", "5 ", " 5", "999999999999999999999999",
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1001", "٣", "null",
    "NaN", "true", "TRUE", "yes", "undefined", "[object Object]", "{}", "[]", "..", "../../me",
    ".",
    "/", "\u{0}", "\u{1}\u{7f}", "a\u{0}b", "\n", "\r\nx-evil: 1", "\u{202e}gnp", "\u{feff}x",
    "é\u{301}",
    "😀", "'; drop table users; --", "<script>", "%", "%25", "${x}", "2026-02-30", "2026-13-01",
    "2026-00-00", "0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "-0001-01-01",
    "2026-11-18T25:00:00Z", "2026-11-18T00:00:60Z", "2026-11-18T00:00:00",
    "2026-11-18T00:00:00+99:99",
    "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z",
    "2026-11-18T00:00:00.1234567890123Z",
    "20261118", "2026-W47", "1795015230", "user_", "user_01", "wrkspc_default", "user_01/../x",
    "apikey_0", "page_", "page_x", "page_AAAA", "a@b", "@", "a@b@c.example", "me",
    String(repeating: "x", count: 300), String(repeating: "9", count: 5000),
  ]

  private static let wrongDocuments: [String] = [
    "null", "true", "false", "0", "-1", "1.5", "1e400", "-1e-400", "99999999999999999999999999",
    "9223372036854775808", "\"\"", "\" \"", "[]", "{}", "[[]]", "[null]", "[{}]",
    "{\"a\":1,\"a\":2}",
    "{\"\":null}", "{\"type\":\"x\"}", "{\"type\":null}", "\"\\ud800\"", "\"\\udc00\\ud800\"",
    "\"\\u0000\"", "\"a\\u0000b\"", "\"\\u202e\"", "NaN", "Infinity", "-Infinity", "-", "01",
    ".5",
    "1.", "+1", "0x10", "'x'", "undefined", "\"\\x41\"", "\"\\u12\"", "\"tab\tin\"", "\"",
    String(repeating: "[", count: 300) + String(repeating: "]", count: 300),
    "\"" + String(repeating: "y", count: 20_000) + "\"",
    "[" + Array(repeating: "1", count: 3000).joined(separator: ",") + "]", "0.1e+", "1e", "{,}",
    "[,]",
    "123456789012345678901234567890.123456789012345678901234567890", "1E9999999999",
  ]
}
