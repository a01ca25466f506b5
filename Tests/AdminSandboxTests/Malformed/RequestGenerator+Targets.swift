import AdminAPI
import StewardValues
import TestSupport

/// What is done to paths, methods and queries.
extension RequestGenerator {
  static let targetFaults: [(name: String, fault: Fault)] = [
    (
      "another method",
      { generator, request in
        request.method = generator.random.one(of: ["GET", "POST", "DELETE"])
      }
    ),
    (
      "a strange segment",
      { generator, request in
        let index = generator.random.below(request.segments.count)
        request.segments[index] = generator.strangeSegment()
      }
    ),
    (
      "one segment more",
      { generator, request in
        let index = generator.random.below(request.segments.count + 1)
        request.segments.insert(generator.strangeSegment(), at: index)
      }
    ),
    (
      "a segment less",
      { generator, request in
        request.segments.remove(at: generator.random.below(request.segments.count))
      }
    ),
    (
      "a double slash",
      { generator, request in
        request.segments.insert("", at: generator.random.below(request.segments.count + 1))
      }
    ),
    ("a slash at the end", { _, request in request.segments.append("") }),
    (
      "capitals",
      { generator, request in
        let index = generator.random.below(request.segments.count)
        request.segments[index] = request.segments[index].uppercased()
      }
    ),
    (
      "another id",
      { generator, request in
        let ids = generator.known.ids.keys.sorted().flatMap { generator.known.ids[$0] ?? [] }
        guard !ids.isEmpty else { return }
        let holes = request.segments.indices.dropFirst(3)
        guard let index = holes.randomElement(using: &generator.random) else { return }
        request.segments[index] = PercentEncoding.encode(generator.random.one(of: ids))
      }
    ),
  ]

  private mutating func strangeSegment() -> String { random.one(of: Self.strangeSegments) }

  private static let strangeSegments: [String] = [
    "", ".", "..", "%2e%2e", "%2E", "%00", "%2F", "a%2Fb", "%2f..%2fme", "%", "%z", "%zz", "%FF",
    "%ED%A0%80",
    "%0d%0ax", ";a=1", "me", "users", "organizations", "v1", "%20", "+", "~", "*", "{user_id}",
    "%7Buser_id%7D",
    "user_01%00", "null", "undefined", "-1", "0", "wrkspc_default",
    String(repeating: "s", count: 9000),
    String(repeating: "%41", count: 3000),
  ]

  static let queryFaults: [(name: String, fault: Fault)] = [
    (
      "an unknown parameter",
      { generator, request in
        let name = generator.random.one(of: [
          "x", "Limit", "limit ", "LIMIT", "page_size", "offset", "key", "api_key", "beta", "type",
          "__proto__",
        ])
        request.addPair(name, generator.wrongText(), &generator)
      }
    ),
    (
      "a pair less",
      { generator, request in
        guard !request.query.isEmpty else { return }
        request.query.remove(at: generator.random.below(request.query.count))
      }
    ),
    (
      "a pair twice",
      { generator, request in
        guard !request.query.isEmpty else { return }
        request.query.append(generator.random.one(of: request.query))
      }
    ),
    (
      "a wrong value",
      { generator, request in
        guard !request.query.isEmpty else { return }
        let index = generator.random.below(request.query.count)
        request.query[index].value = PercentEncoding.encode(generator.wrongText())
      }
    ),
    (
      "a wrong value of its own",
      { generator, request in
        let parameters = request.operation.parameters.filter { $0.place == .query }
        guard !parameters.isEmpty else { return }
        let parameter = generator.random.one(of: parameters)
        let brackets = parameter.type.element == nil ? "" : "[]"
        request.addPair(parameter.wireName + brackets, generator.wrongText(), &generator)
      }
    ),
    (
      "wrong brackets",
      { generator, request in
        let names = request.operation.parameters.filter { $0.place == .query }.map(\.wireName)
        let name = names.isEmpty ? "x" : generator.random.one(of: names)
        let brackets = generator.random.one(of: [
          "[]", "[", "]", "[0]", "[][]", "[a]", "[[]]", "%5B%5D", "%5B", "[gte]", "", "[ ]", "][",
        ])
        request.addPair(name + brackets, generator.wrongText(), &generator)
      }
    ),
    (
      "a strange query",
      { generator, request in
        let pair = generator.random.one(of: [
          ("", ""), ("", "x"), ("=", "="), ("%", "%"), ("%00", "%00"), ("%FF%FE", "%C0%80"),
          ("a?b", "?"),
          ("a#b", "#"), ("[]", "1"), ("%5B%5D", ""), ("limit", ""), ("limit", "%31%30"),
          ("limit", "+5"),
          (";", ";"), ("limit=5=6", "7"), ("é", "ü"), ("\"", "'"), ("\\", "\\"),
        ])
        request.query.append((name: pair.0, value: pair.1))
      }
    ),
    (
      "a limit",
      { generator, request in
        let limit = generator.random.one(of: [
          "0", "-1", "1", "1000", "1001", "100000000", "99999999999999999999", "1.0", "1e2", "",
          "ten", "05", "-0", "--1", "1-",
        ])
        request.query.append((name: "limit", value: limit))
      }
    ),
    (
      "a cursor",
      { generator, request in
        let name = generator.random.one(of: ["page", "after_id", "before_id", "after_id"])
        let ids = generator.known.ids.keys.sorted().flatMap { generator.known.ids[$0] ?? [] }
        let cursor = generator.random.one(of: generator.known.cursors + ids)
        request.query.append((name: name, value: PercentEncoding.encode(cursor)))
      }
    ),
    (
      "a cut cursor",
      { generator, request in
        let cursor = generator.random.one(of: generator.known.cursors)
        let cut = String(cursor.prefix(generator.random.below(cursor.count + 1)))
        request.query.append((name: "page", value: PercentEncoding.encode(cut + "A")))
      }
    ),
    (
      "both cursors",
      { generator, request in
        let cursor = generator.random.one(of: generator.known.cursors)
        request.query.append((name: "after_id", value: PercentEncoding.encode(cursor)))
        request.query.append((name: "before_id", value: PercentEncoding.encode(cursor)))
      }
    ),
    (
      "many pairs",
      { generator, request in
        let lists = request.operation.parameters.filter {
          $0.place == .query && $0.type.element != nil
        }
        let name = lists.isEmpty ? "x" : generator.random.one(of: lists).wireName + "[]"
        request.query += (0..<300).map { (name: name, value: "v\($0)") }
      }
    ),
  ]
}

extension WrongRequest {
  fileprivate mutating func addPair(
    _ name: String,
    _ value: String,
    _ generator: inout RequestGenerator
  ) {
    let isEncoded = generator.random.isOne(of: 70)
    query.append(
      (
        name: isEncoded ? PercentEncoding.encode(name) : name.split(separator: " ").joined(),
        value: PercentEncoding.encode(value)
      )
    )
  }
}
