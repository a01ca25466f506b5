import AdminAPI
import StewardValues
import TestSupport

/// What is done to bodies.
extension RequestGenerator {
  static let bodyFaults: [(name: String, fault: Fault)] = [
    (
      "a cut body",
      { generator, request in
        let body = request.body ?? Array("{\"name\":\"x\"}".utf8)
        request.setRaw(Array(body.prefix(generator.random.below(body.count))))
      }
    ),
    (
      "a field of another type",
      { generator, request in
        guard !request.fields.isEmpty else { return }
        let index = generator.random.below(request.fields.count)
        request.fields[index].json = generator.wrongJSON()
      }
    ),
    (
      "a wrong field of its own",
      { generator, request in
        let names = request.operation.parameters.filter { $0.place == .body }.map(\.name)
        guard !names.isEmpty else { return }
        let name = generator.random.one(of: names)
        request.fields.removeAll { $0.name == name }
        request.fields.append((name, generator.wrongJSON()))
      }
    ),
    (
      "a wrong value inside",
      { generator, request in
        guard !request.fields.isEmpty else { return }
        let index = generator.random.below(request.fields.count)
        request.fields[index].json = generator.spoiled(request.fields[index].json)
      }
    ),
    (
      "a field less",
      { generator, request in
        guard !request.fields.isEmpty else { return }
        request.fields.remove(at: generator.random.below(request.fields.count))
      }
    ),
    (
      "an unknown field",
      { generator, request in
        let name = generator.random.one(of: [
          "x", "id", "type", "", "__proto__", "Name", "user_id", "\u{0}",
        ])
        request.hasBody = true
        request.fields.append((name, generator.wrongJSON()))
      }
    ),
    (
      "a field twice",
      { generator, request in
        guard !request.fields.isEmpty else { return }
        let name = generator.random.one(of: request.fields).name
        let json = generator.random.isOne(of: 50) ? generator.wrongJSON() : "\"again\""
        request.fields.append((name, json))
      }
    ),
    (
      "10,000 levels",
      { generator, request in
        let (open, close) = generator.random.one(of: [
          ("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]"),
        ])
        let isClosed = generator.random.isOne(of: 70)
        let deep =
          String(repeating: open, count: 10_000) + (open.contains(":") ? "1" : "")
          + (isClosed ? String(repeating: close, count: 10_000) : "")
        guard generator.random.isOne(of: 50), !request.fields.isEmpty else {
          return request.setRaw(Array(deep.utf8))
        }
        request.fields[generator.random.below(request.fields.count)].json = deep
      }
    ),
    (
      "another document",
      { generator, request in
        request.setRaw(Array(generator.random.one(of: Self.documents).utf8))
      }
    ),
    (
      "around the body",
      { generator, request in
        let json = String(decoding: request.body ?? [], as: UTF8.self)
        let (before, after) = generator.random.one(of: [
          ("\u{feff}", ""), (" \n\t", "\r\n"), ("", "{}"), ("", ","), ("", "\u{0}"), ("/* */", ""),
          ("", "// x"),
          (")]}',\n", ""), ("\u{c}", ""), ("", "]"), ("[", "]"),
        ])
        request.setRaw(Array((before + json + after).utf8))
      }
    ),
    (
      "bytes that are no UTF-8",
      { generator, request in
        var body = request.body ?? []
        let bad: [[UInt8]] = [
          [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82], [0x80],
        ]
        body.insert(
          contentsOf: generator.random.one(of: bad),
          at: generator.random.below(body.count + 1)
        )
        request.setRaw(body)
      }
    ),
    (
      "a byte changed",
      { generator, request in
        guard var body = request.body, !body.isEmpty else { return }
        body[generator.random.below(body.count)] = UInt8(generator.random.below(256))
        request.setRaw(body)
      }
    ),
    (
      "no body",
      { _, request in
        request.rawBody = nil
        request.hasBody = false
      }
    ),
    ("an empty body", { _, request in request.setRaw([]) }),
    (
      "random bytes",
      { generator, request in
        let count = generator.random.below(200)
        request.setRaw((0..<count).map { _ in UInt8(generator.random.below(256)) })
      }
    ),
  ]

  private static let documents = [
    "null", "true", "1", "\"x\"", "[]", "[{}]", "{}", "{{}}", "{", "}", "\"", "{\"a\"}", "{\"a\":}",
    "{a:1}",
    "{'a':1}", "{\"a\":1,}", "name=x&role=user", "<xml/>", "--b--\r\n", "NaN", "-", "[1,2",
    "{\"\":{}}",
    "{\"a\":1}{\"a\":1}", "\u{feff}", "   ", "\u{0}", "nul", "tru", "1e99999", "\"\\u",
    "\"\\ud83d\"",
    "{\"type\":\"error\"}", "[null,null]", "{\"\\u0000\":1}",
  ]

  /// One scalar in it is another.
  private mutating func spoiled(_ json: String) -> String {
    let parts = json.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return wrongJSON() }
    let index = 1 + random.below(parts.count - 1)
    let rest = parts[index].drop { !",}]".contains($0) }
    var spoiled = parts.map(String.init)
    spoiled[index] = wrongJSON() + rest
    return spoiled.joined(separator: ":")
  }

  static let multipartFaults: [(name: String, fault: Fault)] = [
    (
      "another boundary",
      { generator, request in
        let boundary = generator.random.one(of: [
          "", "x", "\"\"", "\"b\"", String(repeating: "b", count: 5000), "b;charset=utf-8", "--",
          "\u{0}", "é",
        ])
        request.set("content-type", "multipart/form-data; boundary=\(boundary)")
      }
    ),
    (
      "no boundary",
      { generator, request in
        let type = generator.random.one(of: [
          "multipart/form-data", "multipart/form-data;", "multipart/form-data; boundary",
          "multipart/mixed; boundary=b1",
        ])
        request.set("content-type", type)
      }
    ),
    (
      "strange parts",
      { generator, request in
        let strange = generator.random.one(of: [
          MultipartText.Part(name: "files[]", fileName: "../../etc/passwd", content: "x"),
          MultipartText.Part(name: "files[]", fileName: "", content: ""),
          MultipartText.Part(name: "files[]", fileName: nil, content: "no file"),
          MultipartText.Part(name: "files", fileName: "tool/SKILL.md", content: "no brackets"),
          MultipartText.Part(name: "", fileName: "a", content: "x"),
          MultipartText.Part(name: "x\u{0}", fileName: "a\u{0}b", content: "\u{0}"),
          MultipartText.Part(
            name: "files[]",
            fileName: "a",
            content: "\r\n--",
            header: "\r\nx: \(String(repeating: "h", count: 20_000))"
          ),
          MultipartText.Part(
            name: "files[]",
            fileName: "a",
            content: "x",
            header: "; name=\"y\"; filename=z"
          ),
          MultipartText.Part(
            name: "files[]",
            fileName: "plugin.zip",
            content: "PK\u{3}\u{4}\u{0}\u{0}"
          ),
          MultipartText.Part(
            name: "file",
            fileName: "plugin.zip",
            content: String(repeating: "z", count: 9000)
          ),
        ])
        let count = generator.random.one(of: [1, 1, 2, 50])
        var body = MultipartText(boundary: "b1", parts: Array(repeating: strange, count: count))
        body.lineBreak = generator.random.one(of: ["\r\n", "\r\n", "\n", "\r", ""])
        request.setMultipart(body)
      }
    ),
    (
      "no parts",
      { generator, request in
        request.set("content-type", "multipart/form-data; boundary=b1")
        request.setRaw(
          Array(
            generator.random.one(of: [
              "", "--b1", "--b1--", "--b1--\r\n", "--b1\r\n", "--b1\r\n\r\n",
              "--b1\r\n\r\n\r\n--b1--\r\n", "\r\n--b1--\r\n",
              "--b1\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b1--\r\n",
              "--b1\r\nname=\"a\"\r\n\r\nx\r\n--b1--\r\n", "----\r\n", "--\r\n",
              "--b1\r\nContent-Disposition: form-data; name=\"\r\n\r\nx\r\n--b1--\r\n",
              "preamble\r\n--b1--\r\n", "--b1\r",
            ]).utf8
          )
        )
      }
    ),
  ]
}

extension WrongRequest {
  mutating func setRaw(_ bytes: [UInt8]) {
    hasBody = true
    rawBody = bytes
  }
}
