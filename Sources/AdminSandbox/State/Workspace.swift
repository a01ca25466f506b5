internal import StewardValues

/// A workspace; number 0 is the organization's default one.
struct Workspace: Sendable {
  static let defaultNumber = 0

  var name: String
  var createdAt: Timestamp
  var archivedAt: Timestamp?
  var color: String
  var tags: [(name: String, value: String)] = []
  var residency = Residency()
  var compartmentID: String
  var externalKeyID: String?
  var userProfileID: String?

  /// Where inference may run.
  struct Residency: Sendable {
    var defaultGeo = "global"
    /// Nil for `unrestricted`.
    var allowedGeos: [String]?
  }
}

extension JSONBytes {
  mutating func workspace(_ workspace: Workspace, _ number: Int, _ ids: ObjectIDs) {
    object { json in
      json.key("id")
      json.id(ids, number)
      json.key("type")
      json.string("workspace")
      json.key("name")
      json.string(workspace.name)
      json.key("created_at")
      json.time(workspace.createdAt)
      json.key("archived_at")
      json.time(workspace.archivedAt)
      json.key("display_color")
      json.string(workspace.color)
      json.key("tags")
      json.tags(workspace.tags)
      json.key("data_residency")
      json.residency(workspace.residency)
      json.key("compartment_id")
      json.string(workspace.compartmentID)
      json.key("external_key_id")
      json.string(workspace.externalKeyID)
      json.key("user_profile_id")
      json.string(workspace.userProfileID)
    }
  }

  private mutating func tags(_ tags: [(name: String, value: String)]) {
    object { json in
      for tag in tags {
        json.key(named: tag.name)
        json.string(tag.value)
      }
    }
  }

  private mutating func residency(_ residency: Workspace.Residency) {
    object { json in
      json.key("workspace_geo")
      json.string("us")
      json.key("default_inference_geo")
      json.string(residency.defaultGeo)
      json.key("allowed_inference_geos")
      guard let geos = residency.allowedGeos else { return json.string("unrestricted") }
      json.array { json in for geo in geos { json.string(geo) } }
    }
  }
}
