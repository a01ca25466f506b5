internal import AdminAPI
internal import StewardValues

/// Whether what a call names is there.
extension OrganizationState {
  /// - Throws: 404 for an id of the path that nothing has, 400 for one of the body.
  func checkReferences(_ call: Call) throws(APIFailure) {
    let target = call.operation.target(call.arguments)?.identity.last
    for parameter in call.operation.parameters where parameter.place != .query {
      guard case .id(let resource) = parameter.type, let id = call.text(parameter.name) else {
        continue
      }
      // What the operation itself finds or does not; what it sets has to be an id all the same.
      if parameter.place == .path,
        id == target || call.operation.path.hasSuffix("{\(parameter.name)}")
      {
        guard case .sets = call.operation.semantics, !id.hasPrefix(resource.prefix ?? "") else {
          continue
        }
        throw .notFound("No such \(resource.spokenName): \(id)")
      }
      guard exists(resource, id) == false else { continue }
      if parameter.place == .path { throw .notFound("No such \(resource.spokenName): \(id)") }
      throw .invalid("\(parameter.name): No such \(resource.spokenName) in this organization")
    }
  }

  /// Nil where the sandbox keeps none of the kind.
  func exists(_ resource: Resource, _ id: String) -> Bool? {
    switch resource {
    case .user: people.ids.number(of: id).map { people.current($0) != nil } ?? false
    case .workspace: workspaces.ids.number(of: id).map { workspaces.current($0) != nil } ?? false
    case .apiKey: keys.ids.number(of: id).map { keys.current($0) != nil } ?? false
    case .invite: invites.ids.number(of: id).map { invites.current($0) != nil } ?? false
    default: objects.holds(resource, id: id)
    }
  }
}
