internal import StewardValues

/// Makes the request for one call, without credentials.
package struct RequestBuilder: Sendable {
  package let operation: Operation
  package let arguments: Arguments

  package init(_ operation: Operation, _ arguments: Arguments) {
    self.operation = operation
    self.arguments = arguments
  }

  /// - Throws: `invalid` if the arguments break the operation's description.
  package func build() throws(ClientError) -> Request {
    let violations = operation.validate(arguments)
    guard violations.isEmpty else {
      throw ClientError(.invalid, violations.map(\.description).joined(separator: "; "))
    }
    var request = Request(operation.method, try path(), query: try query())
    request.headers["anthropic-beta"] = betaHeader
    if let body = body() {
      request.headers["content-type"] = "application/json"
      request.body = body
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
        query.append((parameter.name, try parameter.wireText(value)))
        continue
      }
      for value in values { query.append(("\(parameter.name)[]", try parameter.wireText(value))) }
    }
    return query
  }

  /// The body of a POST that has body parameters; `{}` if none is given.
  private func body() -> [UInt8]? {
    let parameters = operation.parameters.filter { $0.place == .body }
    guard !parameters.isEmpty else { return nil }
    let given = parameters.compactMap { parameter in
      arguments[parameter.name].map { (Field(parameter.name, parameter.type), $0) }
    }
    let shape = Shape(fields: given.map(\.0))
    return JSONWriter.utf8(.record(Record(shape: shape, values: given.map(\.1))))
  }

  private var betaHeader: String? {
    guard let header = operation.betaHeader else { return nil }
    let isNeeded = header.conditions.contains { condition in
      switch condition {
      case .given(let name): arguments[name] != nil
      case .contains(let name, let value):
        arguments[name]?.list?.contains { $0.string == value } ?? false
      }
    }
    return isNeeded ? header.value : nil
  }
}

extension Parameter {
  /// A moment where the API wants one: a day becomes its midnight.
  fileprivate func wireText(_ value: Value) throws(ClientError) -> String {
    if case .datetime = type, case .date = value { return "\(try Wire.text(value))T00:00:00Z" }
    return try Wire.text(value)
  }
}
