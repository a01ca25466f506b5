internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// One call of a `sync` command.
struct Syncing {
  let target: SyncTarget
  private let call: Call
  private let context: RunContext
  private let services: AdminServices
  /// The field that tells who it is.
  let key: String
  let removes: Bool

  init(_ target: SyncTarget, _ call: Call, _ context: RunContext) throws(RunError) {
    self.target = target
    self.call = call
    self.context = context
    services = try context.adminServices()
    key = call["key"]?.string ?? "email"
    removes = call["remove"]?.bool ?? false
  }

  /// All is decided before anything is done.
  func output() throws(RunError) -> Output {
    let desired = try desired()
    let scope = try scope()
    let people = try People(services, context)
    let current = try current(scope)
    let steps = try steps(desired, people, current)
    for step in steps { try carryOut(step, scope) }
    context.host.note("sync: \(steps.summary)", .log)
    return .value(.list(ListBox(steps.told)))
  }

  // MARK: What is, and what should be

  private func desired() throws(RunError) -> [DesiredRow] {
    guard case .oneOf(let roles)? = target.list.response.shape[target.roleField]?.type else {
      throw RunError(.internal, "`\(target.words)` has no roles")
    }
    let field = call["role"]?.string ?? target.roleField
    let rows = try DesiredRows(keyField: key, roleField: field, roles: roles).read(try call.rows())
    guard rows.isEmpty, removes, call["allow-empty"]?.bool != true else { return rows }
    throw RunError(
      .invalid,
      "there is no row, and `--remove` would take out everybody: nothing was changed",
      help: "if that is what you want, add `--allow-empty`"
    )
  }

  private func scope() throws(RunError) -> Arguments {
    let given = target.scope.map { (name: $0.name, value: call[$0.commandName] ?? .null) }
    return try services.names.resolved(Arguments(given), of: target.list, services, context)
  }

  /// Who is there, in the order of the list.
  private func current(_ scope: Arguments) throws(RunError) -> [(id: String, role: String)] {
    try services.rows(target.list, scope, context).compactMap { row in
      guard let id = row.record?[target.idField]?.string else { return nil }
      return (id, row.record?[target.roleField]?.string ?? "")
    }
  }

  // MARK: Doing it

  private func carryOut(_ step: SyncStep, _ scope: Arguments) throws(RunError) {
    let role = step.after.map { Value($0) }
    var arguments = scope
    switch (step.action, target.arrival) {
    case (.add, .person(let operation)):
      arguments["user_id"] = step.userID.map { Value($0) }
      arguments[target.roleField] = role
      try change(operation, arguments)
    case (.add, .invitation(let operation)):
      arguments["email"] = Value(step.who)
      arguments[target.roleField] = role
      try change(operation, arguments)
    case (.update, _):
      arguments["user_id"] = step.userID.map { Value($0) }
      arguments[target.roleField] = role
      try change(target.update, arguments)
    case (.remove, _):
      arguments["user_id"] = step.userID.map { Value($0) }
      try change(target.remove, arguments)
    case (.waiting, _), (.fixed, _), (.same, _), (.extra, _): break
    }
  }

  private func change(_ operation: Operation, _ arguments: Arguments) throws(RunError) {
    _ = try services.change(operation, arguments, of: call, context)
  }
}
