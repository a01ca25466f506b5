internal import AdminAPI
internal import StewardValues

/// How many people were active, day by day.
struct ActivitySummaries {
  private let state: OrganizationState
  private let query: ActivityQuery
  /// Who used what on each day that counts: those of the query and 29 before.
  private var active: [Int: [UsageStream.Product: Set<Int>]] = [:]

  private static let spans = [("daily", 1), ("weekly", 7), ("monthly", 30)]
  private static let products: [(name: String, product: UsageStream.Product)] = [
    ("chat", .chat), ("cowork", .cowork), ("claude_code", .claudeCode),
    ("claude_design", .claudeDesign), ("office_agent", .officeAgent),
  ]
  /// Products that the organization does not have.
  private static let absent = ["chat_cowork_unified", "claude_tag", "science"]

  init(_ state: OrganizationState, _ facts: ActivityFacts, _ call: Call) throws(APIFailure) {
    self.state = state
    query = try ActivityQuery(call, state)
    let days = query.range.days
    for day in days.isEmpty ? days : days.lowerBound - 29..<days.upperBound {
      for work in facts.work(on: day) where query.accepts(work.person) {
        active[day, default: [:]][work.product, default: []].insert(work.person)
      }
    }
  }

  /// All days on one page: this list has no other.
  func page() -> [UInt8] {
    let rows = query.range.days.map { day in
      values(day).record(Catalog.ActivityAnalytics.summary)
    }
    return JSONWriter.utf8(ObjectRow.document([("data", Value(rows)), ("next_page", .null)]))
  }

  private func values(_ day: Int) -> RowValues {
    var values = RowValues()
    values["starting_at"] = .datetime(Timestamp(minute: day * 1440))
    values["ending_at"] = .datetime(Timestamp(minute: (day + 1) * 1440))
    let seats = query.asks(for: "rbac_group_id") ? nil : seats(day)
    values["assigned_seat_count"] = seats.map { .int($0) } ?? .null
    values["pending_invite_count"] = seats == nil ? .null : .int(pendingInvites(day))
    for (span, length) in Self.spans {
      let all = people(day, length, nil)
      values["\(span)_active_user_count"] = .int(all)
      values["\(span)_adoption_rate"] = seats.map { Self.percent(all, of: $0) } ?? .null
      for (name, product) in Self.products {
        values["\(name)_\(span)_active_user_count"] = .int(people(day, length, product))
      }
      for name in Self.absent { values["\(name)_\(span)_active_user_count"] = .null }
    }
    values["science_entitled_user_count"] = .null
    return values
  }

  /// Who used a product, or any, on so many days up to this one.
  private func people(_ day: Int, _ length: Int, _ product: UsageStream.Product?) -> Int {
    var people: Set<Int> = []
    for day in day - length + 1...day {
      for (used, users) in active[day] ?? [:] where product == nil || used == product {
        people.formUnion(users)
      }
    }
    return people.count
  }

  private func seats(_ day: Int) -> Int {
    (0..<state.people.count).count { number in
      state.people.current(number).map { $0.addedAt.dayNumber <= day } ?? false
    }
  }

  private func pendingInvites(_ day: Int) -> Int {
    let end = Timestamp(minute: (day + 1) * 1440)
    return (0..<state.invites.count).count { number in
      guard let invite = state.invites.current(number), invite.invitedAt.dayNumber <= day else {
        return false
      }
      return invite.status(at: end) == .pending
    }
  }

  /// With two places.
  private static func percent(_ part: Int, of whole: Int) -> Value {
    guard whole > 0 else { return .int(0) }
    return Value(ExactDecimal(mantissa: Int128((part * 20_000 + whole) / (whole * 2)), scale: 2))
  }
}
