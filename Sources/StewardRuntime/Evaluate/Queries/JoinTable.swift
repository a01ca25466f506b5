internal import StewardValues

/// The right rows of a join, found by their key. Rows with one key are chained in their order.
struct JoinTable {
  private(set) var rows: ContiguousArray<Value> = []
  private var chains: [ValueKey: (first: Int, last: Int)] = [:]
  private var following: ContiguousArray<Int?> = []
  private let holding: HeldValues

  init(_ budget: RunBudget) { holding = HeldValues(budget) }

  /// Adds a row. A null key is never found.
  mutating func append(_ row: Value, key: Value) throws(RunError) {
    try holding.add(row)
    let index = rows.count
    rows.append(row)
    following.append(nil)
    guard !key.isNull else { return }
    let chain = chains[ValueKey(key)]
    chains[ValueKey(key)] = (chain?.first ?? index, index)
    if let last = chain?.last { following[last] = index }
  }

  /// The index of the first row with a key.
  func first(_ key: Value) -> Int? { key.isNull ? nil : chains[ValueKey(key)]?.first }

  /// The index of the next row with the same key.
  func next(after index: Int) -> Int? { following[index] }
}

/// The keys of the right rows, where that is all that a join needs.
struct JoinKeys {
  private(set) var keys: Set<ValueKey> = []
  let holding: HeldValues

  init(_ budget: RunBudget) { holding = HeldValues(budget) }

  mutating func insert(_ key: Value) throws(RunError) {
    guard !key.isNull, keys.insert(ValueKey(key)).inserted else { return }
    try holding.add(key)
  }
}
