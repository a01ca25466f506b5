/// The objects of one kind, oldest first, each known by the number of its place.
///
/// The rows of the start are computed when they are read; only what was changed since is kept.
struct Table<Row: Sendable>: Sendable {
  let ids: ObjectIDs
  /// Places, those of removed objects included.
  private(set) var count: Int
  private let seeded: @Sendable (Int) -> Row
  private var changed: [Int: Versions] = [:]

  /// What became of an object.
  private struct Versions: Sendable {
    /// What reads still show until the change is visible; nil where there was no object.
    let before: Row?
    /// Nil for a removed object.
    let after: Row?
    /// Of the uptime, in nanoseconds.
    let visibleAt: Int64
  }

  init(ids: ObjectIDs, count: Int, seeded: @escaping @Sendable (Int) -> Row) {
    self.ids = ids
    self.count = count
    self.seeded = seeded
  }

  /// The object as it is; nil if it was removed or never was.
  func current(_ number: Int) -> Row? {
    guard number >= 0, number < count else { return nil }
    guard !changed.isEmpty, let versions = changed[number] else { return seeded(number) }
    return versions.after
  }

  /// The object as a read shows it at that moment.
  func shown(_ number: Int, at moment: Moment) -> Row? {
    guard number >= 0, number < count else { return nil }
    guard !changed.isEmpty, let versions = changed[number] else { return seeded(number) }
    return moment.uptime < versions.visibleAt ? versions.before : versions.after
  }

  /// Puts another row in the object's place, or none.
  mutating func replace(_ number: Int, with row: Row?, at moment: Moment) {
    let before = shown(number, at: moment)
    changed[number] = Versions(before: before, after: row, visibleAt: moment.visible)
  }

  /// Adds an object as the newest.
  ///
  /// - Returns: Its number.
  mutating func append(_ row: Row, at moment: Moment) -> Int {
    let number = count
    count += 1
    changed[number] = Versions(before: nil, after: row, visibleAt: moment.visible)
    return number
  }

  /// Takes away an object of the start before anybody saw it.
  mutating func forget(_ number: Int) {
    changed[number] = Versions(before: nil, after: nil, visibleAt: .min)
  }
}
