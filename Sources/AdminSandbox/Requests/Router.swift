internal import AdminAPI

/// Finds the catalog's operation for a method and a path.
struct Router: Sendable {
  private let routes: [Route]

  private struct Route: Sendable {
    let operation: AdminAPI.Operation
    let segments: [Substring]

    var endsInParameter: Bool { segments.last?.hasPrefix("{") ?? false }

    /// The path's parameters; nil for another path.
    func match(_ path: [Substring]) -> [String: String]? {
      guard path.count == segments.count else { return nil }
      var values: [String: String] = [:]
      for (segment, pattern) in zip(path, segments) {
        if pattern.hasPrefix("{") {
          guard !segment.isEmpty else { return nil }
          values[String(pattern.dropFirst().dropLast())] = PercentDecoding.decode(segment)
        } else if segment != pattern {
          return nil
        }
      }
      return values
    }
  }

  init(_ operations: [AdminAPI.Operation]) {
    let all = operations.map { Route(operation: $0, segments: Self.segments($0.path)) }
    // A path that is written out goes before one that has a parameter there.
    routes = all.filter { !$0.endsInParameter } + all.filter(\.endsInParameter)
  }

  /// An empty one is one too: `//` is not `/`.
  private static func segments(_ path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// An operation and the path's parameters.
  typealias Match = (operation: AdminAPI.Operation, path: [String: String])

  /// - Throws: 404 for an unknown path, 405 for a known one with another method.
  func match(_ method: Method, _ path: String) throws(APIFailure) -> Match {
    let segments = Self.segments(path)
    var isKnownPath = false
    for route in routes {
      guard let values = route.match(segments) else { continue }
      if route.operation.method == method { return (route.operation, values) }
      isKnownPath = true
    }
    if isKnownPath { throw .methodNotAllowed }
    throw .notFound("Not found")
  }
}
