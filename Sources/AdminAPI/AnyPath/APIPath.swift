/// A path of the API that somebody wrote, checked: it cannot leave the host or its folder.
struct APIPath {
  /// Percent-encoded, from `/v1/` on, without a query.
  let path: String
  /// What stood behind the `?`, decoded.
  let query: [(name: String, value: String)]

  static let root = "/v1/"

  /// - Throws: `invalid` for what is no path below `/v1/`, with the path that was probably meant.
  init(_ text: String) throws(ClientError) {
    guard text.hasPrefix(Self.root) else { throw Self.notBelowRoot(text) }
    guard !text.contains("#") else {
      throw Self.refused(text, "a `#` cannot be sent", hint: "write it as %23")
    }
    let (path, query) = PercentDecoding.split(target: text)
    var segments: [String] = []
    for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
      segments.append(try Self.segment(segment, of: text))
    }
    self.path = "/" + segments.joined(separator: "/")
    self.query = query
  }

  /// One segment, encoded anew: no way of writing makes it two, or none.
  private static func segment(
    _ written: Substring,
    of text: String
  ) throws(ClientError) -> String {
    let segment = PercentDecoding.decode(written)
    guard !segment.isEmpty else {
      throw refused(text, "a part between two slashes is empty")
    }
    guard segment != ".", segment != ".." else {
      throw refused(text, "`\(segment)` leads out of the path")
    }
    return PercentEncoding.encode(segment)
  }

  private static func notBelowRoot(_ text: String) -> ClientError {
    guard !text.isEmpty else {
      return ClientError(.invalid, "the path is empty", hint: "it begins with \(root)")
    }
    return refused(text, "it must begin with \(root)", hint: likely(text).map { "write \($0)" })
  }

  /// What was meant by a whole address, or by a path without its beginning.
  private static func likely(_ text: String) -> String? {
    if let start = text.firstRange(of: root)?.lowerBound { return String(text[start...]) }
    guard !text.contains("://") else { return nil }
    let rest = text.drop { $0 == "/" }
    return root + (rest.hasPrefix("v1/") ? rest.dropFirst(3) : rest)
  }

  private static func refused(
    _ text: String,
    _ reason: String,
    hint: String? = nil
  ) -> ClientError {
    ClientError(.invalid, "`\(printable(text))` is no path of the API: \(reason)", hint: hint)
  }
}
