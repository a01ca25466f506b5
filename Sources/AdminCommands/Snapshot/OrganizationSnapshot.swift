internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

extension Command {
  /// Everything that the catalog can list.
  static let organizationSnapshot = Command(
    "organization snapshot",
    "Everything that can be listed of the organization, as one record",
    parameters: [
      CommandParameter(
        "scrub",
        .toggle,
        .bool,
        "Names, addresses and other free text replaced, the same text always by the same"
      )
    ],
    notes: [
      "Lists that the key may not read, or that this kind of organization does not have, are named in `left_out`, each with the reason.",
      "Reports, and what is done with Claude, are not a part of it. There are no secrets in it: the API shows none.",
      "Ids stay: they say nothing by themselves, and hold the record together.",
    ],
    examples: [
      CommandExample(
        "organization snapshot --scrub | get workspaces | count",
        "as much as one list of it"
      )
    ],
    searchTerms: ["export", "backup", "dump", "anonymize", "terraform"],
    output: { _ in .any },
    effects: { _ in .read },
    requests: "1 per page of each list",
    run: { call, context throws(RunError) in
      var snapshot = SnapshotReader(try context.adminServices(), context)
      try snapshot.read()
      return .value(snapshot.record(scrubbed: call["scrub"]?.bool ?? false))
    }
  )
}

/// Reads list after list, those first whose rows others are listed by.
private struct SnapshotReader {
  private let services: AdminServices
  private let context: RunContext
  private var parts: [(name: String, shape: Shape, value: Value)] = []
  private var leftOut: [Value] = []
  /// The ids of what was read, by their kind.
  private var ids: [Resource: [String]] = [:]

  init(_ services: AdminServices, _ context: RunContext) {
    self.services = services
    self.context = context
  }

  mutating func read() throws(RunError) {
    for operation in Catalog.all {
      switch operation.semantics {
      case .retrieves(let collection) where collection.identity.isEmpty:
        try readObject(operation, collection.name)
      case .computes where operation.id == Catalog.Organization.retrieve.id:
        try readObject(operation, "organization")
      case .lists(let collection, _) where collection.name != Self.feed:
        // What has been listed by one parent is not listed by the other one again.
        if !parts.contains(where: { $0.name == collection.name }) {
          try readList(operation, collection)
        }
      default: continue
      }
    }
  }

  /// What people did is no state of the organization.
  private static let feed = Catalog.ComplianceActivities.collection.name

  private mutating func readObject(
    _ operation: AdminAPI.Operation,
    _ name: String
  ) throws(RunError) {
    let services = services
    let value = try unlessRefused(operation) { (context) throws(RunError) in
      try context.wait(.read) { () async throws(ClientError) in
        try await services.client.perform(operation, [:], gate: services.gate)
      }
    }
    if let value { parts.append((name, operation.response.shape, value)) }
  }

  private mutating func readList(
    _ operation: AdminAPI.Operation,
    _ collection: Semantics.Collection
  ) throws(RunError) {
    guard let calls = calls(of: operation) else { return }
    let services = services
    var all: [Value] = []
    for arguments in calls {
      let rows = try unlessRefused(operation) { (context) throws(RunError) in
        try services.rows(operation, arguments, context)
      }
      guard let rows else { return }
      all += rows.map { operation.withParents($0, arguments) }
    }
    if let resource = collection.resource {
      ids[resource] = all.compactMap { $0.record?["id"]?.string }
    }
    parts.append((collection.name, operation.response.shape, Value(all)))
  }

  /// One call for each object that the list belongs to; nil for a list that takes something else.
  private func calls(of operation: AdminAPI.Operation) -> [Arguments]? {
    var shared = Arguments()
    if case .lists(_, let filters) = operation.semantics {
      for filter in filters {
        switch filter {
        case .unlessIncluded(let parameter, _), .defaultWorkspaceUnlessIncluded(let parameter):
          shared[parameter] = true
        default: continue
        }
      }
    }
    let required = operation.parameters.filter(\.isRequired)
    guard let parent = required.first else { return [shared] }
    guard required.count == 1, case .id(let resource) = parent.type, let parents = ids[resource]
    else { return nil }
    return parents.map { id in
      var arguments = shared
      arguments[parent.name] = Value(id)
      return arguments
    }
  }

  /// What a read gives; nil, and a remark, where the server has no such list for this key.
  private mutating func unlessRefused<Result>(
    _ operation: AdminAPI.Operation,
    _ body: (RunContext) throws(RunError) -> Result
  ) throws(RunError) -> Result? {
    do throws(RunError) {
      return try body(context)
    } catch {
      guard [.forbidden, .notFound, .invalid].contains(error.kind) else { throw error }
      leftOut.append(
        Value(fields: [
          "command": Value(operation.words.joined(separator: " ")), "reason": Value(error.message),
        ])
      )
      return nil
    }
  }

  /// The API tells it by its name only, which scrubbing takes away.
  private static func defaultWorkspace(_ workspaces: Value) -> String? {
    let found = workspaces.list?.first { $0.record?["name"]?.string == "Default" }
    return found?.record?["id"]?.string
  }

  func record(scrubbed: Bool) -> Value {
    var scrubber = Scrubber()
    var fields = [Field("snapshot", .int), Field("made", .datetime)]
    var values: [Value] = [.int(1), .datetime(context.now)]
    for part in parts {
      fields.append(Field(part.name, .any))
      values.append(scrubbed ? scrubber.scrub(part.value, .record(part.shape)) : part.value)
      guard part.name == Catalog.Workspaces.collection.name else { continue }
      fields.append(Field("default_workspace", .any))
      values.append(Value(Self.defaultWorkspace(part.value)))
    }
    fields.append(Field("left_out", .any))
    values.append(Value(leftOut))
    return .record(Record(shape: Shape(fields: fields), values: values))
  }
}

extension AdminAPI.Operation {
  /// A row with the ids of what it was listed by, where it has not got them.
  fileprivate func withParents(_ row: Value, _ arguments: Arguments) -> Value {
    guard let record = row.record else { return row }
    let missing = parameters.filter { $0.place == .path && record[$0.name] == nil }
    guard !missing.isEmpty else { return row }
    let shape = Shape(
      record.shape.name,
      fields: missing.map { Field($0.name, $0.type) } + record.shape.fields
    )
    let values = missing.map { arguments[$0.name] ?? .null } + record.values
    return .record(Record(shape: shape, values: values))
  }
}
