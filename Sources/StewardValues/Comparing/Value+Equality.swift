extension Value: Equatable {
  /// Equality by value, deeply: 1, 1.0 and 1.00 are equal, a day is equal to its beginning in UTC,
  /// records are equal whatever the order of their fields; text is compared code point by code point.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      left === right || left.string.hasSameBytes(as: right.string)
    case (.int(let left), .int(let right)): left == right
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.list(let left), .list(let right)): left === right || left.values == right.values
    case (.record(let left), .record(let right)): left == right
    case (.secret(let left), .secret(let right)): left == right
    case (.closure(let left), .closure(let right)): left === right
    default: compare(left, right) == .equal
    }
  }
}

extension Secret: Equatable {
  /// Takes as long for texts that differ in their first byte as for equal ones, so that the time tells
  /// nothing of the text.
  public static func == (left: Secret, right: Secret) -> Bool {
    let (first, second) = (Array(left.reveal().utf8), Array(right.reveal().utf8))
    guard first.count == second.count else { return false }
    return zip(first, second).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

extension Record: Equatable {
  /// True if both have the same fields with equal values, in whatever order.
  public static func == (left: Record, right: Record) -> Bool {
    guard left.storage !== right.storage else { return true }
    guard left.count == right.count else { return false }
    if left.shape === right.shape {
      return (0..<left.count).allSatisfy { left[$0] == right[$0] }
    }
    return left.shape.fields.indices.allSatisfy { index in
      right[left.shape.fields[index].name].map { $0 == left[index] } ?? false
    }
  }
}
