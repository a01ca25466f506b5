/// How one value stands to another.
package enum Ordering: Int8, Sendable {
  case less = -1
  case equal = 0
  case greater = 1

  /// How two values of one ordered type stand to each other.
  @inline(__always)
  package init<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) {
    self = left < right ? .less : left == right ? .equal : .greater
  }

  /// The same with the sides exchanged.
  package var reversed: Ordering {
    switch self {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }
}
