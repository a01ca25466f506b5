/// One page of a list that goes from object to object, newest first.
struct Listing<Row> {
  let ids: ObjectIDs
  /// Places from 0, the oldest, up; some may be empty.
  let places: Int
  /// The object's number and the row at a place; nil where the list has none.
  let row: (Int) -> (number: Int, row: Row)?
  /// Where the object with that number is: empty, but in the right place, where it has gone; nil
  /// where there never was one.
  let place: (Int) -> Range<Int>?

  /// A list of a table, where places and numbers are one.
  init(_ table: Table<Row>, row: @escaping (Int) -> Row?) where Row: Sendable {
    ids = table.ids
    places = table.count
    self.row = { number in row(number).map { (number, $0) } }
    place = { [places] number in number < places ? number..<number + 1 : nil }
  }

  init(
    ids: ObjectIDs,
    places: Int,
    row: @escaping (Int) -> (number: Int, row: Row)?,
    place: @escaping (Int) -> Range<Int>?
  ) {
    self.ids = ids
    self.places = places
    self.row = row
    self.place = place
  }

  /// - Throws: 400 for a cursor that is no object's id.
  func page(
    _ call: Call,
    _ write: (inout JSONBytes, Int, Row) -> Void
  ) throws(APIFailure) -> [UInt8] {
    if let cursor = call.text("before_id") {
      let start = try find(cursor, "before_id").upperBound
      let (rows, hasMore) = collect(call.limit, from: start, step: 1)
      return render(rows.reversed(), hasMore: hasMore, write)
    }
    var start = places - 1
    if let cursor = call.text("after_id") {
      start = try find(cursor, "after_id").lowerBound - 1
    }
    let (rows, hasMore) = collect(call.limit, from: start, step: -1)
    return render(rows, hasMore: hasMore, write)
  }

  private func find(_ cursor: String, _ parameter: String) throws(APIFailure) -> Range<Int> {
    guard let number = ids.number(of: cursor), number >= 0, let place = place(number) else {
      throw .invalid("\(parameter): No object with the ID '\(cursor)' was found")
    }
    return place
  }

  /// Up to `limit` rows, and whether there is one more.
  private func collect(
    _ limit: Int,
    from start: Int,
    step: Int
  ) -> (rows: [(number: Int, row: Row)], hasMore: Bool) {
    var rows: [(number: Int, row: Row)] = []
    rows.reserveCapacity(min(limit, places))
    var place = start
    while place >= 0, place < places {
      if let row = row(place) {
        if rows.count == limit { return (rows, true) }
        rows.append(row)
      }
      place += step
    }
    return (rows, false)
  }

  private func render(
    _ rows: [(number: Int, row: Row)],
    hasMore: Bool,
    _ write: (inout JSONBytes, Int, Row) -> Void
  ) -> [UInt8] {
    var json = JSONBytes(capacity: rows.count * 256 + 256)
    json.object { json in
      json.key("data")
      json.array { json in for (number, row) in rows { write(&json, number, row) } }
      json.key("has_more")
      json.bool(hasMore)
      json.key("first_id")
      json.id(ids, rows.first?.number)
      json.key("last_id")
      json.id(ids, rows.last?.number)
    }
    return json.bytes
  }
}
