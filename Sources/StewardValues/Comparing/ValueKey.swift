/// A value as the key of a group or a join: what is equal has one key, so 1 and 1.0 are the same.
package struct ValueKey: Hashable, Sendable {
  package let value: Value
  package init(_ value: Value) { self.value = value }

  /// Equality of values, but what is not a number is the same as itself.
  package static func == (left: ValueKey, right: ValueKey) -> Bool {
    if case .float(let first) = left.value, case .float(let second) = right.value, first.isNaN {
      return second.isNaN
    }
    return left.value == right.value
  }

  package func hash(into hasher: inout Hasher) { value.hash(into: &hasher) }
}

extension Value {
  /// Equal values feed the hasher the same, whatever their types.
  fileprivate func hash(into hasher: inout Hasher) {
    switch self {
    case .string(let box): box.string.hashBytes(into: &hasher)
    case .int(let int): hasher.combine(int)
    case .null: hasher.combine(UInt8(0))
    case .bool(let bool): hasher.combine(bool)
    case .float(let double): double.hashValueOfNumber(into: &hasher)
    case .decimal(let box): box.decimal.hashValueOfNumber(into: &hasher)
    case .money(let box): hasher.combine(box.money)
    case .date(let date): hasher.combine(Timestamp(date))
    case .datetime(let timestamp): hasher.combine(timestamp)
    case .duration(let span): hasher.combine(span)
    case .list(let box): for value in box.values { value.hash(into: &hasher) }
    case .record(let record): record.hash(into: &hasher)
    case .secret(let secret): secret.reveal().hashBytes(into: &hasher)
    case .closure(let closure): hasher.combine(ObjectIdentifier(closure))
    }
  }
}

extension Record {
  /// The order of the fields does not matter, so their hashes are added up.
  fileprivate func hash(into hasher: inout Hasher) {
    var sum = count
    for (index, field) in shape.fields.enumerated() {
      var own = Hasher()
      field.name.hashBytes(into: &own)
      self[index].hash(into: &own)
      sum &+= own.finalize()
    }
    hasher.combine(sum)
  }
}

extension String {
  fileprivate func hashBytes(into hasher: inout Hasher) {
    withBytes { bytes in hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
  }
}

extension ExactDecimal {
  /// As an integer where it is one.
  fileprivate func hashValueOfNumber(into hasher: inout Hasher) {
    if let int = intValue { hasher.combine(int) } else { hasher.combine(self) }
  }
}

extension Double {
  /// As a decimal where one has the same value; no decimal is equal to any other double.
  fileprivate func hashValueOfNumber(into hasher: inout Hasher) {
    if let decimal = ExactDecimal(exactly: self) {
      decimal.hashValueOfNumber(into: &hasher)
    } else {
      hasher.combine(isNaN ? Double.nan : self)
    }
  }
}
