internal import AdminAPI
internal import StewardValues

/// The objects of one collection, oldest first. Each is known by its identity: its id, or those of
/// what it joins.
struct ObjectCollection: Sendable {
  /// An object and its place.
  struct Entry: Sendable {
    let number: Int
    var row: ObjectRow
  }

  private struct Versions: Sendable {
    /// What reads still show until the change is visible.
    var before: ObjectRow?
    var after: ObjectRow?
    var visibleAt: Int64
  }

  private let identity: [String]
  private let ids: ObjectIDs?
  private var places: [Versions] = []
  private var numbers: [[String]: Int] = [:]

  init(_ collection: Semantics.Collection, _ random: RandomBits) {
    identity = collection.identity
    let prefix = collection.resource.map { $0.prefix ?? "" }
    ids = prefix.map { ObjectIDs(prefix: $0, random) }
  }

  /// The id of the object with that number, for collections whose objects have their own.
  func id(_ number: Int) -> String { ids?[number] ?? "" }

  /// The id that the next object gets.
  var nextID: String { id(places.count) }

  /// Adds an object as the newest; it gets an id where it has none.
  @discardableResult
  mutating func insert(_ row: ObjectRow, at moment: Moment) -> Entry {
    add(row, Versions(before: nil, after: nil, visibleAt: moment.visible))
  }

  /// Adds an object that was there from the beginning.
  @discardableResult
  mutating func seed(_ row: ObjectRow) -> Entry {
    add(row, Versions(before: nil, after: nil, visibleAt: .min))
  }

  private mutating func add(_ row: ObjectRow, _ versions: Versions) -> Entry {
    var (row, versions) = (row, versions)
    let number = places.count
    if ids != nil, row.text("id") == nil { row["id"] = Value(id(number)) }
    versions.after = row
    places.append(versions)
    numbers[key(row)] = number
    return Entry(number: number, row: row)
  }

  /// Of a target its id, or its type where it has none.
  private func key(_ row: ObjectRow) -> [String] {
    identity.map { name in
      row.text(name) ?? row.holder(name, "rbac_group_id") ?? row.holder(name, "type") ?? ""
    }
  }

  /// The one with the same identity as a row.
  func entry(like row: ObjectRow) -> Entry? { current(key(row)) }

  /// The object as it is.
  func current(_ identity: [String]) -> Entry? {
    guard let number = numbers[identity], let row = places[number].after else { return nil }
    return Entry(number: number, row: row)
  }

  /// The object as a read shows it at that moment.
  func shown(_ identity: [String], at moment: Moment) -> ObjectRow? {
    numbers[identity].flatMap { shown($0, at: moment) }
  }

  private func shown(_ number: Int, at moment: Moment) -> ObjectRow? {
    let versions = places[number]
    return moment.uptime < versions.visibleAt ? versions.before : versions.after
  }

  /// Puts another object in the place of one, or none.
  mutating func replace(_ number: Int, with row: ObjectRow?, at moment: Moment) {
    let before = shown(number, at: moment)
    places[number] = Versions(before: before, after: row, visibleAt: moment.visible)
  }

  /// Makes another object of each, whose identity stays.
  mutating func rewrite(_ change: (ObjectRow) -> ObjectRow) {
    for number in places.indices {
      places[number].before = places[number].before.map(change)
      places[number].after = places[number].after.map(change)
    }
  }

  /// All that a read shows, oldest first.
  func all(at moment: Moment) -> [Entry] {
    places.indices.compactMap { number in
      shown(number, at: moment).map { Entry(number: number, row: $0) }
    }
  }

  /// All as they are, oldest first.
  var current: [Entry] {
    places.enumerated().compactMap { number, versions in
      versions.after.map { Entry(number: number, row: $0) }
    }
  }
}
