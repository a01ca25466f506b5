internal import AdminAPI
internal import StewardValues

/// Which workspaces a destination of telemetry covers: all, those on its list, or all but those.
extension OrganizationState {
  private static let listed = Catalog.TelemetryDestinationWorkspaces.collection

  func workspacesListed(for destination: Value) -> [ObjectCollection.Entry] {
    objects[Self.listed].current.filter { $0.row["telemetry_destination_id"] == destination }
  }

  /// Whether a destination gets what a workspace sends. None gets what is of no workspace here.
  func covers(_ destination: ObjectRow, _ workspace: String) -> Bool {
    guard exists(.workspace, workspace) == true else { return false }
    let isListed =
      objects[Self.listed].current([destination.text("id") ?? "", workspace]) != nil
    switch destination.holder("workspaces", "type") {
    case "include": return isListed
    case "exclude": return !isListed
    default: return true
    }
  }

  /// Takes over what a request says of a destination's workspaces; what stays keeps its entry.
  ///
  /// - Throws: 400 for workspaces that cannot be listed, and for a list too long to be replaced.
  mutating func setWorkspaces(
    of row: inout ObjectRow,
    _ call: Call,
    _ before: ObjectRow?
  ) throws(APIFailure) {
    guard let given = call.arguments["workspaces"]?.record else { return }
    let type = given["type"]?.string ?? "all"
    let ids = given["workspace_ids"]?.list?.compactMap(\.string)
    if ids?.count ?? 0 > 100 {
      throw .invalid("workspaces.workspace_ids: List should have at most 100 items")
    }
    row["workspaces"] = .tag(type)
    let isOther = before?.holder("workspaces", "type") != type
    guard isOther || ids != nil else { return }
    let listed = workspacesListed(for: row["id"])
    guard listed.count <= 750 else {
      throw .invalid("A list of more than 750 workspaces cannot be replaced.")
    }
    var new: [String] = []
    for id in ids ?? [] where !new.contains(id) {
      let isListed = listed.contains { $0.row.text("workspace_id") == id }
      if !isListed { try checkCanBeListed(id) }
      new.append(id)
    }
    replace(listed, with: new, of: row["id"], call)
  }

  private mutating func replace(
    _ listed: [ObjectCollection.Entry],
    with ids: [String],
    of destination: Value,
    _ call: Call
  ) {
    for entry in listed where !ids.contains(entry.row.text("workspace_id") ?? "") {
      objects[Self.listed].replace(entry.number, with: nil, at: call.moment)
    }
    for id in ids where !listed.contains(where: { $0.row.text("workspace_id") == id }) {
      let row = ObjectRow([
        "telemetry_destination_id": destination, "workspace_id": Value(id),
        "created_at": .datetime(call.now),
      ])
      objects[Self.listed].insert(row, at: call.moment)
    }
  }

  /// - Throws: 400 for an id that is none, and for an archived workspace.
  private func checkCanBeListed(_ id: String) throws(APIFailure) {
    guard let number = workspaces.ids.number(of: id), let found = workspaces.current(number) else {
      throw .invalid("workspaces.workspace_ids: No such workspace in this organization: \(id)")
    }
    if found.archivedAt != nil {
      throw .invalid("workspaces.workspace_ids: An archived workspace cannot be added: \(id)")
    }
  }

  // MARK: - One at a time

  /// - Throws: 404 for what is not there, 400 for what cannot be put on the list.
  func checkAddition(_ call: Call, isListed: Bool) throws(APIFailure) {
    try checkHasList(call)
    let (_, workspace) = try findWorkspace(call)
    if isListed { return }
    if workspace.archivedAt != nil { throw .invalid("An archived workspace cannot be added.") }
    guard workspacesListed(for: Value(call.path["destination_id"] ?? "")).count < 1000 else {
      throw .invalid("A list has at most 1000 workspaces.")
    }
  }

  /// - Throws: 404 for a destination that is not there, 400 for one that has no list.
  func checkHasList(_ call: Call) throws(APIFailure) {
    let collection = Catalog.TelemetryDestinations.collection
    guard let entry = objects[collection].current([call.path["destination_id"] ?? ""]) else {
      throw missing(collection, call)
    }
    guard entry.row.holder("workspaces", "type") == "all" else { return }
    throw .invalid("The destination covers all workspaces: it has no list.")
  }
}
