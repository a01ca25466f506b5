import AdminAPI
import StewardValues
import TestSupport

/// Makes requests out of the catalog that are nearly right: each began as one that an operation
/// takes, and then something was done to it.
struct RequestGenerator {
  /// Does one thing to a request.
  typealias Fault = @Sendable (inout RequestGenerator, inout WrongRequest) -> Void

  let known: KnownValues
  let key: String
  var random: SeededNumbers

  /// `index`: Which of the requests of a seed it makes.
  init(_ known: KnownValues, key: String, seed: UInt64, index: Int) {
    self.known = known
    self.key = key
    random = SeededNumbers(seed, case: index)
  }

  private static let faults: [(name: String, fault: Fault)] =
    targetFaults + queryFaults + bodyFaults + bodyFaults + multipartFaults + headerFaults

  mutating func request() -> WrongRequest {
    var request = rightRequest(random.one(of: Catalog.all))
    for _ in 0..<random.one(of: [0, 1, 1, 1, 1, 2, 2, 3]) {
      let (name, fault) = random.one(of: Self.faults)
      request.faults.append(name)
      fault(&self, &request)
    }
    return request
  }

  // MARK: Right requests

  /// As it should be, as far as the catalog tells.
  mutating func rightRequest(_ operation: AdminAPI.Operation) -> WrongRequest {
    var request = WrongRequest(
      operation: operation,
      method: operation.method.rawValue,
      segments: segments(of: operation)
    )
    request.headers = [("x-api-key", key), ("anthropic-version", "2023-06-01")]
    if let beta = operation.betaHeader { request.headers.append(("anthropic-beta", beta.value)) }
    for parameter in operation.parameters where parameter.isRequired || random.isOne(of: 25) {
      switch parameter.place {
      case .path: break
      case .query: request.query += pairs(of: parameter)
      case .body: request.fields.append((parameter.wireName, json(of: parameter)))
      }
    }
    guard operation.method == .post, operation.parameters.contains(where: { $0.place == .body })
    else { return request }
    request.hasBody = true
    switch operation.body {
    case .fields: request.headers.append(("content-type", "application/json"))
    case .whole:
      request.headers.append(("content-type", "application/json"))
      request.rawBody = Array((request.fields.first?.json ?? "{}").utf8)
    case .multipart: setParts(of: operation, &request)
    }
    return request
  }

  private mutating func segments(of operation: AdminAPI.Operation) -> [String] {
    operation.path.split(separator: "/").map { segment in
      guard segment.hasPrefix("{") else { return String(segment) }
      let name = String(segment.dropFirst().dropLast())
      let type = operation.parameter(name)?.type ?? .string
      return PercentEncoding.encode(text(of: type))
    }
  }

  mutating func pairs(of parameter: Parameter) -> [(name: String, value: String)] {
    let name = PercentEncoding.encode(parameter.wireName)
    guard case .list(let element) = parameter.type else {
      return [(name, PercentEncoding.encode(text(of: parameter)))]
    }
    return (0...random.below(3)).map { _ in
      (name + "[]", PercentEncoding.encode(text(of: element)))
    }
  }

  mutating func setParts(of operation: AdminAPI.Operation, _ request: inout WrongRequest) {
    var parts: [MultipartText.Part] = []
    for parameter in operation.parameters where parameter.place == .body {
      if case .file? = parameter.constraint {
        for index in 0...random.below(2) {
          let name = parameter.type.element == nil ? parameter.name : parameter.name + "[]"
          let file = index == 0 ? "tool/SKILL.md" : "tool/notes/\(index).md"
          let content = "---\nname: tool\ndescription: A tool\n---\nText \(index)\n"
          parts.append(MultipartText.Part(name: name, fileName: file, content: content))
        }
      } else if parameter.isRequired || random.isOne(of: 50) {
        let content = text(of: parameter)
        parts.append(MultipartText.Part(name: parameter.name, fileName: nil, content: content))
      }
    }
    let body = MultipartText(boundary: "b\(random.below(1000))", parts: parts)
    request.setMultipart(body)
  }
}

/// A body of `multipart/form-data` that can be spoiled.
struct MultipartText {
  struct Part {
    var name: String
    var fileName: String?
    var content: String
    var header = ""
  }
  var boundary: String
  var parts: [Part]
  var lineBreak = "\r\n"

  var text: String {
    let bodies = parts.map { part in
      let file = part.fileName.map { "; filename=\"\($0)\"" } ?? ""
      let head = "Content-Disposition: form-data; name=\"\(part.name)\"\(file)\(part.header)"
      return "--\(boundary)\(lineBreak)\(head)\(lineBreak)\(lineBreak)\(part.content)\(lineBreak)"
    }
    return bodies.joined() + "--\(boundary)--\(lineBreak)"
  }
}

extension WrongRequest {
  mutating func setMultipart(_ body: MultipartText) {
    hasBody = true
    rawBody = Array(body.text.utf8)
    set("content-type", "multipart/form-data; boundary=\(body.boundary)")
  }

  /// Nil takes the header away.
  mutating func set(_ name: String, _ value: String?) {
    headers.removeAll { $0.name.lowercased() == name }
    if let value { headers.append((name, value)) }
  }
}
