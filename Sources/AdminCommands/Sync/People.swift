internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// Who is in the organization, and who is invited.
struct People {
  private let users: [String: Value]
  private let idsByEmail: [String: String]
  /// The roles that pending invites have, by email.
  private let invited: [String: String]

  init(_ services: AdminServices, _ context: RunContext) throws(RunError) {
    let users = try services.rows(Catalog.Users.list, [:], context)
    let invites = try services.rows(
      Catalog.Invites.list,
      ["statuses": .list(ListBox([Value("pending")]))],
      context
    )
    func texts(_ rows: ContiguousArray<Value>, _ one: String, _ other: String) -> [(String, String)]
    {
      rows.compactMap { row in
        guard let one = row.record?[one]?.string, let other = row.record?[other]?.string
        else { return nil }
        return (one.lowercased(), other)
      }
    }
    self.users = Dictionary(
      users.compactMap { user in user.record?["id"]?.string.map { ($0, user) } }
    ) { first, _ in first }
    idsByEmail = Dictionary(texts(users, "email", "id")) { first, _ in first }
    invited = Dictionary(texts(invites, "email", "role")) { first, _ in first }
  }

  /// The id of the person whom a row means; nil if nobody here is meant.
  func id(_ key: String, by field: String) -> String? {
    field == "email" ? idsByEmail[key] : users[key].map { _ in key }
  }

  func role(_ id: String) -> String? { users[id]?.record?["role"]?.string }
  func email(_ id: String) -> String? { users[id]?.record?["email"]?.string }
  /// The role that a pending invite has; nil if there is none.
  func invitedRole(_ key: String) -> String? { invited[key] }

  /// All emails, for a suggestion.
  var emails: [String] { idsByEmail.keys.sorted() }
}

extension AdminServices {
  /// All rows of a list.
  func rows(
    _ operation: AdminAPI.Operation,
    _ arguments: Arguments,
    _ context: RunContext
  ) throws(RunError) -> ContiguousArray<Value> {
    let answer = try context.wait(.read) { () async throws(ClientError) in
      try await client.perform(operation, arguments, gate: gate)
    }
    return answer.list ?? []
  }
}
