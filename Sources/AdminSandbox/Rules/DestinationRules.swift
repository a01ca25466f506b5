internal import AdminAPI
internal import StewardValues

/// Where telemetry is sent.
extension OrganizationState {
  static let destinationRules: [String: ObjectRule] = [
    "telemetry_destinations.create": { (state, call, row, _) throws(APIFailure) in
      let collection = state.objects[Catalog.TelemetryDestinations.collection]
      guard collection.current.count < 10 else {
        throw .invalid("An organization has at most 10 telemetry destinations.")
      }
      row["id"] = Value(collection.nextID)
      row["state"] = .tag("enabled")
      row["delivery_health"] = Self.noDelivery
      try state.complete(&row, call, nil)
    },
    "telemetry_destinations.update": { (state, call, row, before) throws(APIFailure) in
      guard
        call.operation.parameters.contains(where: {
          $0.place == .body && call.arguments[$0.name] != nil
        })
      else { throw .invalid("At least one field is required.") }
      if call.arguments["state"]?.record?["type"]?.string == "disabled" {
        row["state"] = .object(["type": Value("disabled"), "reason": .tag("caller")])
      }
      try state.complete(&row, call, before)
    },
    "telemetry_destinations.delete": { (state, call, row, _) throws(APIFailure) in
      for entry in state.workspacesListed(for: row["id"]) {
        state.objects[Catalog.TelemetryDestinationWorkspaces.collection]
          .replace(entry.number, with: nil, at: call.moment)
      }
    },
    "telemetry_destinations.workspaces.add": { (state, call, row, before) throws(APIFailure) in
      try state.checkAddition(call, isListed: before != nil)
      row["telemetry_destination_id"] = Value(call.path["destination_id"] ?? "")
    },
  ]

  static let destinationPerformances: [String: Performance] = [
    "telemetry_destinations.test": { (state, call) throws(APIFailure) in
      try state.testDestination(call)
    },
    "telemetry_destinations.workspaces.remove": { (state, call) throws(APIFailure) in
      try state.checkHasList(call)
      return try state.performAsDescribed(call)
    },
  ]

  static let destinationFilters: [String: ObjectFilter] = [
    "telemetry_destinations.list": { state, call, row in
      call.texts("workspace_ids")?.contains { state.covers(row, $0) } ?? true
    }
  ]

  static let noDelivery = Value.object([
    "last_error": .null, "last_error_at": .null, "last_success_at": .null,
  ])

  /// Checks what a request says and fits its parts together; the lists come last.
  private mutating func complete(
    _ row: inout ObjectRow,
    _ call: Call,
    _ before: ObjectRow?
  ) throws(APIFailure) {
    let endpoint = try Self.endpoint(row.text("endpoint_url"), "endpoint_url")
    let isMoved = !endpoint.isServer(of: EndpointURL(before?.text("endpoint_url") ?? ""))
    row["traces"] = try Self.traces(call.arguments["traces"], over: before?["traces"])
    if let own = row.holder("traces", "endpoint_url") {
      guard try Self.endpoint(own, "traces.endpoint_url").isServer(of: endpoint) else {
        throw .invalid("traces.endpoint_url: must have the host and port of endpoint_url")
      }
    }
    // Secrets do not move to another server.
    let stored = isMoved ? nil : before?["header_names"].list?.compactMap(\.string)
    var headers = DestinationHeaders(stored ?? [])
    try headers.merge(call.arguments["headers"])
    if headers.setsValue, call.arguments["endpoint_url"] == nil {
      throw .invalid("headers: a request that sets a value must have endpoint_url too")
    }
    row["header_names"] = Value(headers.names.map { Value($0) })
    try setWorkspaces(of: &row, call, before)
  }

  private static func endpoint(
    _ text: String?,
    _ place: String
  ) throws(APIFailure) -> EndpointURL {
    guard let text, text.unicodeScalars.count <= 2048, let url = EndpointURL(text),
      url.takesTelemetry
    else {
      throw .invalid(
        "\(place): must be an https URL with a host's name, port 443, and no query, fragment or user"
      )
    }
    return url
  }

  /// What is not given stays as it was; null is as at the beginning.
  private static func traces(_ given: Value?, over before: Value?) throws(APIFailure) -> Value {
    let given = given ?? before ?? .null
    let stored = given.isNull ? nil : before?.record
    func field(_ name: String) -> Value? { given.record?[name] ?? stored?[name] }
    let enabled = field("enabled") ?? .bool(true)
    if enabled.isNull { throw .invalid("traces.enabled: Input should be a valid boolean") }
    let bound = field("max_content_bytes") ?? .null
    if let bytes = bound.int, bytes < 1 {
      throw .invalid("traces.max_content_bytes: Input should be greater than or equal to 1")
    }
    let mode = field("content_mode") ?? .null
    return .object([
      "content_mode": mode.isNull ? Value("metadata_only") : mode, "enabled": enabled,
      "endpoint_url": field("endpoint_url") ?? .null, "max_content_bytes": bound,
    ])
  }

  /// A test changes nothing; a destination whose name begins with `broken` does not answer.
  private mutating func testDestination(_ call: Call) throws(APIFailure) -> [UInt8] {
    let collection = Catalog.TelemetryDestinations.collection
    let id = call.path["destination_id"] ?? ""
    guard let row = objects[collection].current([id])?.row else { throw missing(collection, call) }
    let pause: Int64 = 10_000_000_000
    let now = call.moment.uptime
    if let last = destinationTests[id], now - last < pause {
      let seconds = Int((pause - (now - last) - 1) / 1_000_000_000) + 1
      throw .rateLimited(retryAfter: seconds, "Wait 10 seconds between tests of one destination.")
    }
    destinationTests[id] = now
    let isBroken = row.text("display_name")?.hasPrefix("broken") ?? false
    let result =
      isBroken
      ? Value.object(["type": Value("failure"), "error": Value("connection failure")])
      : .tag("success")
    return answer(ObjectRow(["result": result]), call)
  }
}
