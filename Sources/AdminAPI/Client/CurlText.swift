internal import StewardValues

/// A request as a line for a shell, to be looked at, sent by hand or shown to somebody.
package struct CurlText: Sendable {
  private let request: Request
  /// The parts of a body that has some.
  private let forms: [String]
  private var isMultipart: Bool { !forms.isEmpty }
  /// Where the real API is.
  private static let base = "https://api.anthropic.com"

  /// The first request of a call; of a list the first page, as large as it can be.
  package init(_ operation: Operation, _ arguments: Arguments) throws(ClientError) {
    var arguments = arguments
    if let limit = operation.firstPage(arguments) { arguments["limit"] = .int(limit) }
    request = try RequestBuilder(operation, arguments, revealsSecrets: false).build()
    forms = operation.forms(arguments)
  }

  /// Everything is quoted; the key stands as `$ANTHROPIC_ADMIN_KEY`, other secrets are dots.
  package var text: String {
    let method = request.method == .get ? "" : "--request \(request.method.rawValue) "
    var lines = ["curl \(method)\(Self.quoted(Self.base + request.target))"]
    lines.append("--header 'anthropic-version: 2023-06-01'")
    lines.append("--header \"x-api-key: $ANTHROPIC_ADMIN_KEY\"")
    let headers = request.headers.fields.filter { !isMultipart || $0.name != "content-type" }
    lines += headers.map { "--header \(Self.quoted("\($0.name): \($0.value)"))" }
    if let body = request.body, !isMultipart {
      lines.append("--data \(Self.quoted(String(decoding: body, as: UTF8.self)))")
    }
    lines += forms
    return lines.joined(separator: " \\\n  ")
  }

  /// In single quotes, in which a shell changes nothing.
  fileprivate static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

extension Operation {
  /// The options that make curl send files and texts as parts.
  fileprivate func forms(_ arguments: Arguments) -> [String] {
    guard case .multipart = body else { return [] }
    return parameters.filter { $0.place == .body }.flatMap { parameter -> [String] in
      guard let value = arguments[parameter.name] else { return [] }
      let name = value.list == nil ? parameter.wireName : "\(parameter.wireName)[]"
      return (value.list.map(Array.init) ?? [value]).map { value in
        guard case .file? = parameter.constraint else {
          return "--form-string \(CurlText.quoted("\(name)=\(value.plainText)"))"
        }
        let path = value.plainText
        return "--form \(CurlText.quoted("\(name)=@\(path);filename=\(path)"))"
      }
    }
  }
}
