/// An address that the API sends to: `https://otel.acme.example/otlp`.
struct EndpointURL {
  /// In lower case.
  let host: String
  /// What is behind the last colon; nil for none.
  let port: Substring?
  private let hasUser: Bool
  private let hasQuery: Bool

  /// Nil for what is no https URL.
  init?(_ text: String) {
    let scheme = "https://"
    guard text.lowercased().hasPrefix(scheme), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { return nil }
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { !"/?#".contains($0) }
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    hasUser = authority.contains("@")
    hasQuery = rest.contains { "?#".contains($0) }
    // Colons inside brackets belong to an address of version 6.
    let colon = place.hasSuffix("]") ? nil : place.lastIndex(of: ":")
    host = place[..<(colon ?? place.endIndex)].lowercased()
    port = colon.map { place[place.index(after: $0)...] }
    guard !host.isEmpty else { return nil }
  }

  /// Where telemetry may be sent: a host by its name, on the usual port, and no secrets in the URL.
  var takesTelemetry: Bool {
    isName && !hasUser && !hasQuery && (port == nil || port == "443")
  }

  /// Whether two addresses are of one server.
  func isServer(of other: EndpointURL?) -> Bool {
    host == other?.host && (port ?? "443") == (other?.port ?? "443")
  }

  private var isName: Bool {
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isAddress = labels.last?.allSatisfy(\.isNumber) ?? true
    return !isAddress
      && labels.allSatisfy { label in
        !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
      }
  }
}
