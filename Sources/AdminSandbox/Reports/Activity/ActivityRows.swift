internal import AdminAPI
internal import StewardValues

/// The rows of an activity list: counted, in order, and cut into pages.
struct ActivityRows<Key: Hashable & Sendable> {
  private var tallies: [Key: Tally] = [:]

  /// What was counted for a row.
  struct Tally {
    var values = RowValues()
    var people: Set<Int> = []
    var lastDay = 0
    /// In billionths of a cent; nil where nothing tells.
    var listCost: Int?

    fileprivate mutating func count(_ work: Work, _ body: (inout Tally) -> Void) {
      people.insert(work.person)
      lastDay = max(lastDay, work.day)
      body(&self)
    }
  }

  /// Counts work toward a row.
  mutating func count(_ work: Work, toward key: Key, _ body: (inout Tally) -> Void) {
    tallies[key, default: Tally()].count(work, body)
  }

  /// One page of the rows.
  ///
  /// - Parameters:
  ///   - call: Tells order and page.
  ///   - shape: Of a row.
  ///   - name: The path by which rows are ordered unless the call says otherwise.
  ///   - isPaged: False for lists that always come whole.
  ///   - finish: Writes what the row is about.
  /// - Returns: The answer.
  /// - Throws: 400 for an order that the rows do not have, and for a token of another query.
  func page(
    _ call: Call,
    _ shape: Shape,
    by name: String,
    isPaged: Bool = true,
    _ finish: (Key, inout Tally) -> Void
  ) throws(APIFailure) -> [UInt8] {
    let order = call.text("order_by") ?? name
    guard order == name || shape.isCount(order[...]) else {
      throw .invalid("order_by: '\(order)' is no column that this list can be ordered by")
    }
    var rows: [(place: String, count: Int, row: Value)] = []
    for (key, tally) in tallies {
      var tally = tally
      finish(key, &tally)
      let ties = ["artifact_type", "is_shared", "product", "user_id", "rbac_group_id"]
      let place = ([name] + ties).map { tally.values[$0].map(Self.text) ?? "" }
      let count = tally.values[order]?.int ?? 0
      rows.append((place.joined(separator: "\u{0}"), count, tally.values.record(shape)))
    }
    let isUpward = (call.text("order") ?? (order == name ? "asc" : "desc")) == "asc"
    rows.sort { left, right in
      if order == name { return isUpward ? left.place < right.place : right.place < left.place }
      if left.count == right.count { return left.place < right.place }
      return isUpward ? left.count < right.count : right.count < left.count
    }
    let page = try ReportPage(call, of: rows.count, limit: isPaged ? call.limit : rows.count)
    return page.document(rows[page.places].map(\.row))
  }

  private static func text(_ value: Value) -> String {
    value.string ?? value.bool.map(String.init) ?? ""
  }
}

extension Shape {
  /// Whether a path, with dots, leads to a count.
  fileprivate func isCount(_ path: Substring) -> Bool {
    let parts = path.split(separator: ".", maxSplits: 1)
    guard let name = parts.first, let field = self[String(name)] else { return false }
    switch field.type {
    case .int, .optional(.int): return parts.count == 1
    case .record(let inner): return parts.count == 2 && inner.isCount(parts[1])
    default: return false
    }
  }
}
