internal import AdminAPI
internal import StewardValues

/// What has to be done about one person.
struct SyncStep {
  enum Kind: String {
    case add
    case update
    case remove
    /// Invited, but not here yet.
    case waiting
    /// Nothing: the person is as the row says.
    case same
    /// Not wanted by any row, and left alone.
    case extra
    /// Nobody in the organization, and not invited.
    case unknown
  }

  let kind: Kind
  let key: String
  let userID: String?
  /// The role as it is; nil for somebody who is not there.
  let before: String?
  /// The role as the row wants it; nil for somebody whom no row has.
  let after: String?

  static let shape = Shape(
    "SyncStep",
    fields: [
      Field("change", .oneOf(Enumeration("a kind of step", kinds))),
      Field("who", .string),
      Field("user_id", .id(.user).orNull),
      Field("before", .string.orNull),
      Field("after", .string.orNull),
    ]
  )

  private static let kinds = ["add", "update", "remove", "waiting", "same", "extra", "unknown"]

  var row: Value {
    .record(
      Record(
        shape: Self.shape,
        values: [Value(kind.rawValue), Value(key), text(userID), text(before), text(after)]
      )
    )
  }

  private func text(_ text: String?) -> Value { text.map { Value($0) } ?? .null }
}

extension [SyncStep] {
  /// `2 added, 1 updated, 3 as they were`, for a person.
  var summary: String {
    let words: [(SyncStep.Kind, String)] = [
      (.add, "added"), (.update, "updated"), (.remove, "removed"), (.waiting, "waiting"),
      (.unknown, "unknown"), (.extra, "not in the rows and left alone"), (.same, "as they were"),
    ]
    let facts = words.compactMap { kind, word in
      let count = count { $0.kind == kind }
      return count > 0 ? "\(count) \(word)" : nil
    }
    return facts.isEmpty ? "nobody" : facts.joined(separator: ", ")
  }
}
