internal import StewardValues

/// The right rows of a join, found by their key. Rows with one key are chained in their order.
struct JoinTable {
  private(set) var rows: ContiguousArray<Value> = []
  private var chains: [ValueKey: (first: Int, last: Int)] = [:]
  private var following: ContiguousArray<Int?> = []

  /// Adds a row. A null key is never found.
  mutating func append(_ row: Value, key: Value) {
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
