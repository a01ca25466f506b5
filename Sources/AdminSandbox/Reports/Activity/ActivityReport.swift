internal import AdminAPI
internal import StewardValues

/// How much the things of the organization were used: a row for each, or for each and a group.
struct ActivityReport {
  private let state: OrganizationState
  let facts: ActivityFacts
  let query: ActivityQuery
  private let call: Call

  struct Key: Hashable {
    let index: Int
    var isShared = false
    let group: ActivityQuery.Group
  }

  init(_ state: OrganizationState, _ facts: ActivityFacts, _ call: Call) throws(APIFailure) {
    self.state = state
    self.facts = facts
    self.call = call
    query = try ActivityQuery(call, state)
  }

  func skills() throws(APIFailure) -> [UInt8] {
    let rows = rows(of: .skills) { index in
      let skill = AcmeTools.skills[index]
      return query.accepts(skill.name, "skill_name") && query.accepts(skill.share, "share_status")
    } count: { use, work, tally in
      tally.values.add(use.count, to: "invocation_count")
      countPlaces("skill", use, work, &tally)
      // Of the chat nothing tells which requests a skill was part of.
      guard work.product != .chat, work.messages > 0 else { return }
      tally.listCost = (tally.listCost ?? 0) + work.listCost / work.messages * use.count
    }
    return try rows.page(call, Catalog.ActivityAnalytics.skillActivity, by: "skill_name") {
      key,
      tally in
      let skill = AcmeTools.skills[key.index]
      tally.values["skill_name"] = Value(skill.name)
      tally.values["skill_display_name"] = skill.displayName.map { Value($0) }
      tally.values["share_status"] = skill.share.map { Value($0) }
      tally.values["enable_count"] = wholeCount(tally, more: 2 + key.index % 4)
      if let cost = tally.listCost {
        tally.values["attributed_list_price"] = Value(Cents.text(cost))
        tally.values["estimated_overage_spend"] = Value("0")
        tally.values["currency"] = Value("USD")
      }
      finish(key, &tally, distinct: Self.places("skill"))
    }
  }

  func connectors() throws(APIFailure) -> [UInt8] {
    let rows = rows(of: .connectors) { index in
      query.accepts(AcmeTools.connectors[index].name, "connector_name")
    } count: { use, work, tally in
      let writes = use.count * AcmeTools.connectors[use.index].writes / 100
      tally.values.add(use.count - writes, to: "read_call_count")
      tally.values.add(writes, to: "write_call_count")
      countPlaces("connector", use, work, &tally)
    }
    return try rows.page(call, Catalog.ActivityAnalytics.connectorActivity, by: "connector_name") {
      key,
      tally in
      let connector = AcmeTools.connectors[key.index]
      tally.values["connector_name"] = Value(connector.name)
      tally.values["connector_display_name"] = Value(connector.displayName)
      let signedIn = connector.isManaged ? "managed" : "individual"
      tally.values["\(signedIn)_auth_distinct_user_count"] = .int(tally.people.count)
      finish(key, &tally, distinct: Self.places("connector"))
    }
  }

  func plugins() throws(APIFailure) -> [UInt8] {
    let rows = rows(of: .plugins) { index in
      query.accepts(facts.things.plugins[index].name, "plugin_name")
    } count: { use, work, tally in
      tally.values.add(use.count, to: "invocation_count")
      countPlaces("plugin", use, work, &tally)
    }
    return try rows.page(call, Catalog.ActivityAnalytics.pluginActivity, by: "plugin_name") {
      key,
      tally in
      let plugin = facts.things.plugins[key.index]
      tally.values["plugin_name"] = Value(plugin.name)
      tally.values["plugin_id"] = plugin.id.map { Value($0) }
      tally.values["install_count"] = wholeCount(tally, more: 1 + key.index % 3)
      finish(key, &tally, distinct: Self.places("plugin"))
    }
  }

  func projects() throws(APIFailure) -> [UInt8] {
    let rows = rows(of: .projects) { index in
      query.accepts(state.projectID(index), "project_id")
    } count: { use, _, tally in
      tally.values.add(use.count, to: "message_count")
      tally.values.add(use.places, to: "distinct_conversation_count")
    }
    return try rows.page(call, Catalog.ActivityAnalytics.projectActivity, by: "project_id") {
      key,
      tally in
      let project = AcmeTools.projects[key.index]
      tally.values["project_id"] = Value(state.projectID(key.index))
      tally.values["project_name"] = Value(project.name)
      let created = (state.population.today - project.createdDaysAgo) * 1440 + 9 * 60
      tally.values["created_at"] = .datetime(Timestamp(minute: created))
      tally.values["created_by"] = state.analyticsUser(state.population.number(of: project.creator))
      finish(key, &tally, distinct: ["distinct_conversation_count"])
    }
  }

  func artifacts() throws(APIFailure) -> [UInt8] {
    let rows = rows(of: .artifacts) { index in
      query.accepts(AcmeTools.artifacts[index], "artifact_type")
    } isShared: { use, work in
      work.random.at(50).at(use.index).below(4) == 0
    } count: { use, work, tally in
      tally.values.add(use.count, to: "artifacts_created_count")
      if work.random.at(51).at(use.index).below(5) == 0 {
        tally.values.add(1, to: "published_artifacts_created_count")
      }
    }
    return try rows.page(
      call,
      Catalog.ActivityAnalytics.artifactActivity,
      by: "artifact_type",
      isPaged: !query.dimensions.isEmpty
    ) { key, tally in
      tally.values["artifact_type"] = Value(AcmeTools.artifacts[key.index])
      tally.values["is_shared"] = .bool(key.isShared)
      finish(key, &tally, distinct: [])
    }
  }
}

extension OrganizationState {
  /// The chat's projects are known by UUIDs.
  func projectID(_ index: Int) -> String {
    "claude_proj_\(Base58.text(population.random.purpose("projects").at(index).bits))"
  }

  /// A person as the activity lists show them, whether they are still there or not.
  func analyticsUser(_ person: Int) -> Value {
    .object([
      "id": Value(people.ids[person]),
      "email_address": Value((people.current(person) ?? population.person(person)).email),
      "type": Value("user"),
    ])
  }
}
