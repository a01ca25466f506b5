internal import AdminAPI
internal import StewardRuntime
internal import StewardValues
internal import Synchronization

/// What this session has changed lately: a read may still show it as it was.
final class ChangedObjects: Sendable {
  private let times = Mutex<[String: ContinuousClock.Instant]>([:])
  /// The API's caches have been seen to answer with what was before for tens of seconds.
  private static let staleness = Duration.seconds(30)

  /// Hears of each change, on the thread that sends it.
  func note(_ event: ChangeEvent) {
    let answer: Value
    switch event.stage {
    case .made(let value): answer = value
    case .unknown: answer = .null
    case .sending, .failed: return
    }
    let path = event.operation.parameters.filter { $0.place == .path }
      .compactMap { event.arguments[$0.name]?.string }
    let keys = [Self.key(of: path), Self.key(of: answer.record)].compactMap(\.self)
    let time = ContinuousClock.now
    times.withLock { times in for key in keys { times[key] = time } }
  }

  /// The mark of rows that were changed; nil if none were lately.
  var marking: RowMarking? {
    let limit = ContinuousClock.now - Self.staleness
    let recent = times.withLock { times in
      times = times.filter { $0.value >= limit }
      return Set(times.keys)
    }
    guard !recent.isEmpty else { return nil }
    return RowMarking(meaning: "changed in this session: it may be shown as it was") { row in
      Self.key(of: row).map(recent.contains) ?? false
    }
  }

  /// What tells an object from others: its id, or those of what it joins.
  private static func key(of record: Record?) -> String? {
    guard let record else { return nil }
    if let id = record["id"]?.string { return id }
    let joined = record.shape.fields.map(\.name).filter { $0.hasSuffix("_id") }
    return key(of: joined.compactMap { record[$0]?.string })
  }

  private static func key(of ids: [String]) -> String? {
    ids.isEmpty ? nil : ids.sorted().joined(separator: " ")
  }
}
