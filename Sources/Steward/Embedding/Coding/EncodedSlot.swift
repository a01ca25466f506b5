internal import StewardValues

/// The place of one value that is being encoded. A reference: containers may be filled in any order.
final class EncodedSlot {
  private enum Content {
    case value(Value)
    case fields([(name: String, slot: EncodedSlot)])
    case elements([EncodedSlot])
  }
  private var content = Content.value(.null)

  var value: Value {
    switch content {
    case .value(let value): value
    case .elements(let slots): Value(slots.map(\.value))
    case .fields(let fields):
      .record(
        Record(
          shape: Shape(fields: fields.map { Field($0.name, .any) }),
          values: fields.map(\.slot.value)
        )
      )
    }
  }

  func encode<Encoded: Encodable>(_ value: Encoded, at path: [any CodingKey]) throws {
    if let known = Value(known: value) {
      content = .value(known)
    } else {
      try value.encode(
        to: ValueEncoder(self, path, keepsNames: value is any TextKeyed)
      )
    }
  }

  func beginFields() {
    if case .fields = content { return }
    content = .fields([])
  }

  func beginElements() {
    if case .elements = content { return }
    content = .elements([])
  }

  /// The slot of a field, a new one if there is none.
  func field(_ name: String) -> EncodedSlot {
    guard case .fields(var fields) = content else { return EncodedSlot() }
    if let known = fields.first(where: { $0.name == name }) { return known.slot }
    let slot = EncodedSlot()
    fields.append((name, slot))
    content = .fields(fields)
    return slot
  }

  /// A new slot at the end of a list.
  func element() -> EncodedSlot {
    let slot = EncodedSlot()
    guard case .elements(var slots) = content else { return slot }
    slots.append(slot)
    content = .elements(slots)
    return slot
  }

  var elementCount: Int {
    if case .elements(let slots) = content { slots.count } else { 0 }
  }
}

extension Value {
  /// Of a Swift value that the language has a type for; nil for one that encodes itself.
  fileprivate init?(known value: some Encodable) {
    switch value {
    case let value as Value: self = value
    case let text as String: self.init(text)
    case let bool as Bool: self = .bool(bool)
    case let integer as any BinaryInteger:
      if let int = Int(exactly: integer) {
        self = .int(int)
      } else {
        guard let wide = Int128(exactly: integer), wide.magnitude < 1 << 126 else { return nil }
        self.init(ExactDecimal(mantissa: wide, scale: 0))
      }
    case let double as Double: self = .float(double)
    case let float as Float: self = .float(Double(float))
    case let decimal as ExactDecimal: self.init(decimal)
    case let money as Money: self.init(money)
    case let timestamp as Timestamp: self = .datetime(timestamp)
    case let date as CalendarDate: self = .date(date)
    case let span as TimeSpan: self = .duration(span)
    default: return nil
    }
  }
}
