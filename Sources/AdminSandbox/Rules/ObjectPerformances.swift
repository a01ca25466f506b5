internal import AdminAPI
internal import StewardValues

/// What is no plain work on objects: probes.
extension OrganizationState {
  static let objectPerformances: [String: Performance] = [
    "external_keys.validate": { (state, call) throws(APIFailure) in
      let entry = try state.entry(
        Catalog.ExternalKeys.collection,
        [call.path["external_key_id"]],
        call
      )
      let isBroken = Self.isBroken(entry.row)
      return state.answer(
        ObjectRow([
          "status": Value(isBroken ? "failure" : "success"),
          "error": isBroken ? Value("The key could not be used.") : .null,
        ]),
        call
      )
    },
    "telemetry_destinations.test": { (state, call) throws(APIFailure) in
      let id = call.path["destination_id"]
      _ = try state.entry(Catalog.TelemetryDestinations.collection, [id], call)
      return state.answer(ObjectRow(["result": .tag("success")]), call)
    },
  ]

  private func entry(
    _ collection: Semantics.Collection,
    _ identity: [String?],
    _ call: Call
  ) throws(APIFailure) -> ObjectCollection.Entry {
    guard let entry = objects[collection].current(identity.map { $0 ?? "" }) else {
      throw missing(collection, call)
    }
    return entry
  }
}

extension Call {
  /// What an uploaded plugin says of itself.
  var manifest: Record? {
    uploads.first { $0.name == ".claude-plugin/plugin.json" }
      .flatMap { BodyJSON.value(Array($0.content)) }?.record
  }
}
