internal import StewardValues

/// Makes the request for one call, without credentials.
package struct RequestBuilder: Sendable {
  package let operation: Operation
  package let arguments: Arguments
  /// Reads the files that are sent.
  private let files: FileSource
  /// False for a request that is only shown.
  private let revealsSecrets: Bool

  package init(
    _ operation: Operation,
    _ arguments: Arguments,
    files: @escaping FileSource = { _ in [] },
    revealsSecrets: Bool = true
  ) {
    self.operation = operation
    self.arguments = arguments
    self.files = files
    self.revealsSecrets = revealsSecrets
  }

  /// - Throws: `invalid` if the arguments break the operation's description.
  package func build() throws(ClientError) -> Request {
    let violations = operation.validate(arguments)
    guard violations.isEmpty else {
      throw ClientError(.invalid, violations.map(\.description).joined(separator: "; "))
    }
    var request = Request(operation.method, try path(), query: try query())
    request.headers["anthropic-beta"] = betaHeader
    if let body = try body() {
      request.headers["content-type"] = body.type
      request.body = body.bytes
    }
    return request
  }

  /// The path with every parameter as one encoded segment: no id can change which path it is.
  private func path() throws(ClientError) -> String {
    var segments: [String] = []
    for segment in operation.path.split(separator: "/") {
      guard segment.hasPrefix("{"), segment.hasSuffix("}") else {
        segments.append(String(segment))
        continue
      }
      let name = String(segment.dropFirst().dropLast())
      let text = try Wire.text(arguments[name] ?? .null)
      guard !text.isEmpty, text != ".", text != ".." else {
        throw ClientError(.invalid, "\(name) cannot be `\(text)`")
      }
      segments.append(PercentEncoding.encode(text))
    }
    return "/" + segments.joined(separator: "/")
  }

  private func query() throws(ClientError) -> [(name: String, value: String)] {
    var query: [(name: String, value: String)] = []
    for parameter in operation.parameters where parameter.place == .query {
      guard let value = arguments[parameter.name] else { continue }
      guard let values = value.list else {
        query.append((parameter.wireName, try parameter.wireText(value)))
        continue
      }
      let name = "\(parameter.wireName)[]"
      for value in values { query.append((name, try parameter.wireText(value))) }
    }
    return query
  }

  /// The body of a POST that has body parameters; `{}` if none is given.
  private func body() throws(ClientError) -> (type: String, bytes: [UInt8])? {
    let parameters = operation.parameters.filter { $0.place == .body }
    guard !parameters.isEmpty else { return nil }
    switch operation.body {
    case .fields: return ("application/json", json(fields(parameters)))
    case .whole:
      let value = parameters.first.flatMap { arguments[$0.name] } ?? .null
      return ("application/json", json(value))
    case .multipart:
      let body = try MultipartBody(parameters, arguments, files)
      return (body.contentType, body.bytes)
    }
  }

  private func json(_ value: Value) -> [UInt8] {
    JSONWriter.utf8(revealsSecrets ? value.revealed : value)
  }

  private func fields(_ parameters: [Parameter]) -> Value {
    let given = parameters.compactMap { parameter in
      arguments[parameter.name].map { (Field(parameter.wireName, .any), Wire.amount($0) ?? $0) }
    }
    return .record(Record(shape: Shape(fields: given.map(\.0)), values: given.map(\.1)))
  }

  private var betaHeader: String? {
    guard let header = operation.betaHeader, header.condition(metBy: arguments) != nil
    else { return nil }
    return header.value
  }
}

extension Parameter {
  /// A moment where the API wants one: a day becomes its midnight.
  fileprivate func wireText(_ value: Value) throws(ClientError) -> String {
    if case .datetime = type, case .date = value { return "\(try Wire.text(value))T00:00:00Z" }
    return try Wire.text(value)
  }
}
