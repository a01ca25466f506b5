import AdminAPI
import StewardValues

/// A request that is wrong in some way, or may be: everything about it can be changed.
struct WrongRequest {
  /// What it began as.
  let operation: AdminAPI.Operation
  var method: String
  /// Encoded, as they stand between slashes.
  var segments: [String]
  /// Encoded.
  var query: [(name: String, value: String)] = []
  var headers: [(name: String, value: String)] = []
  /// The texts of a JSON object's values.
  var fields: [(name: String, json: String)] = []
  /// In place of the fields.
  var rawBody: [UInt8]?
  var hasBody = false
  /// What was done to it, in words.
  var faults: [String] = []

  var target: String {
    let pairs = query.map { $0.value.isEmpty ? $0.name : "\($0.name)=\($0.value)" }
    let path = "/" + segments.joined(separator: "/")
    return pairs.isEmpty ? path : "\(path)?\(pairs.joined(separator: "&"))"
  }

  var body: [UInt8]? {
    if let rawBody { return rawBody }
    return hasBody ? Array(json.utf8) : nil
  }

  var json: String {
    let members = fields.map { "\(JSONWriter.text(Value($0.name))):\($0.json)" }
    return "{\(members.joined(separator: ","))}"
  }

  /// As the sandbox gets it in process; nil for a method that only a connection can send.
  var request: Request? {
    guard let method = Method(rawValue: method) else { return nil }
    let (path, query) = PercentDecoding.split(target: target)
    return Request(method, path, query: query, headers: Headers(headers), body: body)
  }

  /// As it goes over a connection.
  func bytes(host: String) -> [UInt8] {
    var head = "\(method) \(target) HTTP/1.1\r\nhost: \(host)\r\n"
    for header in headers { head += "\(header.name): \(header.value)\r\n" }
    if let body { head += "content-length: \(body.count)\r\n" }
    return Array("\(head)\r\n".utf8) + (body ?? [])
  }

  /// For whoever looks into a failure.
  var summary: String {
    let text = String(decoding: (body ?? []).prefix(300), as: UTF8.self)
    let shown = headers.map { "\($0.name): \($0.value.prefix(80))" }.joined(separator: ", ")
    return "\(operation.id) with \(faults): \(method) \(target.prefix(400)) [\(shown)] \(text)"
  }
}
