internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  /// One page of a list, the newest object first.
  func list(
    _ collection: Semantics.Collection,
    _ call: Call
  ) throws(APIFailure) -> [UInt8] {
    guard case .page(_, let shape) = call.operation.response,
      case .lists(_, let filters) = call.operation.semantics
    else { throw .internalError() }
    let wanted = Self.objectFilters[call.operation.id]
    let rows = objects[collection].all(at: call.moment).filter { isBelowPath($0.row, call) }
      .map { ObjectCollection.Entry(number: $0.number, row: viewed($0.row, call)) }
      .filter { entry in
        wanted?(self, call, entry.row) ?? true
          && filters.allSatisfy { $0.accepts(entry.row.record(shape), call.arguments) }
      }
    return try page(rows, call)
  }

  /// One page of some rows, which are the oldest first; another row may lead the first page.
  func page(
    _ rows: [ObjectCollection.Entry],
    _ call: Call,
    leading: ObjectRow? = nil
  ) throws(APIFailure) -> [UInt8] {
    guard case .page(let style, let shape) = call.operation.response else {
      throw .internalError()
    }
    switch style {
    case .ids: return try pageByIDs(rows, shape, call)
    case .token, .cursor:
      return try pageByToken(Array(rows.reversed()), style, shape, call, leading)
    }
  }

  private func isBelowPath(_ row: ObjectRow, _ call: Call) -> Bool {
    call.path.allSatisfy { name, value in
      // A row may say more exactly whose it is: `telemetry_destination_id` for `destination_id`.
      let own =
        row.values.keys.first { $0 == name } ?? row.values.keys.first { $0.hasSuffix("_\(name)") }
      return own.map { row.text($0) == value } ?? true
    }
  }

  private func pageByToken(
    _ rows: [ObjectCollection.Entry],
    _ style: PageStyle,
    _ shape: Shape,
    _ call: Call,
    _ leading: ObjectRow?
  ) throws(APIFailure) -> [UInt8] {
    let tokens = PageTokens(call)
    var rest = rows[...]
    if let token = call.text("page") {
      let last = try tokens.position(token, in: 0...Int.max - 1)
      rest = rest.drop { $0.number >= last }
    }
    let limit = call.operation.parameter("limit") == nil ? rest.count : call.limit
    let page = Self.beginning(of: rest, limit)
    let next = page.count < rest.count ? page.last.map { tokens.token($0.number) } : nil
    let first = call.text("page") == nil ? [leading].compactMap(\.self) : []
    var fields: [(String, Value)] = [
      ("data", Value((first + page.map(\.row)).map { $0.shown(shape) })),
      ("next_page", next.map { Value($0) } ?? .null),
    ]
    if case .token = style { fields.append(("has_more", .bool(next != nil))) }
    return JSONWriter.utf8(ObjectRow.document(fields))
  }

  /// The rows of so many numbers: rows of one number stay together.
  private static func beginning(
    of rows: ArraySlice<ObjectCollection.Entry>,
    _ limit: Int
  ) -> ArraySlice<ObjectCollection.Entry> {
    var numbers = 0
    var last: Int?
    return rows.prefix { entry in
      if entry.number != last { numbers += 1 }
      last = entry.number
      return numbers <= limit
    }
  }

  private func pageByIDs(
    _ rows: [ObjectCollection.Entry],
    _ shape: Shape,
    _ call: Call
  ) throws(APIFailure) -> [UInt8] {
    let isAscending = call.text("order") == "asc"
    let ordered = isAscending ? rows : rows.reversed()
    func place(_ parameter: String) throws(APIFailure) -> Int? {
      guard let id = call.text(parameter) else { return nil }
      guard let index = ordered.firstIndex(where: { $0.row.text("id") == id }) else {
        throw .invalid("\(parameter): No object with the ID '\(id)' was found")
      }
      return index
    }
    let limit = call.limit == 0 ? 20 : call.limit
    var rest = ordered[...]
    if let after = try place("after_id") { rest = ordered[(after + 1)...] }
    // The first of what lies before the cursor, not the nearest: as the API's webhooks do.
    if let before = try place("before_id") { rest = ordered[..<before] }
    let page = rest.prefix(limit)
    return JSONWriter.utf8(
      ObjectRow.document([
        ("data", Value(page.map { $0.row.shown(shape) })),
        ("has_more", .bool(page.count < rest.count)),
        ("first_id", page.first?.row["id"] ?? .null),
        ("last_id", page.last?.row["id"] ?? .null),
      ])
    )
  }
}

extension ObjectRow {
  static func document(_ fields: [(String, Value)]) -> Value {
    .record(
      Record(shape: Shape(fields: fields.map { Field($0.0, .any) }), values: fields.map(\.1))
    )
  }
}
