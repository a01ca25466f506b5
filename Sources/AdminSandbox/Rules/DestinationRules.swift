internal import AdminAPI
internal import StewardValues

/// Where events and telemetry are sent.
extension OrganizationState {
  static let destinationRules: [String: ObjectRule] = [
    "webhooks.create": { (state, call, row, _) throws(APIFailure) in
      guard state.objects[Catalog.Webhooks.collection].current.count < 32 else {
        throw .invalid("An organization has at most 32 webhook endpoints.")
      }
      guard !(row["enabled_events"].list?.isEmpty ?? true) else {
        throw .invalid("enabled_events: List should have at least 1 item")
      }
      row["signing_secret"] = state.newSecret(call)
      row["state"] = Value("enabled")
    },
    "webhooks.update": { (_, _, row, before) throws(APIFailure) in
      if row["enabled_events"].list?.isEmpty ?? true {
        row["enabled_events"] = before?["enabled_events"] ?? .null
      }
      row["signing_secret"] = .null
    },
    "webhooks.regenerate_signing_secret": { (state, call, row, _) throws(APIFailure) in
      row["signing_secret"] = state.newSecret(call)
    },
    "telemetry_destinations.create": { (state, call, row, _) throws(APIFailure) in
      guard state.objects[Catalog.TelemetryDestinations.collection].current.count < 10 else {
        throw .invalid("An organization has at most 10 telemetry destinations.")
      }
      row["state"] = .tag("enabled")
      row["traces"] = Self.traces(call.arguments["traces"], over: nil)
      row["header_names"] = Self.names(call.arguments["headers"])
      row["id"] = Value(
        state.objects[Catalog.TelemetryDestinations.collection].nextID
      )
      state.setWorkspaces(&row, call)
    },
    "telemetry_destinations.update": { (state, call, row, before) throws(APIFailure) in
      guard
        call.operation.parameters.contains(where: {
          $0.place == .body && call.arguments[$0.name] != nil
        })
      else { throw .invalid("At least one field is required.") }
      if let state = call.arguments["state"]?.record?["type"]?.string {
        row["state"] =
          state == "enabled"
          ? .tag("enabled") : .object(["type": Value(state), "reason": .tag("caller")])
      }
      row["traces"] = Self.traces(call.arguments["traces"], over: before?["traces"])
      let isMoved = Self.host(row.text("endpoint_url")) != Self.host(before?.text("endpoint_url"))
      let given = call.arguments["headers"]
      row["header_names"] =
        given.map(Self.names)
        ?? (isMoved ? Value([Value]()) : before?["header_names"] ?? Value([Value]()))
      if call.arguments["workspaces"] != nil { state.setWorkspaces(&row, call) }
    },
    "telemetry_destinations.workspaces.add": { (state, call, row, _) throws(APIFailure) in
      try state.checkList(call)
      row["telemetry_destination_id"] = Value(call.path["destination_id"] ?? "")
    },
    "telemetry_destinations.workspaces.remove": { (state, call, _, _) throws(APIFailure) in
      try state.checkList(call)
    },
  ]

  /// Shown once.
  private func newSecret(_ call: Call) -> Value {
    let random = population.random.purpose("webhooks").at(Int(call.now.microseconds))
    return Value("whsec_\(Base58.text(random.at(0).bits, random.at(1).bits))")
  }

  private static func names(_ headers: Value?) -> Value {
    Value((headers?.record?.shape.fields ?? []).map { Value($0.name) })
  }

  private static func host(_ url: String?) -> Substring? {
    url?.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first
  }

  private static func traces(_ given: Value?, over before: Value?) -> Value {
    func field(_ name: String, _ standard: Value) -> Value {
      given?.record?[name] ?? before?.record?[name] ?? standard
    }
    return .object([
      "enabled": field("enabled", .bool(true)),
      "content_mode": field("content_mode", Value("metadata_only")),
      "endpoint_url": field("endpoint_url", .null),
      "max_content_bytes": field("max_content_bytes", .null),
    ])
  }

  /// The list of workspaces is a collection of its own.
  private mutating func setWorkspaces(_ row: inout ObjectRow, _ call: Call) {
    let given = call.arguments["workspaces"]?.record
    row["workspaces"] = .tag(given?["type"]?.string ?? "all")
    let collection = Catalog.TelemetryDestinationWorkspaces.collection
    for entry in objects[collection].current
    where entry.row["telemetry_destination_id"] == row["id"] {
      objects[collection].replace(entry.number, with: nil, at: call.moment)
    }
    for id in given?["workspace_ids"]?.list ?? [] {
      objects[collection].insert(
        ObjectRow([
          "telemetry_destination_id": row["id"], "workspace_id": id,
          "created_at": .datetime(call.now),
        ]),
        at: call.moment
      )
    }
  }

  /// - Throws: 400 for a destination that has no list.
  private func checkList(_ call: Call) throws(APIFailure) {
    let id = call.path["destination_id"] ?? ""
    let entry = objects[Catalog.TelemetryDestinations.collection].current([id])
    guard entry?.row["workspaces"].record?["type"]?.string == "all" else { return }
    throw .invalid("The destination takes all workspaces: it has no list.")
  }
}
