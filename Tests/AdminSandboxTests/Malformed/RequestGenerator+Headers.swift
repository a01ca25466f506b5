import TestSupport

/// What is done to headers.
extension RequestGenerator {
  static let headerFaults: [(name: String, fault: Fault)] = [
    (
      "another key",
      { generator, request in
        request.set("x-api-key", generator.strangeKey())
      }
    ),
    ("no key", { _, request in request.set("x-api-key", nil) }),
    (
      "a bearer token",
      { generator, request in
        request.set("x-api-key", nil)
        let scheme = generator.random.one(of: [
          "Bearer ", "bearer ", "BEARER ", "Basic ", "Bearer", "Bearer  ", "", "Token ",
        ])
        let token = generator.random.isOne(of: 40) ? generator.key : generator.strangeKey()
        request.headers.append(("authorization", scheme + token))
      }
    ),
    (
      "two keys",
      { generator, request in
        request.headers.append(("X-Api-Key", generator.strangeKey()))
        request.headers.append(("authorization", "Bearer \(generator.strangeKey())"))
      }
    ),
    ("no beta", { _, request in request.set("anthropic-beta", nil) }),
    (
      "another beta",
      { generator, request in
        request.set(
          "anthropic-beta",
          generator.random.one(of: [
            "", ",", " , ,", "x", "fast-mode-2026-02-01", OrganizationContents.betas, "é",
            "a,b;c=d",
            String(repeating: "b,", count: 3000),
            "files-api-2025-04-14, telemetry-destinations-2026-08-11",
          ])
        )
      }
    ),
    (
      "two betas",
      { generator, request in
        request.headers.append(
          ("Anthropic-Beta", generator.random.one(of: ["x", "fast-mode-2026-02-01"]))
        )
      }
    ),
    (
      "another content type",
      { generator, request in
        request.set(
          "content-type",
          generator.random.one(of: [
            "text/plain", "application/x-www-form-urlencoded", "application/xml", "", ";",
            "application/json; charset=utf-16",
            "APPLICATION/JSON", "application/json, text/plain", "multipart/form-data; boundary=b1",
            "json", "é/ü",
          ])
        )
      }
    ),
    ("no content type", { _, request in request.set("content-type", nil) }),
    (
      "another version",
      { generator, request in
        request.set(
          "anthropic-version",
          generator.random.one(of: ["", "2023-06-02", "1", "é", "2023-06-01,2023-06-01"])
        )
      }
    ),
    (
      "control characters",
      { generator, request in
        let value = generator.random.one(of: [
          "a\u{0}b", "\u{1}", "a\u{7f}", "\u{1b}[31m", "\tx\t", "a\u{b}b", "é\u{85}",
        ])
        request.headers.append(
          (generator.random.one(of: ["x-note", "user-agent", "accept", "anthropic-beta"]), value)
        )
      }
    ),
    (
      "a long header",
      { generator, request in
        let name = generator.random.one(of: ["x-note", "cookie", "x-api-key", "anthropic-beta"])
        request.headers.append((name, String(repeating: "h", count: 6000)))
      }
    ),
    (
      "many headers",
      { _, request in
        request.headers += (0..<100).map { (name: "x-note-\($0)", value: "\($0)") }
      }
    ),
    (
      "strange headers",
      { generator, request in
        request.headers.append(
          generator.random.one(of: [
            ("content-encoding", "gzip"), ("accept", "text/html"),
            ("accept-encoding", "identity;q=0"), ("range", "bytes=0-1"),
            ("if-none-match", "*"), ("x-http-method-override", "DELETE"), ("te", "trailers"),
            ("cookie", "a=b; a=c"),
            ("origin", "https://evil.example"), ("x-forwarded-for", "127.0.0.1"),
            ("date", "yesterday"),
          ])
        )
      }
    ),
  ]

  private mutating func strangeKey() -> String {
    random.one(of: [
      "", " ", "x", "sk-ant-admin01-", "sk-ant-api03-abc", "sk-ant-oat01-abc", "sk-ant-api01-abc",
      key + " ", key + "x",
      String(key.dropLast()), key.uppercased(), "é", "null", "Bearer \(key)",
      key.replacing("sk-ant-admin01-", with: "sk-ant-api01-"),
      String(repeating: "k", count: 4000), "\u{0}", "a\tb",
    ])
  }
}
