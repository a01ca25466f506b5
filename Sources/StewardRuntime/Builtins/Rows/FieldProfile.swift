internal import StewardValues

/// What is found out about the values of one field.
struct FieldProfile {
  private let name: String
  private var count = 0
  /// In the order in which they appear.
  private var types: [String] = []
  private var different: Set<ValueKey> = []
  private var least = Extreme(.less)
  private var greatest = Extreme(.greater)
  /// Nil once the values turn out to have no sum.
  private var sum: RunningSum? = RunningSum(for: .sum)

  static let shape = Shape(fields: [
    Field("field", .string), Field("type", .string), Field("count", .int), Field("nulls", .int),
    Field("distinct", .int), Field("min", .any), Field("max", .any), Field("sum", .any),
  ])

  init(_ name: String) { self.name = name }

  mutating func add(_ value: Value, _ holding: HeldValues) throws(RunError) {
    if value.isNull { return }
    count += 1
    let type = value.typeName
    if types.last != type, !types.contains(type) { types.append(type) }
    // What is hidden is not even counted: that would tell equal secrets apart.
    if case .secret = value { return }
    if different.insert(ValueKey(value)).inserted { try holding.add(value) }
    least.add(value)
    greatest.add(value)
    do throws(RunError) {
      try sum?.add(value)
    } catch {
      sum = nil
    }
  }

  /// The field's row, after so many rows of input.
  func row(of rows: Int) -> Record {
    let values: [Value] = [
      Value(name), Value(types.isEmpty ? "null" : types.joined(separator: "|")), .int(count),
      .int(rows - count), .int(different.count), least.value.withAllDigits,
      greatest.value.withAllDigits, (sum?.value ?? .null).withAllDigits,
    ]
    return Record(shape: FieldProfile.shape, values: values)
  }
}

/// The least or greatest of values that have an order among each other.
private struct Extreme {
  private let wanted: Ordering
  /// Nil once two values turn out to have no order.
  private var extreme: Value? = .some(.null)

  init(_ wanted: Ordering) { self.wanted = wanted }

  var value: Value { extreme ?? .null }

  mutating func add(_ value: Value) {
    guard let current = extreme else { return }
    switch Operations.order(value, current.isNull ? value : current) {
    case wanted: extreme = value
    case .equal where current.isNull: extreme = value
    case nil: extreme = nil
    default: return
    }
  }
}

extension Value {
  /// An amount as text, which a table does not round.
  fileprivate var withAllDigits: Value {
    if case .money = self { Value(plainText) } else { self }
  }
}
