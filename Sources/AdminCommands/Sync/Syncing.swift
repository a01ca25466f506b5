internal import AdminAPI
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// One call of a `sync` command.
struct Syncing {
  private let call: Call
  private let context: RunContext
  private let services: AdminServices
  private let key: String
  private let removes: Bool

  init(_ call: Call, _ context: RunContext) throws(RunError) {
    self.call = call
    self.context = context
    services = try context.adminServices()
    key = call["key"]?.string ?? "email"
    removes = call["remove"]?.bool ?? false
  }

  // MARK: Members of a workspace

  func members() throws(RunError) -> Output {
    let desired = try desired(role: "workspace_role", Roles.addable)
    let workspace = try services.names.resolved(
      ["workspace_id": call["workspace-id"] ?? .null],
      of: Catalog.WorkspaceMembers.list,
      services,
      context
    )
    let people = try People(services, context)
    let members = try services.rows(Catalog.WorkspaceMembers.list, workspace, context)
    var current: [String: String] = [:]
    for member in members {
      guard let id = member.record?["user_id"]?.string else { continue }
      current[id] = member.record?["workspace_role"]?.string
    }
    var steps: [SyncStep] = []
    for row in desired { steps.append(step(row, people, current[people.id(row.key, key) ?? ""])) }
    let wanted = Set(desired.compactMap { people.id($0.key, key) })
    steps += extras(members.compactMap { $0.record?["user_id"]?.string }, wanted, people, current)
    return try carryOut(steps) { step throws(RunError) in
      try changeMember(step, workspace)
    }
  }

  private func step(_ row: DesiredRow, _ people: People, _ role: String?) -> SyncStep {
    guard let id = people.id(row.key, key) else {
      let kind: SyncStep.Kind = people.isInvited(row.key) ? .waiting : .unknown
      return SyncStep(kind: kind, key: row.key, userID: nil, before: nil, after: row.role)
    }
    let kind: SyncStep.Kind =
      if people.isEverywhere(id) || role == row.role { .same } else { role == nil ? .add : .update }
    return SyncStep(kind: kind, key: row.key, userID: id, before: role, after: row.role)
  }

  private func extras(
    _ ids: [String],
    _ wanted: Set<String>,
    _ people: People,
    _ roles: [String: String]
  ) -> [SyncStep] {
    ids.filter { !wanted.contains($0) && !people.isEverywhere($0) }.map { id in
      SyncStep(
        kind: removes ? .remove : .extra,
        key: people.email(id) ?? id,
        userID: id,
        before: roles[id],
        after: nil
      )
    }
  }

  private func changeMember(_ step: SyncStep, _ workspace: Arguments) throws(RunError) {
    var arguments = workspace
    arguments["user_id"] = step.userID.map { Value($0) }
    switch step.kind {
    case .add, .update:
      arguments["workspace_role"] = step.after.map { Value($0) }
      let operation =
        step.kind == .add ? Catalog.WorkspaceMembers.add : Catalog.WorkspaceMembers.update
      try change(operation, arguments)
    case .remove: try change(Catalog.WorkspaceMembers.remove, arguments)
    case .waiting, .same, .extra, .unknown: break
    }
  }

  // MARK: People of the organization

  func users() throws(RunError) -> Output {
    let desired = try desired(role: "role", Roles.assignable)
    let people = try People(services, context)
    var steps: [SyncStep] = []
    for row in desired {
      guard let id = people.id(row.key, key) else {
        guard key == "email" else { throw unknownPerson(row) }
        let kind: SyncStep.Kind = people.isInvited(row.key) ? .waiting : .add
        steps.append(
          SyncStep(kind: kind, key: row.key, userID: nil, before: nil, after: row.role)
        )
        continue
      }
      let role = people.role(id)
      let isSame = role == row.role || people.isFixed(id)
      steps.append(
        SyncStep(
          kind: isSame ? .same : .update,
          key: row.key,
          userID: id,
          before: role,
          after: row.role
        )
      )
    }
    let wanted = Set(desired.compactMap { people.id($0.key, key) })
    steps += people.ids.filter { !wanted.contains($0) && !people.isFixed($0) }.map { id in
      SyncStep(
        kind: removes ? .remove : .extra,
        key: people.email(id) ?? id,
        userID: id,
        before: people.role(id),
        after: nil
      )
    }
    return try carryOut(steps) { step throws(RunError) in try changeUser(step) }
  }

  private func changeUser(_ step: SyncStep) throws(RunError) {
    let role = step.after.map { Value($0) } ?? .null
    let id = step.userID.map { Value($0) } ?? .null
    switch step.kind {
    case .add: try change(Catalog.Invites.create, ["email": Value(step.key), "role": role])
    case .update: try change(Catalog.Users.update, ["user_id": id, "role": role])
    case .remove: try change(Catalog.Users.remove, ["user_id": id])
    case .waiting, .same, .extra, .unknown: break
    }
  }

  private func unknownPerson(_ row: DesiredRow) -> RunError {
    RunError(
      .notFound,
      "row \(row.number): there is no person with the id `\(row.key)`",
      help: "somebody new is told by `email`"
    )
  }

  // MARK: Parts

  private func desired(
    role: String,
    _ roles: Enumeration
  ) throws(RunError) -> [DesiredRow] {
    let field = call["role"]?.string ?? role
    return try DesiredRows(keyField: key, roleField: field, roles: roles).read(try call.rows())
  }

  /// All is decided; now it is done, and told.
  private func carryOut(
    _ steps: [SyncStep],
    _ change: (SyncStep) throws(RunError) -> Void
  ) throws(RunError) -> Output {
    for step in steps { try change(step) }
    context.host.note("sync: \(steps.summary)", .log)
    return .value(.list(ListBox(ContiguousArray(steps.map(\.row)))))
  }

  private func change(_ operation: Operation, _ arguments: Arguments) throws(RunError) {
    _ = try services.change(operation, arguments, of: call, context)
  }
}

/// Who is in the organization, and who is invited.
private struct People {
  private let users: [String: Value]
  private let idsByEmail: [String: String]
  private let invited: Set<String>
  /// In the order of the list.
  let ids: [String]

  init(_ services: AdminServices, _ context: RunContext) throws(RunError) {
    let users = try services.rows(Catalog.Users.list, [:], context)
    let invites = try services.rows(
      Catalog.Invites.list,
      ["statuses": .list(ListBox([Value("pending")]))],
      context
    )
    ids = users.compactMap { $0.record?["id"]?.string }
    self.users = Dictionary(zip(ids, users)) { first, _ in first }
    idsByEmail = Dictionary(
      users.compactMap { user in
        guard let email = user.record?["email"]?.string, let id = user.record?["id"]?.string
        else { return nil }
        return (email.lowercased(), id)
      }
    ) { first, _ in first }
    invited = Set(invites.compactMap { $0.record?["email"]?.string?.lowercased() })
  }

  func id(_ key: String, _ field: String) -> String? {
    guard field == "user_id" else { return idsByEmail[key] }
    // Keys are compared in lower case; ids are not written so.
    return ids.first { $0.lowercased() == key }
  }

  func role(_ id: String) -> String? { users[id]?.record?["role"]?.string }
  func email(_ id: String) -> String? { users[id]?.record?["email"]?.string }
  func isInvited(_ email: String) -> Bool { invited.contains(email) }
  /// Admins and billing members have access to every workspace, which cannot be taken away.
  func isEverywhere(_ id: String) -> Bool {
    ["admin", "billing", "owner", "primary_owner"].contains(role(id))
  }
  /// The API changes no admin and no owner.
  func isFixed(_ id: String) -> Bool {
    ["admin", "membership_admin", "owner", "primary_owner"].contains(role(id))
  }
}

extension AdminServices {
  /// All rows of a list.
  fileprivate func rows(
    _ operation: Operation,
    _ arguments: Arguments,
    _ context: RunContext
  ) throws(RunError) -> ContiguousArray<Value> {
    let answer = try context.wait(.read) { () async throws(ClientError) in
      try await client.perform(operation, arguments, gate: gate)
    }
    return answer.list ?? []
  }
}
