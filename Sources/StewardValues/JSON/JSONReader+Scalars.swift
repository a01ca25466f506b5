extension JSONReader {
  /// A string, as what its node says.
  @inline(__always)
  mutating func text(_ node: Int, _ cursor: inout JSONCursor) throws(JSONError) -> Value {
    let place = cursor.position
    let text = try cursor.text()
    let plan = plan.nodes[node]
    switch plan.kind {
    case .string, .any, .bool, .int, .float, .list, .map, .object, .openRow:
      return .string(texts.box(text, &scores[node]))
    case .enumeration:
      let known = self.plan.enumerations[plan.child].box(text)
      return .string(known ?? texts.box(text, &scores[node]))
    case .datetime:
      if let time = Timestamp(utf8: text.bytes.span) { return .datetime(time) }
    default:
      break
    }
    if let value = try rarer(plan.kind, text, cursor, place) { return value }
    return .string(StringBox(text.string))
  }

  /// Nil if the text is not written as its type is.
  private func rarer(
    _ kind: DecodingPlan.Kind,
    _ text: JSONText,
    _ cursor: JSONCursor,
    _ place: UnsafePointer<UInt8>
  ) throws(JSONError) -> Value? {
    if text.isEscaped { return try escaped(kind, text, cursor, place) }
    switch kind {
    case .date:
      return CalendarDate(utf8: text.bytes.span).map { .date($0) }
    case .decimal:
      return ExactDecimal(utf8: text.bytes.span).map { Value($0) }
    case .duration:
      return TimeSpan(text.string).map { .duration($0) }
    case .secret:
      return .secret(Secret(text.string))
    case .minorUnits:
      guard let amount = ExactDecimal(utf8: text.bytes.span) else {
        throw cursor.error("an amount of money that is not a number", at: place)
      }
      return Value(amount)
    case .money:
      guard let money = Money(utf8: text.bytes.span) else {
        throw cursor.error("an amount of money that is not a number and a currency", at: place)
      }
      return Value(money)
    default:
      return nil
    }
  }

  /// A time may be written with an escape, such as that of the plus sign of its offset.
  private func escaped(
    _ kind: DecodingPlan.Kind,
    _ text: JSONText,
    _ cursor: JSONCursor,
    _ place: UnsafePointer<UInt8>
  ) throws(JSONError) -> Value? {
    let string = text.string
    if kind == .datetime { return Timestamp(string).map { .datetime($0) } }
    let bytes = Array(string.utf8)
    return try bytes.withUnsafeBufferPointer { bytes throws(JSONError) -> Value? in
      guard let start = bytes.baseAddress else { return nil }
      let plain = JSONText(start: start, count: bytes.count, isEscaped: false)
      return try rarer(kind, plain, cursor, place)
    }
  }

  /// A number, as what its node says.
  @inline(__always)
  mutating func number(_ node: Int, _ cursor: inout JSONCursor) throws(JSONError) -> Value {
    let number = try cursor.number()
    switch plan.nodes[node].kind {
    case .float:
      if let double = number.double { return .float(double) }
    case .decimal:
      if let decimal = number.decimal { return Value(decimal) }
    case .minorUnits:
      guard let decimal = number.decimal else {
        throw cursor.error("an amount of money that is not exact", at: number.start)
      }
      return Value(decimal)
    case .money:
      throw cursor.error("an amount of money without a currency", at: number.start)
    default:
      break
    }
    if let int = number.int { return .int(int) }
    if number.places > 0, let decimal = number.decimal { return Value(decimal) }
    guard let double = number.double else {
      throw cursor.error("the number is out of range", at: number.start)
    }
    return .float(double)
  }

  /// Whatever is here, it is not an amount.
  @inline(__always)
  func rejectAmount(_ node: Int, _ cursor: JSONCursor) throws(JSONError) {
    let kind = plan.nodes[node].kind
    guard kind != .minorUnits, kind != .money else {
      throw cursor.error("an amount of money that is not a number")
    }
  }
}
