internal import AdminAPI
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// What has to be done about whom.
extension Syncing {
  /// Who comes, then who changes, then who goes.
  func steps(
    _ desired: [DesiredRow],
    _ people: People,
    _ current: [(id: String, role: String)]
  ) throws(RunError) -> [SyncStep] {
    let roles = Dictionary(current.map { ($0.id, $0.role) }) { first, _ in first }
    var steps: [SyncStep] = []
    var unknown: [DesiredRow] = []
    var wanted: Set<String> = []
    for row in desired {
      guard let id = people.id(row.key, by: key) else {
        if let step = try arriving(row, people) { steps.append(step) } else { unknown.append(row) }
        continue
      }
      wanted.insert(id)
      steps.append(try step(row, id, people, roles[id]))
    }
    guard unknown.isEmpty else { throw unknownPeople(unknown, people) }
    for (id, role) in current where !wanted.contains(id) && !isFixed(id, people) {
      let who = people.email(id) ?? id
      let action: SyncStep.Action = removes ? .remove : .extra
      steps.append(SyncStep(action: action, who: who, userID: id, before: role, after: nil))
    }
    return steps
  }

  private func isFixed(_ id: String, _ people: People) -> Bool {
    people.role(id).map { target.fixedRoles.contains($0) } ?? false
  }

  /// Of somebody who is in the organization.
  private func step(
    _ row: DesiredRow,
    _ id: String,
    _ people: People,
    _ role: String?
  ) throws(RunError) -> SyncStep {
    let action: SyncStep.Action
    if role == row.role {
      action = .same
    } else if isFixed(id, people) {
      action = target.tellsFixed ? .fixed : .same
    } else {
      try checkAssignable(row)
      action = role == nil ? .add : .update
    }
    let who = people.email(id) ?? row.key
    return SyncStep(action: action, who: who, userID: id, before: role, after: row.role)
  }

  /// Of somebody who is not; nil for a person whom nobody knows.
  private func arriving(_ row: DesiredRow, _ people: People) throws(RunError) -> SyncStep? {
    guard key == "email" else { return nil }
    if let role = people.invitedRole(row.key) {
      let isInvitation = if case .invitation = target.arrival { true } else { false }
      let before = isInvitation ? role : nil
      return SyncStep(
        action: .waiting,
        who: row.key,
        userID: nil,
        before: before,
        after: row.role
      )
    }
    guard case .invitation = target.arrival else { return nil }
    try checkAssignable(row)
    return SyncStep(action: .add, who: row.key, userID: nil, before: nil, after: row.role)
  }

  private func checkAssignable(_ row: DesiredRow) throws(RunError) {
    let roles = target.roles
    guard !roles.values.contains(row.role) else { return }
    throw RunError(
      .invalid,
      "row \(row.number): `\(row.role)` is not \(roles.name); nothing was changed",
      help: roles.refused[row.role] ?? "there are \(roles.values.joined(separator: ", "))"
    )
  }

  private func unknownPeople(_ rows: [DesiredRow], _ people: People) -> RunError {
    let named = rows.prefix(5).map { "row \($0.number) (`\(escapingControls($0.key))`)" }
    let more = rows.count > 5 ? " and \(rows.count - 5) more" : ""
    let near = rows.first.flatMap { row in
      key == "email" ? Spelling.nearest(row.key, in: people.emails) : nil
    }
    let isPlural = rows.count > 1
    return RunError(
      .notFound,
      "\(named.joined(separator: ", "))\(more): \(isPlural ? "these people are" : "this person is") "
        + "not in the organization, nor invited; nothing was changed",
      help: near.map { "did you mean `\($0)`?" }
        ?? "`invites create` or `sync users` invites people"
    )
  }
}
