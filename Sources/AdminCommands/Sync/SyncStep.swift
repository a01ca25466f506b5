internal import AdminAPI
internal import StewardValues

/// What has to be done about one person.
struct SyncStep {
  enum Action: String, CaseIterable {
    case add
    case update
    case remove
    /// Invited, but not here yet.
    case waiting
    /// The row wants another role than the API can give.
    case fixed
    /// Nothing: the person is as the row says.
    case same
    /// Not wanted by any row, and left alone.
    case extra

    /// Whether a person should look at it.
    var isTold: Bool { self != .same && self != .extra }
  }

  let action: Action
  /// The email where it is known.
  let who: String
  let userID: String?
  /// The role as it is; nil for somebody who is not there.
  let before: String?
  /// The role as the row wants it; nil for somebody whom no row has.
  let after: String?

  static let shape = Shape(
    "SyncStep",
    fields: [
      Field("action", .oneOf(Enumeration("a kind of step", told)), "what is done"),
      Field("who", .string, "the email, where it is known"),
      Field("before", .string.orNull, "the role as it is", nullMeaning: "not there"),
      Field("after", .string.orNull, "the role as the row has it", nullMeaning: "in no row"),
    ]
  )

  private static let told = Action.allCases.filter(\.isTold).map(\.rawValue)

  var row: Value {
    .record(
      Record(
        shape: Self.shape,
        values: [Value(action.rawValue), Value(who), text(before), text(after)]
      )
    )
  }

  private func text(_ text: String?) -> Value { text.map { Value($0) } ?? .null }
}

extension [SyncStep] {
  /// Those that a person should look at.
  var told: ContiguousArray<Value> {
    ContiguousArray(filter(\.action.isTold).map(\.row))
  }

  /// `2 added, 1 updated, 3 as they were`, for a person.
  var summary: String {
    let words: [(SyncStep.Action, String)] = [
      (.add, "added"), (.update, "updated"), (.remove, "removed"), (.waiting, "waiting"),
      (.fixed, "that cannot be changed"), (.extra, "not in the rows and left alone"),
      (.same, "as they were"),
    ]
    let facts = words.compactMap { action, word in
      let count = count { $0.action == action }
      return count > 0 ? "\(count) \(word)" : nil
    }
    return facts.isEmpty ? "nobody" : facts.joined(separator: ", ")
  }
}
