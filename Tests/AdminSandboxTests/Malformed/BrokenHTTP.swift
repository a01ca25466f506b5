import TestSupport

/// Bytes that are nearly a request of HTTP, or a request that comes in a strange way.
struct BrokenHTTP {
  /// Sent one after the other.
  let pieces: [[UInt8]]
  /// True where something still has to come that never does: the server may wait, and say nothing.
  let isIncomplete: Bool
  let name: String

  private init(_ name: String, _ text: String, isIncomplete: Bool = false) {
    self.init(name, [Array(text.utf8)], isIncomplete: isIncomplete)
  }

  private init(_ name: String, _ pieces: [[UInt8]], isIncomplete: Bool = false) {
    self.name = name
    self.pieces = pieces
    self.isIncomplete = isIncomplete
  }

  static func one(_ random: inout SeededNumbers, key: String) -> BrokenHTTP {
    switch random.below(8) {
    case 0: line(&random)
    case 1: headers(&random, key)
    case 2: lengths(&random, key)
    case 3: chunks(&random, key)
    case 4: cut(&random, key)
    case 5: slow(&random, key)
    case 6: noise(&random)
    default: changed(&random, key)
    }
  }

  private static let path = "/v1/organizations/workspaces"

  private static func get(_ key: String) -> String {
    "GET \(path) HTTP/1.1\r\nhost: x\r\nx-api-key: \(key)\r\n\r\n"
  }

  private static func post(_ key: String, _ headers: String) -> String {
    "POST \(path) HTTP/1.1\r\nhost: x\r\nx-api-key: \(key)\r\ncontent-type: application/json\r\n\(headers)\r\n"
  }

  private static func line(_ random: inout SeededNumbers) -> BrokenHTTP {
    let line = random.one(of: lines)
    let lineBreak = random.one(of: ["\r\n", "\r\n", "\n", "\r"])
    return BrokenHTTP(
      "line \(line.prefix(60))",
      "\(line)\(lineBreak)host: x\(lineBreak)\(lineBreak)",
      isIncomplete: true
    )
  }

  private static func headers(_ random: inout SeededNumbers, _ key: String) -> BrokenHTTP {
    let header = random.one(of: strangeHeaders)
    let head = "GET \(path) HTTP/1.1\r\nhost: x\r\nx-api-key: \(key)\r\n\(header)\r\n\r\n"
    return BrokenHTTP("header \(header.prefix(60))", head, isIncomplete: true)
  }

  private static func lengths(_ random: inout SeededNumbers, _ key: String) -> BrokenHTTP {
    let length = random.one(of: [
      "-1", "x", "1e3", "0x10", "99999999999999999999999", "18446744073709551615",
      "9223372036854775807", "5, 5", "+5", " 5", "5 5",
      "", "1.5", "5\r\ncontent-length: 6", "5\r\ncontent-length: 5",
      "5\r\ntransfer-encoding: chunked", "100", "2000000", "0", "3",
    ])
    return BrokenHTTP(
      "length \(length)",
      post(key, "content-length: \(length)\r\n") + #"{"x":1}"#,
      isIncomplete: true
    )
  }

  private static func chunks(_ random: inout SeededNumbers, _ key: String) -> BrokenHTTP {
    let chunks = random.one(of: strangeChunks)
    let coding = random.one(of: [
      "chunked", "chunked", "chunked", "Chunked", "gzip, chunked", "chunked, chunked", "gzip",
      "chunked\u{0}",
    ])
    return BrokenHTTP(
      "\(coding), chunks \(chunks.prefix(40))",
      post(key, "transfer-encoding: \(coding)\r\n") + chunks,
      isIncomplete: true
    )
  }

  /// The connection ends in the middle.
  private static func cut(_ random: inout SeededNumbers, _ key: String) -> BrokenHTTP {
    let body = #"{"name": "Never there"}"#
    let whole = Array((post(key, "content-length: \(body.utf8.count)\r\n") + body).utf8)
    let count = random.below(whole.count)
    return BrokenHTTP("cut at \(count)", [Array(whole.prefix(count))], isIncomplete: true)
  }

  /// Right, in many pieces.
  private static func slow(_ random: inout SeededNumbers, _ key: String) -> BrokenHTTP {
    let whole = Array(get(key).utf8)
    let size = 1 + random.below(20)
    let pieces = stride(from: 0, to: whole.count, by: size).map {
      Array(whole[$0..<min($0 + size, whole.count)])
    }
    return BrokenHTTP("\(pieces.count) pieces", pieces)
  }

  private static func noise(_ random: inout SeededNumbers) -> BrokenHTTP {
    var bytes = (0..<random.below(400)).map { _ in UInt8(random.below(256)) }
    // The beginning of TLS, of SOCKS and of HTTP/2.
    let beginning: [UInt8] = random.one(of: [
      [], [0x16, 0x03, 0x01, 0x02, 0x00, 0x01], [0x05, 0x01, 0x00],
      Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8), Array("SSH-2.0-x\r\n".utf8),
    ])
    bytes.insert(contentsOf: beginning, at: 0)
    return BrokenHTTP("noise", [bytes], isIncomplete: true)
  }

  /// A right request with some bytes changed, and another one behind it.
  private static func changed(_ random: inout SeededNumbers, _ key: String) -> BrokenHTTP {
    var bytes = Array(get(key).utf8)
    for _ in 0...random.below(3) { bytes[random.below(bytes.count)] = UInt8(random.below(256)) }
    return BrokenHTTP("changed", [bytes + Array(get(key).utf8)], isIncomplete: true)
  }

  private static let lines: [String] = [
    "GET", "GET /", "GET / HTTP", "GET / HTTP/9.9", "GET / HTTP/1", "GET / HTTP/0.9",
    "GET / HTTP/2.0", "GET  / HTTP/1.1",
    "GET / x HTTP/1.1", " GET / HTTP/1.1", "get / HTTP/1.1", "G\u{0}T / HTTP/1.1",
    "GET /\u{0} HTTP/1.1", "GET /é HTTP/1.1",
    "GET http://a.example/v1/organizations/me HTTP/1.1", "GET * HTTP/1.1", "OPTIONS * HTTP/1.1",
    "CONNECT a:443 HTTP/1.1",
    "PUT /v1/organizations/me HTTP/1.1", "PATCH / HTTP/1.1", "HEAD /v1/organizations/me HTTP/1.1",
    "TRACE / HTTP/1.1",
    "PROPFIND / HTTP/1.1", "FOO / HTTP/1.1", "GET me HTTP/1.1", "GET /v1/../../etc HTTP/1.1",
    "GET ? HTTP/1.1", "GET # HTTP/1.1",
    "GET //// HTTP/1.1", "", "\r\n\r\n", "HTTP/1.1 200 OK", "GET / HTTP/1.0",
    "GET / HTTP/1.1\u{b}", "GET\t/\tHTTP/1.1",
    "PRI * HTTP/2.0", "GET /\(String(repeating: "u", count: 100_000)) HTTP/1.1",
    "\(String(repeating: "M", count: 5000)) / HTTP/1.1",
  ]

  private static let strangeHeaders: [String] = [
    "no colon", ": no name", "a b: c", "a : b", " folded: x", "x: a\r\n b", "x: \u{0}",
    "x\u{0}: a", "x: \u{7f}", "é: x", "x: é",
    "host: y", "host:", "(x): a", "x: a\rb", "x: a\nb", "connection: close, keep-alive",
    "connection: upgrade\r\nupgrade: websocket",
    "connection: upgrade\r\nupgrade: h2c", "expect: 200-ok", "expect: 100-continue", "te: x",
    "x: \(String(repeating: "v", count: 100_000))",
    "\(String(repeating: "n", count: 100_000)): x",
    (0..<3000).map { "x-\($0): \($0)" }.joined(separator: "\r\n"), "content-type: \u{1}",
    "transfer-encoding: identity",
    "content-length: 0", "x:", ":", "\u{0}",
  ]

  private static let strangeChunks: [String] = [
    "g\r\n", "-1\r\n", "\r\n", "FFFFFFFFFFFFFFFFF\r\n", "7fffffffffffffff\r\n{}",
    "ffffffff\r\n{}", "2\r\n{}x\r\n0\r\n\r\n", "2\r\n{}",
    "2\r\n{}\r\n", "2\r\n{}\r\n0\r\n", "1\r\n{}\r\n0\r\n\r\n", "0x2\r\n{}\r\n0\r\n\r\n",
    " 2\r\n{}\r\n0\r\n\r\n", "2;\(String(repeating: "e", count: 50_000))\r\n{}\r\n0\r\n\r\n",
    "2;a=b\r\n{}\r\n0\r\nx: y\r\n\r\n", "2\n{}\n0\n\n", "0\r\n\r\n", "0\r\nno colon\r\n\r\n",
    "2\r\n{}\r\n0\r\ncontent-length: 9\r\n\r\n",
    "2\r\n{}\r\n0\r\nx: \(String(repeating: "t", count: 100_000))\r\n\r\n",
  ]
}
