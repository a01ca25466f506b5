internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  /// 404 with the code that the operation has for it.
  func missing(_ collection: Semantics.Collection, _ call: Call) -> APIFailure {
    .notFound(
      "\(Self.title(collection)) not found",
      code: call.operation.missingCode(of: collection)
    )
  }

  /// - Throws: 404 for an id of the path that nothing has, 400 for one of the body.
  func checkReferences(_ call: Call) throws(APIFailure) {
    for parameter in call.operation.parameters where parameter.place != .query {
      guard case .id(let resource) = parameter.type, let id = call.text(parameter.name),
        !call.operation.finds(parameter), exists(resource, id) == false
      else { continue }
      let words = resource.name.split(separator: "_").joined(separator: " ")
      guard parameter.place == .path else {
        throw .invalid("\(parameter.name): No such \(words) in this organization")
      }
      throw .notFound(
        "No such \(words): \(id)",
        code: call.operation.missingCode("\(resource.name)_not_found")
      )
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

extension AdminAPI.Operation {
  /// Whether the parameter is the whole identity of an object that the operation itself finds or
  /// does not.
  fileprivate func finds(_ parameter: Parameter) -> Bool {
    guard parameter.place == .path, let collection = semantics.collection else { return false }
    if case .sets = semantics { return false }
    if case .lists = semantics { return false }
    let isMembership = collection.resource == nil && collection.identity.count > 1
    return !isMembership
      && (path.hasSuffix("{\(parameter.name)}")
        || identityParameters(of: collection).last == parameter.name)
  }

  fileprivate func missingCode(_ code: String) -> String? {
    errorCodes.contains(code) ? code : nil
  }

  /// The code whose words are all in the collection's name, in one number or the other.
  fileprivate func missingCode(of collection: Semantics.Collection) -> String? {
    let words = Set(collection.name.split { $0 == "_" || $0 == "." })
    let suffix = "_not_found"
    return errorCodes.first { code in
      code.hasSuffix(suffix)
        && code.dropLast(suffix.count).split(separator: "_")
          .allSatisfy { words.contains($0) || words.contains("\($0)s") }
    }
  }
}
