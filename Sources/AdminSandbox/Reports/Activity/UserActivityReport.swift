internal import AdminAPI
internal import StewardValues

/// What each person did, or each group.
struct UserActivityReport {
  let state: OrganizationState
  private let usage: UsageFacts
  let facts: ActivityFacts
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
}
