extension OrganizationState {
  static let keyPerformances: [String: Performance] = [
    "api_keys.retrieve": { (state, call) throws(APIFailure) in try state.retrieveKey(call) },
    "api_keys.list": { (state, call) throws(APIFailure) in try state.listKeys(call) },
    "api_keys.update": { (state, call) throws(APIFailure) in try state.updateKey(call) },
  ]

  private func retrieveKey(_ call: Call) throws(APIFailure) -> [UInt8] {
    guard let number = keys.ids.number(of: call.text("api_key_id") ?? ""),
      let key = keys.shown(number, at: call.moment)
    else { throw .notFound("API key not found") }
    return answer(key, number, call)
  }

  private func listKeys(_ call: Call) throws(APIFailure) -> [UInt8] {
    let status = call.text("status")
    // An id of another organization is known to nobody here: no key matches.
    let workspace = call.text("workspace_id").map { workspaces.ids.number(of: $0) ?? -1 }
    let creator = call.text("created_by_user_id").map { people.ids.number(of: $0) ?? -1 }
    let references = keyReferences
    let listing = Listing(keys) { number in
      guard let key = keys.shown(number, at: call.moment) else { return nil }
      if let status, key.status(at: call.now).rawValue != status { return nil }
      if let workspace, key.workspace != workspace { return nil }
      if let creator, key.creator != creator { return nil }
      return key
    }
    return try listing.page(call) { $0.apiKey($2, $1, references, at: call.now) }
  }

  private mutating func updateKey(_ call: Call) throws(APIFailure) -> [UInt8] {
    guard let number = keys.ids.number(of: call.text("api_key_id") ?? ""),
      var key = keys.current(number)
    else { throw .notFound("API key not found") }
    if let status = call.text("status").flatMap(ModelKey.State.init) {
      try change(&key, to: status, call)
    }
    if let name = call.text("name") { key.name = name }
    keys.replace(number, with: key, at: call.moment)
    return answer(key, number, call)
  }

  private func change(
    _ key: inout ModelKey,
    to status: ModelKey.State,
    _ call: Call
  ) throws(APIFailure) {
    switch (key.status(at: call.now), status) {
    case (.archived, .archived): break
    case (.archived, _): throw .invalid("An archived API key cannot be changed.")
    case (.expired, .active), (.expired, .inactive):
      throw .invalid("An expired API key can only be archived.")
    default: key.state = status
    }
  }

  private func answer(_ key: ModelKey, _ number: Int, _ call: Call) -> [UInt8] {
    JSONBytes.document { $0.apiKey(key, number, keyReferences, at: call.now) }
  }
}
