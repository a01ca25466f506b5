internal import AdminAPI
internal import StewardValues

/// The activity feed: what the seeded objects tell of their past, and what was changed since.
extension OrganizationState {
  static let activityPerformances: [String: Performance] = [
    "compliance.activities.list": { (state, call) throws(APIFailure) in
      try state.listActivities(call)
    }
  ]

  /// Something that happened, and of which the feed tells.
  struct Activity: Sendable {
    let at: Timestamp
    let type: String
    /// The number of the person who did it; nil for the admin key.
    let person: Int?
    let fields: [(String, Value)]
  }

  /// Writes down a change that was made through the API.
  mutating func note(_ operation: AdminAPI.Operation, _ path: [String: String], at now: Timestamp) {
    guard let type = Self.activityTypes[operation.id] else { return }
    let fields = path.sorted { $0.key < $1.key }.map { ($0.key, Value($0.value)) }
    activities.append(Activity(at: now, type: type, person: nil, fields: fields))
  }

  /// How the feed calls what an operation does.
  private static let activityTypes = [
    "invites.create": "org_user_invite_sent",
    "invites.delete": "org_user_invite_deleted",
    "users.remove": "org_user_deleted",
    "api_keys.update": "platform_api_key_updated",
    "workspaces.create": "platform_workspace_created",
    "workspaces.update": "platform_workspace_updated",
    "workspaces.archive": "platform_workspace_archived",
    "workspaces.members.add": "platform_workspace_member_added",
    "workspaces.members.update": "platform_workspace_member_updated",
    "workspaces.members.remove": "platform_workspace_member_removed",
    "workspaces.rate_limits.update": "platform_workspace_rate_limit_updated",
    "federation.issuers.update": "platform_federation_issuer_updated",
    "federation.issuers.archive": "platform_federation_issuer_archived",
    "federation.rules.update": "platform_federation_rule_updated",
    "federation.rules.archive": "platform_federation_rule_archived",
    "federation.rules.workspaces.add": "platform_federation_rule_workspace_added",
    "federation.rules.workspaces.remove": "platform_federation_rule_workspace_removed",
    "service_accounts.update": "platform_service_account_updated",
    "service_accounts.archive": "platform_service_account_archived",
    "plugins.installation_settings.set": "plugin_installation_preference_updated",
  ]

  // MARK: - The past

  /// Of what is there from the beginning: the oldest first.
  private var past: [Activity] {
    var past: [Activity] = []
    for number in 0..<population.workspaces.count {
      let workspace = population.workspace(number)
      past.append(
        Activity(
          at: workspace.createdAt,
          type: "platform_workspace_created",
          person: nil,
          fields: [("workspace_id", Value(workspaces.ids[number]))]
        )
      )
    }
    for number in 0..<population.keys.count {
      let key = population.key(number)
      past.append(
        Activity(
          at: key.createdAt,
          type: "platform_api_key_created",
          person: key.creator,
          fields: [("api_key_id", Value(keys.ids[number]))]
        )
      )
    }
    for number in 0..<population.people.count {
      past.append(
        Activity(
          at: population.person(number).addedAt,
          type: "org_user_invite_accepted",
          person: number,
          fields: []
        )
      )
    }
    return past.sorted { $0.at.microseconds < $1.at.microseconds }
  }

  // MARK: - The list

  private func listActivities(_ call: Call) throws(APIFailure) -> [UInt8] {
    let all = past + activities
    let ids = ObjectIDs(prefix: "activity_", population.random.purpose("activities"))
    let types = call.texts("activity_types").map(Set.init)
    let people = call.texts("actor_ids").map { Set($0.compactMap(self.people.ids.number(of:))) }
    let listing = Listing<Activity>(
      ids: ids,
      places: all.count,
      row: { number in
        let activity = all[number]
        guard types?.contains(activity.type) ?? true, Self.isWithin(activity.at, call) else {
          return nil
        }
        if let people, !(activity.person.map(people.contains) ?? false) { return nil }
        return (number, activity)
      },
      place: { $0 < all.count ? $0..<$0 + 1 : nil }
    )
    return try listing.page(call) { json, number, activity in
      self.write(activity, ids[number], to: &json)
    }
  }

  private static func isWithin(_ time: Timestamp, _ call: Call) -> Bool {
    let at = time.microseconds
    return (call.time("created_at_gte").map { at >= $0.microseconds } ?? true)
      && (call.time("created_at_gt").map { at > $0.microseconds } ?? true)
      && (call.time("created_at_lte").map { at <= $0.microseconds } ?? true)
      && (call.time("created_at_lt").map { at < $0.microseconds } ?? true)
  }

  private func write(_ activity: Activity, _ id: String, to json: inout JSONBytes) {
    json.object { json in
      json.key("id")
      json.string(id)
      json.key("created_at")
      json.time(activity.at)
      json.key("organization_id")
      json.null()
      json.key("organization_uuid")
      json.string(organizationID)
      json.key("actor")
      write(actor: activity.person, to: &json)
      json.key("type")
      json.string(activity.type)
      for (name, value) in activity.fields {
        json.key(named: name)
        json.string(value.string)
      }
    }
  }

  private func write(actor: Int?, to json: inout JSONBytes) {
    json.object { json in
      json.key("type")
      guard let actor else {
        json.string("admin_api_key_actor")
        json.key("admin_api_key_id")
        json.string("apikey_admin")
        return
      }
      json.string("user_actor")
      json.key("email_address")
      json.string(population.person(actor).email)
      json.key("user_id")
      json.id(people.ids, actor)
      json.key("ip_address")
      json.string("192.0.2.\(actor % 250 + 1)")
      json.key("user_agent")
      json.string("Mozilla/5.0")
    }
  }
}
