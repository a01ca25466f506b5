internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// How a plan that is made again differs from the one that was reviewed.
struct PlanDifference {
  /// No longer planned.
  private(set) var missing: [PlannedChange] = []
  /// Not planned then.
  private(set) var new: [PlannedChange] = []
  /// Planned in both, of an object that is not what it was.
  private(set) var changed: [PlannedChange] = []

  init(from reviewed: ChangeSet, to current: ChangeSet) {
    var open = Dictionary(grouping: reviewed.changes, by: \.call)
    for change in current.changes {
      // Of equal ones the first stands for the first.
      guard let equal = open[change.call], let planned = equal.first else {
        new.append(change)
        continue
      }
      open[change.call] = Array(equal.dropFirst())
      if JSONWriter.utf8(planned.state) != JSONWriter.utf8(change.state) { changed.append(change) }
    }
    for change in reviewed.changes.reversed() where open[change.call]?.popLast() != nil {
      missing.insert(change, at: 0)
    }
  }

  var isEmpty: Bool { missing.isEmpty && new.isEmpty && changed.isEmpty }

  /// Nil if there is none.
  var error: RunError? {
    guard !isEmpty else { return nil }
    let facts = [
      Self.fact(missing, "no longer planned"),
      Self.fact(new, "new"),
      Self.fact(changed, "of something that is not what it was"),
    ]
    return RunError(
      .drift,
      "the organization has changed since the plan was made: "
        + facts.compactMap(\.self).joined(separator: "; ") + ". No change was sent",
      help: "look at it and plan again"
    )
  }

  private static func fact(_ changes: [PlannedChange], _ words: String) -> String? {
    guard !changes.isEmpty else { return nil }
    let names = changes.prefix(3).map { printable($0.subject) }
    let more = changes.count > 3 ? " and \(changes.count - 3) more" : ""
    return
      "\(PlanMessages.changes(changes.count)) \(words) (\(names.joined(separator: ", "))\(more))"
  }
}

extension PlannedChange {
  /// What is called, as text.
  fileprivate var call: String { "\(operation.id) \(JSONWriter.text(arguments.json))" }
  fileprivate var state: Value { Value(listing: [before ?? .null, after]) }
}
