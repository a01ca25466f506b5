internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  static let workspacePerformances: [String: Performance] = [
    "workspaces.create": { (state, call) throws(APIFailure) in try state.createWorkspace(call) },
    "workspaces.retrieve": { (state, call) throws(APIFailure) in
      try state.retrieveWorkspace(call)
    },
    "workspaces.list": { (state, call) throws(APIFailure) in try state.listWorkspaces(call) },
    "workspaces.update": { (state, call) throws(APIFailure) in try state.updateWorkspace(call) },
    "workspaces.archive": { (state, call) throws(APIFailure) in try state.archiveWorkspace(call) },
  ]

  private func retrieveWorkspace(_ call: Call) throws(APIFailure) -> [UInt8] {
    guard let number = workspaces.ids.number(of: call.text("workspace_id") ?? ""),
      let workspace = workspaces.shown(number, at: call.moment)
    else { throw .notFound("Workspace not found") }
    return answer(workspace, number)
  }

  private func listWorkspaces(_ call: Call) throws(APIFailure) -> [UInt8] {
    let archived = call.bool("include_archived")
    let standard = call.bool("include_default")
    let wanted = call.texts("ids").map { Set($0.compactMap(workspaces.ids.number(of:))) }
    let listing = Listing(workspaces) { number in
      guard let workspace = workspaces.shown(number, at: call.moment) else { return nil }
      if wanted?.contains(number) == false { return nil }
      if number == Workspace.defaultNumber, !standard { return nil }
      if workspace.archivedAt != nil, !archived { return nil }
      return workspace
    }
    return try listing.page(call) { $0.workspace($2, $1, workspaces.ids) }
  }

  private mutating func createWorkspace(_ call: Call) throws(APIFailure) -> [UInt8] {
    let active = (0..<workspaces.count).count { number in
      number != Workspace.defaultNumber && workspaces.current(number)?.archivedAt == nil
    }
    if active >= workspaceLimit {
      throw .invalid("The organization has reached its limit of \(workspaceLimit) workspaces.")
    }
    let random = population.random.purpose("created workspaces").at(workspaces.count)
    let colors = GeneratedNames.colors
    var workspace = Workspace(
      name: "",
      createdAt: call.now,
      color: colors[random.below(colors.count)],
      compartmentID: UUIDText.make(random)
    )
    try change(&workspace, call)
    let number = workspaces.append(workspace, at: call.moment)
    memberships.load(number) { Roster() }
    addRateLimits(ofWorkspace: number)
    return answer(workspace, number)
  }

  private mutating func updateWorkspace(_ call: Call) throws(APIFailure) -> [UInt8] {
    var (number, workspace) = try findWorkspace(call)
    if number == Workspace.defaultNumber, call.text("name") != nil {
      throw .invalid("The default workspace cannot be renamed.")
    }
    if number == Workspace.defaultNumber, call.text("user_profile_id") != nil {
      throw .invalid("The default workspace cannot have a user profile.")
    }
    if workspace.archivedAt != nil { throw .invalid("Archived workspaces cannot be updated.") }
    try change(&workspace, call)
    workspaces.replace(number, with: workspace, at: call.moment)
    return answer(workspace, number)
  }

  private mutating func archiveWorkspace(_ call: Call) throws(APIFailure) -> [UInt8] {
    var (number, workspace) = try findWorkspace(call)
    if number == Workspace.defaultNumber {
      throw .invalid("The default workspace cannot be archived.")
    }
    if workspace.archivedAt != nil { throw .invalid("The workspace is already archived.") }
    workspace.archivedAt = call.now
    workspaces.replace(number, with: workspace, at: call.moment)
    archiveKeys(ofWorkspace: number, at: call.moment)
    return answer(workspace, number)
  }

  // MARK: - Parts

  private func answer(_ workspace: Workspace, _ number: Int) -> [UInt8] {
    JSONBytes.document { $0.workspace(workspace, number, workspaces.ids) }
  }

  /// The workspace as the rules see it: after all changes, shown or not.
  func findWorkspace(_ call: Call) throws(APIFailure) -> (number: Int, workspace: Workspace) {
    guard let number = workspaces.ids.number(of: call.text("workspace_id") ?? ""),
      let workspace = workspaces.current(number)
    else { throw .notFound("Workspace not found") }
    return (number, workspace)
  }

  private func change(_ workspace: inout Workspace, _ call: Call) throws(APIFailure) {
    if let name = call.text("name") { workspace.name = name }
    if let color = call.text("display_color") { workspace.color = color }
    try bind(&workspace, call)
    if let tags = call.arguments["tags"]?.record { change(&workspace.tags, tags) }
    if let residency = call.arguments["data_residency"]?.record {
      try change(&workspace.residency, residency)
    }
  }

  /// Sets what can be set once: the customer-managed key and the user profile, which must agree.
  private func bind(_ workspace: inout Workspace, _ call: Call) throws(APIFailure) {
    if let profile = call.text("user_profile_id") {
      try Self.checkProfile(profile)
      try Self.bindOnce(&workspace.userProfileID, profile, "user_profile_id")
    }
    if let key = call.text("external_key_id") {
      guard let row = keyRow(key) else {
        throw .invalid("external_key_id: No such key in this organization")
      }
      try Self.checkUse(row)
      try Self.bindOnce(&workspace.externalKeyID, key, "external_key_id")
    }
    guard let key = workspace.externalKeyID.flatMap(keyRow) else { return }
    if key.text("user_profile_id") != workspace.userProfileID {
      throw .invalid(
        "The external key and the workspace must have the same user profile, or none.",
        code: "key_profile_mismatch"
      )
    }
  }

  private func keyRow(_ id: String) -> ObjectRow? {
    objects[Catalog.ExternalKeys.collection].current([id])?.row
  }

  private static func bindOnce(
    _ bound: inout String?,
    _ id: String,
    _ name: String
  ) throws(APIFailure) {
    if let bound, bound != id { throw .invalid("\(name): Cannot be changed once it is set") }
    bound = id
  }

  /// Each tag is set; null takes it away. The others stay.
  private func change(_ tags: inout [(name: String, value: String)], _ given: Record) {
    for (field, value) in zip(given.shape.fields, given.values) {
      let index = tags.firstIndex { $0.name == field.name }
      switch (index, value.string) {
      case (let index?, let text?): tags[index].value = text
      case (let index?, nil): tags.remove(at: index)
      case (nil, let text?): tags.append((field.name, text))
      case (nil, nil): break
      }
    }
  }

  private func change(
    _ residency: inout Workspace.Residency,
    _ given: Record
  ) throws(APIFailure) {
    if let geos = given["allowed_inference_geos"], !geos.isNull {
      residency.allowedGeos = geos.list?.compactMap(\.string)
    }
    if let geo = given["default_inference_geo"]?.string { residency.defaultGeo = geo }
    if let allowed = residency.allowedGeos, !allowed.contains(residency.defaultGeo) {
      throw .invalid(
        "data_residency: default_inference_geo must be one of allowed_inference_geos"
      )
    }
  }

  private mutating func archiveKeys(ofWorkspace workspace: Int, at moment: Moment) {
    for number in 0..<keys.count {
      guard var key = keys.current(number), key.workspace == workspace, key.state != .archived
      else { continue }
      key.state = .archived
      keys.replace(number, with: key, at: moment)
    }
  }
}
