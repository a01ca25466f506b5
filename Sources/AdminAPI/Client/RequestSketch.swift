internal import StewardValues

/// A request for people to read, as far as it is known: what is not stands as `{name}`.
package struct RequestSketch: Sendable {
  private let operation: Operation
  private let arguments: Arguments
  private let unknown: Set<String>

  /// The sketch of a call. `unknown` are arguments that are given, with values that only the run will
  /// tell.
  package init(_ operation: Operation, _ arguments: Arguments, unknown: Set<String>) {
    self.operation = operation
    self.arguments = arguments
    self.unknown = unknown
  }

  /// `POST /v1/organizations/users/{user_id} {"role":"user"}`
  package var text: String {
    let query = queryPairs.joined(separator: "&")
    let target = query.isEmpty ? path : "\(path)?\(query)"
    return (["\(operation.method.rawValue) \(target)"] + [body].compactMap(\.self))
      .joined(separator: " ")
  }

  private var path: String {
    operation.path.split(separator: "/", omittingEmptySubsequences: false).map { segment in
      guard segment.hasPrefix("{"), segment.hasSuffix("}") else { return String(segment) }
      return arguments[String(segment.dropFirst().dropLast())].map(readable) ?? String(segment)
    }.joined(separator: "/")
  }

  private var queryPairs: [String] {
    operation.parameters.filter { $0.place == .query }.flatMap { parameter -> [String] in
      let name = parameter.name
      if unknown.contains(name) { return ["\(name)={\(name)}"] }
      guard let value = arguments[name] else { return [] }
      let wireName = parameter.wireName
      guard let values = value.list else { return ["\(wireName)=\(readable(value))"] }
      return values.map { "\(wireName)[]=\(readable($0))" }
    }
  }

  private var body: String? {
    let fields = operation.parameters.filter { $0.place == .body }.compactMap { parameter in
      let name = parameter.name
      if unknown.contains(name) { return "\"\(name)\":{\(name)}" }
      return arguments[name].map { "\"\(name)\":\(JSONWriter.text($0))" }
    }
    return fields.isEmpty ? nil : "{\(fields.joined(separator: ","))}"
  }

  /// Encoded as on the wire, but for signs that people know from addresses and times.
  private func readable(_ value: Value) -> String {
    PercentEncoding.encode(value.plainText).replacing("%40", with: "@").replacing("%3A", with: ":")
  }
}
