import AdminAPI
import AdminSandbox
import StewardValues

/// Whether an answer is one that the API documents, whatever was asked.
struct AnswerCheck {
  let status: Int
  /// Names in lower case.
  let headers: [String: String]
  let body: [UInt8]

  init(_ response: Response) {
    self.init(
      status: response.status,
      headers: response.headers.fields.map { ($0.name.lowercased(), $0.value) },
      body: response.body
    )
  }

  init(status: Int, headers: [(String, String)], body: [UInt8]) {
    self.status = status
    self.headers = Dictionary(headers) { first, _ in first }
    self.body = body
  }

  private static let types: [Int: String] = [
    400: "invalid_request_error", 401: "authentication_error", 403: "permission_error",
    404: "not_found_error", 405: "invalid_request_error", 409: "conflict_error",
    413: "request_too_large", 429: "rate_limit_error",
  ]

  /// What nobody outside may see: how the server is made, and the key.
  private static let internals = [
    "Swift", ".swift", "Optional(", "StewardValues", "AdminAPI", "AdminSandbox", "StringBox",
    "/Sources", "fatal error", "sk-ant-admin01", "0x0000", "RecordBox", "NIO",
  ]

  /// What is wrong with it, in words; nil if nothing is.
  ///
  /// `method`, `target`: Of the request that it answers.
  func problem(_ method: String, _ target: String) -> String? {
    if headers["request-id"]?.hasPrefix("req_") != true { return "no request-id" }
    if (200...299).contains(status) { return problemOfSuccess(method, target) }
    guard let type = Self.types[status] else { return "status \(status): \(text)" }
    guard headers["content-type"] == "application/json" else { return "an error without its type" }
    // What answers HEAD has no body.
    return method == "HEAD" ? nil : problemOfEnvelope(type)
  }

  private var text: String { String(decoding: body.prefix(500), as: UTF8.self) }

  private func problemOfSuccess(_ method: String, _ target: String) -> String? {
    let path = target.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
    let operation = Catalog.all.filter { $0.method.rawValue == method && $0.fits(path) }
      .min { $0.holes < $1.holes }
    guard let operation else { return "no operation is there, and it answers \(status)" }
    if case .content = operation.response { return nil }
    return ShapeCheck.problem(in: body, of: operation)
  }

  private func problemOfEnvelope(_ type: String) -> String? {
    var reader = JSONReader()
    guard String(validating: body, as: UTF8.self) != nil, let value = try? reader.read(body),
      let envelope = value.record, let error = envelope["error"]?.record
    else { return "no envelope: \(text)" }
    guard envelope.shape.fields.map(\.name) == ["type", "error", "request_id"],
      envelope["type"]?.string == "error", error["type"]?.string == type,
      envelope["request_id"]?.string == headers["request-id"],
      error.shape.fields.allSatisfy({ ["type", "message", "details"].contains($0.name) })
    else { return "another envelope: \(text)" }
    guard let message = error["message"]?.string, !message.isEmpty else { return "no message" }
    if message.utf8.count > 1000 { return "a message of \(message.utf8.count) bytes: \(text)" }
    if let word = Self.internals.first(where: message.contains) { return "it tells of \(word)" }
    return nil
  }
}

extension AdminAPI.Operation {
  fileprivate var holes: Int { path.split(separator: "{").count - 1 }

  fileprivate func fits(_ given: [Substring]) -> Bool {
    let pattern = path.split(separator: "/", omittingEmptySubsequences: false)
    return given.count == pattern.count
      && zip(given, pattern).allSatisfy { $0 == $1 || $1.hasPrefix("{") && !$0.isEmpty }
  }
}
