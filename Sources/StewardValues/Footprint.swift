/// What a value weighs: kept in every list and record, so that a limit is checked in O(1).
package struct Footprint: Sendable {
  /// Bytes of the value and all it holds, counting what is shared each time it is held.
  package var bytes: Int
  /// Levels of lists and records; 1 for a list of numbers.
  package var depth: Int

  package init(bytes: Int, depth: Int) {
    self.bytes = bytes
    self.depth = depth
  }

  package init(of values: some Sequence<Value>) {
    var bytes = 32
    var depth = 0
    for value in values {
      let inner = value.footprint
      bytes &+= inner.bytes
      if inner.depth > depth { depth = inner.depth }
    }
    self.init(bytes: bytes, depth: depth + 1)
  }
}

extension Value {
  package var footprint: Footprint {
    switch self {
    case .null, .bool, .int, .float, .date, .datetime, .duration, .closure:
      Footprint(bytes: 16, depth: 0)
    case .string(let box): Footprint(bytes: 64 + box.string.utf8.count, depth: 0)
    case .decimal, .money, .secret: Footprint(bytes: 64, depth: 0)
    case .list(let box): box.footprint
    case .record(let record): record.footprint
    }
  }
}
