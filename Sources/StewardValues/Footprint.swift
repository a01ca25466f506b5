/// What a value weighs: kept in every list and record, so that a limit is checked in O(1).
package struct Footprint: Sendable {
  /// Bytes of the value and all it holds, counting what is shared each time it is held.
  package let bytes: Int
  private let levels: UInt32
  private let unleasedUnits: UInt32

  /// Levels of lists, records and closures; 1 for a list of numbers.
  package var depth: Int { Int(levels) }
  /// Bytes of them that no ``Lease`` accounts for yet.
  package var unleased: Int { Int(unleasedUnits) * Self.unit }

  private static let unit = 16
  /// An object with its reference, and the beginning of what it holds.
  private static let objectBytes = 96
  /// Sums stop here: nothing so large is ever made, and sums of it must not overflow.
  private static let maximumBytes = 1 << 40

  package init(bytes: Int, depth: Int) { self.init(bytes, unleased: bytes, depth) }

  private init(_ bytes: Int, unleased: Int, _ depth: Int) {
    self.bytes = bytes < 0 ? Self.maximumBytes : min(bytes, Self.maximumBytes)
    unleasedUnits = UInt32(clamping: unleased / Self.unit)
    levels = UInt32(clamping: depth)
  }

  package init(of values: some Sequence<Value>) {
    var bytes = Self.objectBytes
    var unleased = Self.objectBytes
    var depth = 0
    for value in values {
      let inner = value.footprint
      bytes &+= inner.bytes
      unleased &+= inner.unleased
      if inner.depth > depth { depth = inner.depth }
    }
    self.init(bytes, unleased: unleased, depth + 1)
  }

  /// The same value, of which all that it holds itself is accounted for.
  package var leased: Footprint { Footprint(bytes, unleased: Self.unit, depth) }
}

extension Value {
  /// Bytes of the value without the values that it holds.
  package var shallowBytes: Int {
    switch self {
    case .null, .bool, .int, .float, .date, .datetime, .duration: 16
    case .decimal, .money, .secret, .closure: 64
    case .string(let box): 64 + box.string.utf8.count
    case .list(let box): 96 + 16 * box.values.count
    case .record(let record): 96 + 16 * record.count
    }
  }

  package var footprint: Footprint {
    switch self {
    case .null, .bool, .int, .float, .date, .datetime, .duration: Footprint(bytes: 16, depth: 0)
    case .string(let box): box.footprint
    case .decimal, .money, .secret: Footprint(bytes: 64, depth: 0)
    case .list(let box): box.footprint
    case .record(let record): record.footprint
    case .closure(let box): box.footprint
    }
  }
}
