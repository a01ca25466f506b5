internal import AdminAPI
internal import StewardValues

/// One request that passed all checks of the catalog.
struct Call: Sendable {
  let operation: AdminAPI.Operation
  /// With which kind of credential it came.
  let caller: Access.Caller
  /// Of the path, as text.
  let path: [String: String]
  /// Of the query and the body, typed.
  let arguments: Arguments
  let moment: Moment
  /// The files of an upload.
  var uploads: [(name: String, content: ArraySlice<UInt8>)] = []

  var now: Timestamp { moment.now }

  func text(_ name: String) -> String? { path[name] ?? arguments[name]?.string }

  func bool(_ name: String) -> Bool { arguments[name]?.bool ?? false }

  /// The values of a list; nil if it was not given.
  func texts(_ name: String) -> [String]? {
    arguments[name]?.list?.compactMap(\.string)
  }

  func time(_ name: String) -> Timestamp? {
    switch arguments[name] {
    case .datetime(let time): time
    case .date(let date): Timestamp(date)
    default: nil
    }
  }

  /// How many objects or buckets the page may have.
  var limit: Int {
    if let given = arguments["limit"]?.int { return given }
    switch operation.response {
    case .page(.token(let limit), _), .page(.cursor(let limit), _):
      switch limit {
      case .fixed(let standard, _): return standard
      case .byBucketWidth(let limits):
        return limits[text("bucket_width") ?? "1d"]?.default ?? 1
      }
    default: return operation.parameter("limit")?.standard?.int ?? 20
    }
  }
}
