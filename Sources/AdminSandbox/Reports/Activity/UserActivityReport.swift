internal import AdminAPI
internal import StewardValues

/// What each person did, or each group.
struct UserActivityReport {
  private let state: OrganizationState
  private let usage: UsageFacts
  private let facts: ActivityFacts
  private let query: ActivityQuery
  private let call: Call

  private enum Key: Hashable {
    case person(Int)
    case group(ActivityQuery.Group)
  }

  /// - Throws: 400 for a project together with groups.
  init(
    _ state: OrganizationState,
    _ usage: UsageFacts,
    _ facts: ActivityFacts,
    _ call: Call
  ) throws(APIFailure) {
    self.state = state
    self.usage = usage
    self.facts = facts
    self.call = call
    query = try ActivityQuery(call, state)
    if query.asks(for: "project_id"),
      !query.dimensions.isEmpty || query.asks(for: "rbac_group_id")
    {
      throw .invalid("filter: project_id cannot be combined with group_by or rbac_group_id")
    }
  }

  func page() throws(APIFailure) -> [UInt8] {
    var rows = ActivityRows<Key>()
    for day in query.range.days {
      let code = codeWork(on: day)
      for work in facts.work(on: day) where query.accepts(work) && usesWantedProject(work) {
        let values = values(work, code[work.person] ?? [])
        for key in keys(work) { rows.count(work, toward: key) { $0.values.add(values) } }
      }
    }
    return try rows.page(call, Catalog.ActivityAnalytics.userActivity, by: "email") {
      key,
      tally in
      switch key {
      case .person(let person):
        let user = state.analyticsUser(person)
        tally.values["user"] = user
        tally.values["email"] = user.record?["email_address"]
        tally.values["distinct_user_count"] = .null
      case .group(let group):
        query.describe(group, in: &tally.values)
        tally.values["distinct_user_count"] = .int(tally.people.count)
      }
      tally.values["last_activity_date"] = .date(CalendarDate(days: Int32(tally.lastDay)))
      if !query.range.isDay { for path in Self.distinct { tally.values[path] = .null } }
    }
  }

  private func keys(_ work: Work) -> [Key] {
    query.dimensions.isEmpty ? [.person(work.person)] : query.groups(of: work).map(Key.group)
  }

  private func usesWantedProject(_ work: Work) -> Bool {
    guard query.asks(for: "project_id") else { return true }
    return facts.uses(of: .projects, in: work).contains { use in
      query.accepts(state.projectID(use.index), "project_id")
    }
  }

  /// What cannot be told apart over several days.
  private static let distinct: [String] = {
    func paths(_ shape: Shape, _ prefix: String) -> [String] {
      shape.fields.flatMap { field -> [String] in
        if case .record(let inner) = field.type { return paths(inner, "\(prefix)\(field.name).") }
        guard case .optional(.int) = field.type, field.name.hasPrefix("distinct_"),
          !prefix.isEmpty
        else { return [] }
        return [prefix + field.name]
      }
    }
    return paths(Catalog.ActivityAnalytics.userActivity, "")
  }()

  // MARK: - Counting

  /// The rows of the Claude Code report by person.
  private func codeWork(on day: Int) -> [Int: [CodeWork]] {
    let report = ClaudeCodeReport(state, usage, day: day, settled: (day + 1) * 1440)
    var work: [Int: [CodeWork]] = [:]
    for row in report.rows() {
      if let person = row.actor.account { work[person, default: []].append(CodeWork(row)) }
    }
    return work
  }

  private func values(_ work: Work, _ code: [CodeWork]) -> RowValues {
    var values = RowValues()
    values.add(work.amounts[.webSearch], to: "web_search_count")
    switch work.product {
    case .chat: addChat(work, &values)
    case .cowork: addCowork(work, &values)
    case .claudeCode: addCode(work, code, &values)
    case .claudeDesign: addDesign(work, &values)
    case .officeAgent: addOffice(work, &values)
    case .console, .messages, .batches: break
    }
    return values
  }

  /// How often things were used, and how many different ones.
  private func uses(_ thing: Work.Thing, _ work: Work) -> (count: Int, distinct: Int) {
    let uses = facts.uses(of: thing, in: work)
    return (uses.reduce(0) { $0 + $1.count }, uses.count)
  }

  private func addChat(_ work: Work, _ values: inout RowValues) {
    let metrics = "chat_metrics."
    let connectors = uses(.connectors, work)
    values.add(work.messages, to: metrics + "message_count")
    values.add(work.conversations, to: metrics + "distinct_conversation_count")
    values.add(work.part(60, of: 0...40), to: metrics + "thinking_message_count")
    values.add(connectors.count, to: metrics + "connectors_used_count")
    values.add(connectors.distinct, to: metrics + "distinct_connectors_used_count")
    values.add(uses(.skills, work).distinct, to: metrics + "distinct_skills_used_count")
    values.add(uses(.artifacts, work).count, to: metrics + "distinct_artifacts_created_count")
    values.add(uses(.projects, work).distinct, to: metrics + "distinct_projects_used_count")
    values.add(createdProjects(work), to: metrics + "distinct_projects_created_count")
    values.add(work.part(61, of: 0...20), to: metrics + "distinct_files_uploaded_count")
    values.add(work.part(62, of: 0...6), to: metrics + "distinct_shared_artifacts_viewed_count")
    values.add(work.part(63, of: 0...8), to: metrics + "shared_conversations_viewed_count")
  }

  private func createdProjects(_ work: Work) -> Int {
    AcmeTools.projects.count { project in
      state.population.number(of: project.creator) == work.person
        && state.population.today - project.createdDaysAgo == work.day
    }
  }

  private func addCowork(_ work: Work, _ values: inout RowValues) {
    let metrics = "cowork_metrics."
    for (thing, name) in [
      (Work.Thing.connectors, "connectors"), (.plugins, "plugins"), (.skills, "skills"),
    ] {
      let uses = uses(thing, work)
      values.add(uses.count, to: metrics + "\(name)_used_count")
      values.add(uses.distinct, to: metrics + "distinct_\(name)_used_count")
    }
    values.add(work.messages, to: metrics + "message_count")
    values.add(work.messages * 3, to: metrics + "action_count")
    values.add(work.conversations, to: metrics + "distinct_session_count")
    values.add(uses(.artifacts, work).count, to: metrics + "artifacts_created_count")
    values.add(work.part(60, of: 5...25), to: metrics + "dispatch_turn_count")
    let edits = work.part(61, of: 10...60)
    let writes = work.part(62, of: 2...20)
    values.add(edits, to: metrics + "edit_tool_count")
    values.add(writes, to: metrics + "write_tool_count")
    values.add(edits + writes, to: metrics + "file_edit_count")
    let edited = min(work.conversations, edits + writes)
    values.add(edited, to: metrics + "sessions_with_file_edits_count")
  }

  private func addCode(_ work: Work, _ code: [CodeWork], _ values: inout RowValues) {
    let metrics = "claude_code_metrics.core_metrics."
    values.add(uses(.artifacts, work).count, to: metrics + "artifacts_created_count")
    for part in code {
      values.add(part.sessions, to: metrics + "distinct_session_count")
      values.add(part.commits, to: metrics + "commit_count")
      values.add(part.pullRequests, to: metrics + "pull_request_count")
      values.add(part.addedLines, to: metrics + "lines_of_code.added_count")
      values.add(part.removedLines, to: metrics + "lines_of_code.removed_count")
      for tool in part.tools {
        let path = "claude_code_metrics.tool_actions.\(tool.name)."
        values.add(tool.accepted, to: path + "accepted_count")
        values.add(tool.rejected, to: path + "rejected_count")
      }
    }
  }

  private func addDesign(_ work: Work, _ values: inout RowValues) {
    values.add(work.messages, to: "design_metrics.message_count")
    values.add(work.conversations, to: "design_metrics.distinct_session_count")
    values.add(min(2, work.conversations), to: "design_metrics.distinct_projects_used_count")
  }

  private func addOffice(_ work: Work, _ values: inout RowValues) {
    let metrics = "office_metrics.\(work.officeProgram)."
    for (thing, name) in [(Work.Thing.connectors, "connectors"), (.skills, "skills")] {
      let uses = uses(thing, work)
      values.add(uses.count, to: metrics + "\(name)_used_count")
      values.add(uses.distinct, to: metrics + "distinct_\(name)_used_count")
    }
    values.add(work.messages, to: metrics + "message_count")
    values.add(work.conversations, to: metrics + "distinct_session_count")
  }
}

extension Work {
  /// Some percent of the messages, by chance.
  fileprivate func part(_ place: Int, of percent: ClosedRange<Int>) -> Int {
    messages * random.at(place).within(percent) / 100
  }
}
