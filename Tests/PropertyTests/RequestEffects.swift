import AdminAPI
import StewardValues

/// What the catalog says that a request does.
struct RequestEffects {
  /// Nil for a read of a path that the catalog does not have.
  let operation: AdminAPI.Operation?
  let effects: Effects

  /// Nil for a change that the catalog does not have.
  init?(_ request: Request) {
    let known = Catalog.all.filter { $0.method == request.method }
    operation =
      known.first { $0.path == request.path }
      ?? known.first { Self.matches($0, request.path) }
    guard let operation else {
      guard request.method == .get else { return nil }
      effects = .read
      return
    }
    effects = operation.effects.effects(of: Self.arguments(request.body ?? []))
  }

  private static func matches(_ operation: AdminAPI.Operation, _ path: String) -> Bool {
    let pattern = operation.path.split(separator: "/")
    let segments = path.split(separator: "/")
    return pattern.count == segments.count
      && zip(pattern, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }

  private static func arguments(_ body: [UInt8]) -> Arguments {
    var reader = JSONReader()
    guard let record = try? reader.read(body).record else { return Arguments() }
    return Arguments(zip(record.shape.fields, record.values).map { ($0.name, $1) })
  }
}
