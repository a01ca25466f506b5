internal import AdminAPI
internal import StewardValues

/// Tokens or cost over a stretch of time, split as the query says, in rows that can be ranked.
struct AnalyticsReport {
  let state: OrganizationState
  private let usage: UsageFacts
  let query: AnalyticsQuery
  private let call: Call
  let kind: Kind
  private let parts: [AnalyticsPart]
  /// Use is known up to this minute.
  private let settled: Int

  enum Kind { case usage, cost }

  /// A row before it is written.
  struct Row {
    let minutes: Range<Int>
    let actor: AnalyticsStream.Actor
    let group: [String: String]
    let kind: [String: String]
    var totals = AnalyticsTotals()
  }

  private struct Key: Hashable {
    let group: [String: String]
    let kind: [String: String]
    let actor: AnalyticsStream.Actor?
  }

  /// - Throws: 400 for what does not go together.
  init(
    _ state: inout OrganizationState,
    _ call: Call,
    _ kind: Kind,
    ofSeatsOnly: Bool
  ) throws(APIFailure) {
    let query = try AnalyticsQuery(call)
    let streams = state.analyticsStreams(ofSeatsOnly: ofSeatsOnly).filter(query.accepts)
    self.query = query
    self.call = call
    self.kind = kind
    usage = state.usage
    self.state = state
    parts = streams.flatMap(query.parts)
    settled = call.now.minuteNumber - OrganizationState.usageDelay
  }

  // MARK: - Answers

  /// The answer of the usage and the cost report: a row a group, ranked.
  func ranked(_ shape: Shape) throws(APIFailure) -> [UInt8] {
    let window = try AnalyticsWindow(call, widthName: "time_bucket_width")
    let order = call.text("order_by") ?? (kind == .cost ? "amount" : "total_tokens")
    if order == "time", window.width == nil {
      throw .invalid("order_by: time requires time_bucket_width")
    }
    let leavesOut = call.bool("exclude_deleted_users")
    if leavesOut, !query.dimensions.contains("actor") {
      throw .invalid("exclude_deleted_users: Requires group_by[]=actor")
    }
    let rows = window.stretches.flatMap { self.rows($0, byActor: false) }
    let units = self.units(rows) { [$0.group.text, String($0.minutes.lowerBound)] }
    return try page(units, by: order) { row in
      if leavesOut, isDeleted(row.actor) { return nil }
      var values = RowValues()
      write(time: row.minutes, &values)
      let group = row.group.merging(row.kind) { first, _ in first }
      for (name, text) in group { values["group.\(name)"] = Value(text) }
      if query.dimensions.contains("actor") {
        values["group.actor"] = state.analyticsActor(row.actor)
      }
      write(row, kind == .cost ? "cost." : "usage.", &values)
      return values.record(shape)
    }
  }

  /// The answer of the older reports by person: ranked by what each has in all.
  func byPerson(_ shape: Shape) throws(APIFailure) -> [UInt8] {
    let window = try AnalyticsWindow(call, widthName: "bucket_width")
    let rows = window.stretches.flatMap { self.rows($0, byActor: true) }
    let units = self.units(rows) { [state.analyticsID($0.actor)] }
    let leavesOut = call.bool("exclude_deleted_users")
    let order = call.text("order_by") ?? (kind == .cost ? "amount" : "total_tokens")
    return try page(units, by: order) { row in
      if leavesOut, isDeleted(row.actor) { return nil }
      var values = result(row)
      if window.width != nil { write(time: row.minutes, &values) }
      values["actor"] = state.analyticsActor(row.actor)
      return values.record(shape)
    }
  }

  /// The answer of the older reports over time: a page is a number of buckets.
  func overTime(_ shape: Shape, _ result: Shape) throws(APIFailure) -> [UInt8] {
    let range = try AnalyticsWindow(call, widthName: "bucket_width", needsEnd: false).range
    let window = try ReportWindow(call, upTo: Timestamp(minute: range.upperBound))
    let buckets = window.starts.map { start -> Value in
      let rows = self.rows(start..<start + window.width, byActor: false)
        .sorted { $1.totals.rank(by: rankName) < $0.totals.rank(by: rankName) }
      var values = RowValues()
      write(time: start..<start + window.width, &values)
      values["results"] = Value(rows.prefix(100).map { self.result($0).record(result) })
      return values.record(shape)
    }
    return ReportPage.document(
      buckets,
      nextPage: window.nextPage,
      of: state.organizationID,
      upTo: Timestamp(minute: settled)
    )
  }

  private var rankName: String { kind == .cost ? "amount" : "total_tokens" }

  // MARK: - Rows

  /// The rows of some minutes, without those that count nothing.
  private func rows(_ minutes: Range<Int>, byActor: Bool) -> [Row] {
    let known = minutes.lowerBound..<max(minutes.lowerBound, min(minutes.upperBound, settled))
    var places: [Key: Int] = [:]
    var rows: [Row] = []
    for part in parts {
      let totals = part.totals(usage, known)
      if kind == .cost ? totals.cost == 0 : totals.tokens + totals.amounts[.webSearch] == 0 {
        continue
      }
      let actor = byActor ? part.stream.actor : nil
      let key = Key(group: part.group, kind: part.kind, actor: actor)
      let place = places[key] ?? rows.count
      if place == rows.count {
        places[key] = place
        rows.append(
          Row(minutes: minutes, actor: part.stream.actor, group: part.group, kind: part.kind)
        )
      }
      rows[place].totals += totals
    }
    return rows
  }

  /// Rows that are ranked, and counted for the page, as one.
  private typealias Unit = (name: [String], start: Int, totals: AnalyticsTotals, rows: [Row])

  private func units(_ rows: [Row], by name: (Row) -> [String]) -> [Unit] {
    var places: [[String]: Int] = [:]
    var units: [Unit] = []
    for row in rows {
      let unit = name(row)
      let place = places[unit] ?? units.count
      if place == units.count {
        places[unit] = place
        units.append((unit, row.minutes.lowerBound, AnalyticsTotals(), []))
      }
      units[place].totals += row.totals
      units[place].rows.append(row)
    }
    return units
  }

  private func page(
    _ units: [Unit],
    by order: String,
    _ write: (Row) -> Value?
  ) throws(APIFailure) -> [UInt8] {
    let isUpward = call.text("order") == "asc"
    let rank = { (unit: Unit) in order == "time" ? unit.start : unit.totals.rank(by: order) }
    let sorted = units.sorted { left, right in
      let ranks = (rank(left), rank(right))
      if ranks.0 != ranks.1 { return isUpward ? ranks.0 < ranks.1 : ranks.1 < ranks.0 }
      return left.name.lexicographicallyPrecedes(right.name)
    }
    let page = try ReportPage(call, of: sorted.count, limit: call.limit)
    let rows = sorted[page.places].flatMap { $0.rows.compactMap(write) }
    return page.document(rows, of: state.organizationID, upTo: Timestamp(minute: settled))
  }

  private func isDeleted(_ actor: AnalyticsStream.Actor) -> Bool {
    if case .person(let person) = actor { state.people.current(person) == nil } else { false }
  }
}

extension [String: String] {
  /// Equal for equal groups.
  fileprivate var text: String {
    sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "&")
  }
}

extension OrganizationState {
  fileprivate func analyticsID(_ actor: AnalyticsStream.Actor) -> String {
    switch actor {
    case .person(let number): people.ids[number]
    case .key(let number): keys.ids[number]
    }
  }
}
