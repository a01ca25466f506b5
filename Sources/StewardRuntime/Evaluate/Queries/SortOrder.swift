internal import StewardValues

/// The keys of rows, and the order of the rows by them.
struct SortOrder {
  private let descending: [Bool]
  /// Those of one row behind those of another.
  private(set) var keys: ContiguousArray<Value> = []

  init(descending: [Bool]) { self.descending = descending }

  /// Adds one key: the first of the next row, or the next one of this row.
  mutating func append(_ key: Value) { keys.append(key) }

  /// Two keys of a column that have no order among each other, if there are. Values of one kind all
  /// have one, so that nothing can go wrong afterwards.
  func clash(inColumn column: Int) -> (Value, Value)? {
    var reference: Value?
    for index in stride(from: column, to: keys.count, by: descending.count)
    where !keys[index].isNull {
      guard let first = reference else {
        reference = keys[index]
        continue
      }
      if Operations.order(first, keys[index]) == nil { return (first, keys[index]) }
    }
    return nil
  }

  /// The numbers of the rows, in order.
  ///
  /// - Throws: The reason, when the run is to stop: a million comparisons take a second.
  func indices(_ cancellation: Cancellation?) throws(RunError) -> [Int] {
    var indices = Array(0..<keys.count / max(1, descending.count))
    var failure: RunError?
    var comparisons = 0
    keys.withUnsafeBufferPointer { keys in
      // An error would have to travel without its type: where there is one, the rest is quick.
      indices.sort { left, right in
        guard failure == nil else { return false }
        comparisons &+= 1
        if comparisons & 0xFFF == 0, let cancellation {
          do throws(RunError) { try cancellation.check() } catch { failure = error }
        }
        return isBefore(left, right, keys)
      }
    }
    if let failure { throw failure }
    return indices
  }

  private func isBefore(_ left: Int, _ right: Int, _ keys: UnsafeBufferPointer<Value>) -> Bool {
    for (column, isDescending) in descending.enumerated() {
      let left = keys[left * descending.count + column]
      let right = keys[right * descending.count + column]
      switch (left.isNull, right.isNull) {
      case (true, true): continue
      case (false, true): return true
      case (true, false): return false
      case (false, false): break
      }
      let order = Operations.order(left, right) ?? .equal
      if order != .equal { return order == (isDescending ? .greater : .less) }
    }
    return left < right
  }
}
