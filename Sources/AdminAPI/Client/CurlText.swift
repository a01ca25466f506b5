internal import StewardValues

/// A request as a line for a shell, to be looked at, sent by hand or shown to somebody.
package struct CurlText: Sendable {
  private let request: Request
  /// Where the real API is.
  private static let base = "https://api.anthropic.com"

  /// The first request of a call; of a list the first page, as large as it can be.
  package init(_ operation: Operation, _ arguments: Arguments) throws(ClientError) {
    var arguments = arguments
    if let limit = operation.firstPage(arguments) { arguments["limit"] = .int(limit) }
    request = try RequestBuilder(operation, arguments).build()
  }

  /// Everything is quoted; the key stands as `$ANTHROPIC_ADMIN_KEY`.
  package var text: String {
    let method = request.method == .get ? "" : "--request \(request.method.rawValue) "
    var lines = ["curl \(method)\(Self.quoted(Self.base + request.target))"]
    lines.append("--header 'anthropic-version: 2023-06-01'")
    lines.append("--header \"x-api-key: $ANTHROPIC_ADMIN_KEY\"")
    lines += request.headers.fields.map { "--header \(Self.quoted("\($0.name): \($0.value)"))" }
    if let body = request.body {
      lines.append("--data \(Self.quoted(String(decoding: body, as: UTF8.self)))")
    }
    return lines.joined(separator: " \\\n  ")
  }

  /// In single quotes, in which a shell changes nothing.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
