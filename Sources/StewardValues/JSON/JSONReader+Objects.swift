extension JSONReader {
  /// An object of a described shape.
  mutating func described(
    _ index: Int,
    _ cursor: inout JSONCursor
  ) throws(JSONError) -> Value {
    let plan = plan.objects[index]
    let record = RecordBuilder(plan.shape)
    var rest = Rest(plan)
    if try cursor.opens(until: UInt8(ascii: "}")) {
      var expected = 0
      repeat {
        if expected < plan.members.count,
          plan.keys.consume(plan.members[expected].key, &cursor)
        {
          try cursor.expectColon()
          try member(plan.members[expected], record, &rest, &cursor)
          expected += 1
        } else {
          try unexpectedMember(plan, index, record, &rest, &expected, &cursor)
        }
      } while try cursor.continues(until: UInt8(ascii: "}"))
    }
    if !plan.amounts.isEmpty { try settle(plan, record, rest, cursor) }
    guard !rest.values.isEmpty else { return .record(record.finish()) }
    return .record(extended(record, plan, index, rest))
  }

  /// What an object has besides its record.
  private struct Rest {
    /// Values that only other fields need.
    var hidden: [Value] = []
    /// Values of fields that the shape does not know, and where the cache of shapes has their names.
    var values: [Value] = []
    var node = -1
    /// Their names if the cache has no room for them.
    var fields: OpenFields?

    @inline(__always)
    init(_ plan: ObjectPlan) {
      if plan.hiddenCount > 0 { hidden = Array(repeating: .null, count: plan.hiddenCount) }
    }
  }

  @inline(__always)
  private mutating func member(
    _ member: ObjectPlan.Member,
    _ record: RecordBuilder,
    _ rest: inout Rest,
    _ cursor: inout JSONCursor
  ) throws(JSONError) {
    switch member.target {
    case .field(let index): record[index] = try value(member.node, &cursor)
    case .skipped: try cursor.skipValue()
    case .hidden(let index): rest.hidden[index] = try value(member.node, &cursor)
    }
  }

  /// A member that is not the next of the shape: one of another place, or one that is not described.
  private mutating func unexpectedMember(
    _ plan: ObjectPlan,
    _ index: Int,
    _ record: RecordBuilder,
    _ rest: inout Rest,
    _ expected: inout Int,
    _ cursor: inout JSONCursor
  ) throws(JSONError) {
    let key = try cursor.key()
    try cursor.expectColon()
    if let known = plan.member(named: key) {
      try member(plan.members[known], record, &rest, &cursor)
      expected = known + 1
      return
    }
    let name = key.string
    guard plan.kept?.contains(name) ?? true else { return try cursor.skipValue() }
    try keep(name, plan, index, &rest, &cursor)
  }

  /// A field that the shape does not know goes behind those that it knows.
  private mutating func keep(
    _ name: String,
    _ plan: ObjectPlan,
    _ index: Int,
    _ rest: inout Rest,
    _ cursor: inout JSONCursor
  ) throws(JSONError) {
    if objectRoots[index] < 0 { objectRoots[index] = shapes.addRoot(plan.shape, adding: .any) }
    if rest.node < 0 { rest.node = objectRoots[index] }
    let value = try value(self.plan.untyped, &cursor)
    switch shapes.place(of: name, after: &rest.node, &rest.fields) {
    case .skipped: return
    case .last: rest.values.append(value)
    case .field(let known): rest.values[known] = value
    }
  }

  private mutating func extended(
    _ record: RecordBuilder,
    _ plan: ObjectPlan,
    _ index: Int,
    _ rest: Rest
  ) -> Record {
    let known = plan.shape.fields.count
    let shape =
      rest.fields.map { shapes.shape(at: objectRoots[index], adding: $0.names) }
      ?? shapes.shape(at: rest.node)
    return Record(shape: shape) { $0 < known ? record[$0] : rest.values[$0 - known] }
  }
}

extension JSONReader {
  /// Gives each amount of an object its currency, which may have come after it.
  private func settle(
    _ plan: ObjectPlan,
    _ record: RecordBuilder,
    _ rest: Rest,
    _ cursor: JSONCursor
  ) throws(JSONError) {
    for amount in plan.amounts {
      guard case .decimal(let minorUnits) = record[amount.field] else { continue }
      let code: Value =
        switch amount.currency {
        case .field(let index): record[index]
        case .hidden(let index): rest.hidden[index]
        case .undescribed(let name): self.value(of: name, rest)
        case .always: .null
        }
      guard code.isNull || code.string != nil,
        let money = Money(
          minorUnits: minorUnits.decimal,
          currency: code.string ?? amount.standard
        )
      else { throw cursor.error("an amount of money in a currency that is none") }
      record[amount.field] = Value(money)
    }
  }

  /// The value of a field that the shape does not know, or null.
  private func value(of name: String, _ rest: Rest) -> Value {
    guard !rest.values.isEmpty else { return .null }
    let names = rest.fields?.names ?? shapes.names(at: rest.node)
    return names.firstIndex(of: name).map { rest.values[$0] } ?? .null
  }
}
