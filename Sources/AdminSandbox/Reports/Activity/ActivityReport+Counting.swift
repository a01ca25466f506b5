internal import StewardValues

/// What is counted for a row.
extension ActivityReport {
  func rows(
    of thing: Work.Thing,
    where isWanted: (Int) -> Bool,
    isShared: (Work.Use, Work) -> Bool = { _, _ in false },
    count: (Work.Use, Work, inout ActivityRows<Key>.Tally) -> Void
  ) -> ActivityRows<Key> {
    var rows = ActivityRows<Key>()
    for day in query.range.days {
      for work in facts.work(on: day) where query.accepts(work) {
        let groups = query.groups(of: work)
        for use in facts.uses(of: thing, in: work) where isWanted(use.index) {
          let shared = isShared(use, work)
          guard query.accepts(String(shared), "is_shared") else { continue }
          for group in groups {
            let key = Key(index: use.index, isShared: shared, group: group)
            rows.count(work, toward: key) { count(use, work, &$0) }
          }
        }
      }
    }
    return rows
  }

  /// The conversations and sessions that a thing was used in, by product.
  func countPlaces(
    _ thing: String,
    _ use: Work.Use,
    _ work: Work,
    _ tally: inout ActivityRows<Key>.Tally
  ) {
    let path: String? =
      switch work.product {
      case .chat: "chat_metrics.distinct_conversation_\(thing)_used_count"
      case .cowork: "cowork_metrics.distinct_session_\(thing)_used_count"
      case .claudeCode: "claude_code_metrics.distinct_session_\(thing)_used_count"
      case .officeAgent:
        "office_metrics.\(work.officeProgram).distinct_session_\(thing)_used_count"
      default: nil
      }
    if let path { tally.values.add(use.places, to: path) }
  }

  /// All paths that ``countPlaces(_:_:_:_:)`` counts to.
  static func places(_ thing: String) -> [String] {
    let sessions = "distinct_session_\(thing)_used_count"
    return ["chat_metrics.distinct_conversation_\(thing)_used_count"]
      + ["cowork_metrics", "claude_code_metrics"].map { "\($0).\(sessions)" }
      + Work.officePrograms.map { "office_metrics.\($0).\(sessions)" }
  }

  /// A count of the whole organization on one day, which other queries do not have.
  func wholeCount(_ tally: ActivityRows<Key>.Tally, more: Int) -> Value {
    query.isScoped || !query.range.isDay ? .null : .int(tally.people.count + more)
  }

  func finish(
    _ key: Key,
    _ tally: inout ActivityRows<Key>.Tally,
    distinct: [String]
  ) {
    tally.values["distinct_user_count"] = .int(tally.people.count)
    if !query.range.isDay { for path in distinct { tally.values[path] = .null } }
    query.describe(key.group, in: &tally.values)
  }
}

extension Work {
  static let officePrograms = ["excel", "outlook", "powerpoint", "word"]

  /// The one Office program in which somebody works.
  var officeProgram: String { Self.officePrograms[person % Self.officePrograms.count] }
}
