internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  /// Does what the words of the catalog say of an operation.
  mutating func performAsDescribed(_ call: Call) throws(APIFailure) -> [UInt8] {
    let operation = call.operation
    guard let collection = operation.semantics.collection else {
      throw .internalError("The sandbox does not know \(operation.id).")
    }
    try checkReferences(call, in: .path)
    try Self.objectChecks[operation.id]?(self, call)
    // Whether the object is there is asked before what is to become of it.
    if operation.needsObject, find(collection, call) == nil { throw missing(collection, call) }
    try checkReferences(call, in: .body)
    switch operation.semantics {
    case .lists: return try list(collection, call)
    case .retrieves:
      guard let row = objects[collection].shown(identity(call), at: call.moment) else {
        throw missing(collection, call)
      }
      return answer(row, call)
    case .creates: return try create(collection, call)
    case .changes, .acts, .archives: return try change(collection, call)
    case .sets:
      let isThere = objects[collection].current(identity(call)) != nil
      return try isThere ? change(collection, call) : create(collection, call)
    case .removes: return try remove(collection, call)
    case .probes, .computes: throw .internalError("The sandbox does not know \(operation.id).")
    }
  }

  // MARK: - Changes

  private mutating func create(
    _ collection: Semantics.Collection,
    _ call: Call
  ) throws(APIFailure) -> [UInt8] {
    var row = ObjectRow()
    for field in Self.shape(of: collection).fields {
      row[field.name] = initial(field, call)
    }
    try rule(call, &row, nil)
    // Adding what is there already sets it anew.
    if collection.resource == nil, let there = objects[collection].entry(like: row) {
      objects[collection].replace(there.number, with: row, at: call.moment)
      return answer(row, call)
    }
    let entry = objects[collection].insert(row, at: call.moment)
    return answer(entry.row, call)
  }

  private mutating func change(
    _ collection: Semantics.Collection,
    _ call: Call
  ) throws(APIFailure) -> [UInt8] {
    guard let (number, before) = find(collection, call) else { throw missing(collection, call) }
    var row = before
    if case .archives = call.operation.semantics {
      if row.isArchived { return answer(row, call) }
      row["archived_at"] = .datetime(call.now)
      sign(&row, "archived_by_actor_id")
    } else if row.isArchived {
      throw .invalid("\(Self.title(collection)) is archived")
    }
    for parameter in call.operation.parameters where parameter.place == .body {
      guard let value = call.arguments[parameter.name], row.values[parameter.name] != nil
      else { continue }
      // Null takes a value away only where the object may be without one.
      if value.isNull, Self.shape(of: collection)[parameter.name]?.type.isOptional == false {
        continue
      }
      row[parameter.name] = value
    }
    if case .acts(_, let setting) = call.operation.semantics {
      for (name, value) in setting { row[name] = Value(value) }
    }
    if row.values["updated_at"] != nil { row["updated_at"] = .datetime(call.now) }
    sign(&row, "updated_by_actor_id")
    try rule(call, &row, before)
    objects[collection].replace(number, with: row, at: call.moment)
    return answer(row, call)
  }

  private mutating func remove(
    _ collection: Semantics.Collection,
    _ call: Call
  ) throws(APIFailure) -> [UInt8] {
    guard let (number, before) = find(collection, call) else {
      guard Self.idempotentRemovals.contains(call.operation.id) else {
        throw missing(collection, call)
      }
      var row = ObjectRow(call.path.mapValues { Value($0) })
      try rule(call, &row, nil)
      return answer(row, call)
    }
    var row = before
    try rule(call, &row, before)
    objects[collection].replace(number, with: nil, at: call.moment)
    return answer(row, call)
  }

  private mutating func rule(
    _ call: Call,
    _ row: inout ObjectRow,
    _ before: ObjectRow?
  ) throws(APIFailure) {
    try Self.objectRules[call.operation.id]?(&self, call, &row, before)
  }

  /// What a new object has in a field.
  private func initial(_ field: Field, _ call: Call) -> Value {
    if let constant = field.type.onlyValue { return constant }
    if let given = call.arguments[field.name], !given.isNull || field.type.isOptional {
      return given
    }
    if let parent = call.path[field.name] { return Value(parent) }
    if ["created_at", "updated_at", "granted_at"].contains(field.name) {
      return .datetime(call.now)
    }
    if ["created_by_actor_id", "updated_by_actor_id"].contains(field.name) { return actorID }
    return call.operation.parameter(field.name)?.standard ?? field.type.initialValue
  }

  /// Writes down who did it, where the object tells.
  private func sign(_ row: inout ObjectRow, _ field: String) {
    if row.values[field] != nil { row[field] = actorID }
  }

  /// Who signed in for the token that is used: the oldest admin.
  var actorID: Value {
    Value((0..<people.count).first { people.current($0)?.role == .admin }.map { people.ids[$0] })
  }

  // MARK: - Answers

  /// The answer's fields of an object; a deletion marker has its identity and its type.
  func answer(_ row: ObjectRow, _ call: Call) -> [UInt8] {
    JSONWriter.utf8(viewed(row, call).shown(call.operation.response.shape))
  }

  /// An object with what follows from others.
  func viewed(_ row: ObjectRow, _ call: Call) -> ObjectRow {
    guard let name = call.operation.semantics.collection?.name, let view = Self.objectViews[name]
    else { return row }
    var row = row
    view(self, call, &row)
    return row
  }

  // MARK: - Finding

  private func find(
    _ collection: Semantics.Collection,
    _ call: Call
  ) -> (number: Int, row: ObjectRow)? {
    objects[collection].current(identity(call)).map { ($0.number, $0.row) }
  }

  func identity(_ call: Call) -> [String] {
    var arguments = call.arguments
    for (name, value) in call.path { arguments[name] = Value(value) }
    return call.operation.target(arguments)?.identity ?? []
  }

  /// `Service account`
  static func title(_ collection: Semantics.Collection) -> String {
    let words = (collection.resource?.name ?? "\(collection.name.split(separator: ".").last ?? "")")
      .split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The objects of a collection as its list shows them, or the operation that reads one.
  static func shape(of collection: Semantics.Collection) -> Shape {
    (Catalog.retrieval(of: collection) ?? Catalog.listing(of: collection))?.response.shape ?? .empty
  }
}
