/// What a script handles: one 16-byte value.
///
/// Every payload is inline or one class reference, so that a row of twelve fields is one
/// allocation of twelve times sixteen bytes. Values are immutable and safe to share between threads.
public enum Value: Sendable {
  /// No value: JSON's `null`, an empty CSV cell, a field that the server left out.
  case null
  case bool(Bool)
  /// A checked 64-bit integer.
  case int(Int)
  /// An IEEE double. Only written with an exponent, only computed from another double.
  case float(Double)
  /// An exact decimal number.
  case decimal(DecimalBox)
  /// An exact amount in one currency.
  case money(MoneyBox)
  /// A calendar day, in UTC where it is compared with a time.
  case date(CalendarDate)
  /// A moment, in microseconds of UTC.
  case datetime(Timestamp)
  /// A length of time, in nanoseconds.
  case duration(TimeSpan)
  case string(StringBox)
  case list(ListBox)
  case record(Record)
  /// Text that must never be printed: see ``Secret``.
  case secret(Secret)
  /// Code of the language with the values that it captured.
  case closure(ClosureBox)
}

/// A string on the heap.
public final class StringBox: Sendable {
  /// The text.
  public let string: String
  private let lease: Lease?
  /// A new object; text that repeats should share one.
  public init(_ string: String) {
    self.string = string
    lease = nil
  }
  init(_ string: String, _ lease: Lease) {
    self.string = string
    self.lease = lease
  }
  var footprint: Footprint {
    let whole = Footprint(bytes: 64 + string.utf8.count, depth: 0)
    return lease == nil ? whole : whole.leased
  }
}

/// An exact decimal on the heap.
public final class DecimalBox: Sendable {
  /// The number.
  public let decimal: ExactDecimal
  /// A new object.
  public init(_ decimal: ExactDecimal) { self.decimal = decimal }
}

/// An amount of money on the heap.
public final class MoneyBox: Sendable {
  /// The amount and its currency.
  public let money: Money
  /// A new object.
  public init(_ money: Money) { self.money = money }
}

/// A list on the heap, with what it weighs.
public final class ListBox: Sendable {
  /// The elements in order.
  public let values: ContiguousArray<Value>
  package let footprint: Footprint
  private let lease: Lease?
  /// Weighs the elements, once.
  public init(_ values: ContiguousArray<Value>) {
    self.values = values
    footprint = Footprint(of: values)
    lease = nil
  }
  init(_ box: ListBox, _ lease: Lease) {
    values = box.values
    footprint = box.footprint.leased
    self.lease = lease
  }
}

/// The base class of the runtime's closures: the values module only carries them.
open class ClosureBox: @unchecked Sendable {
  // Sound because a subclass may only have `let` fields of Sendable types: the runtime has the one
  // subclass, and its captures are values.
  let footprint: Footprint
  /// For the subclass: weighs what was captured.
  public init(capturing values: [Value] = []) { footprint = Footprint(of: values) }
}

/// Text that no output may show. It prints as dots everywhere; only ``reveal()`` gives it back.
public final class Secret: Sendable, CustomStringConvertible {
  private let text: String
  /// Hides the text from now on.
  public init(_ text: String) { self.text = text }
  /// The text itself, for the place that sends it. Never for a message, a log or a file.
  public func reveal() -> String { text }
  /// Dots, whatever the text is.
  public var description: String { Secret.mask }
  /// What is shown in place of a secret.
  public static let mask = "••••"
}

extension Value {
  /// Text.
  public init(_ string: String) { self = .string(StringBox(string)) }
  /// An exact number.
  public init(_ decimal: ExactDecimal) { self = .decimal(DecimalBox(decimal)) }
  /// An amount.
  public init(_ money: Money) { self = .money(MoneyBox(money)) }
  /// A list.
  public init(_ values: some Sequence<Value>) { self = .list(ListBox(ContiguousArray(values))) }
  /// A record with the given fields, of a shape of its own. For rows use a shared shape.
  public init(record fields: KeyValuePairs<String, Value>) {
    let shape = Shape(fields: fields.map { Field($0.key, .any) })
    self = .record(Record(shape: shape, values: fields.map(\.value)))
  }

  /// True of `.null` only; empty text and an empty list are values.
  public var isNull: Bool { if case .null = self { true } else { false } }
  /// The text, or nil for a value of another type.
  public var string: String? { if case .string(let box) = self { box.string } else { nil } }
  /// The integer, or nil for a value of another type, also for a decimal without places.
  public var int: Int? { if case .int(let int) = self { int } else { nil } }
  /// Nil for a value of another type: nothing else is true or false.
  public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
  /// The elements, or nil for a value of another type.
  public var list: ContiguousArray<Value>? {
    if case .list(let box) = self { box.values } else { nil }
  }
  /// The record, or nil for a value of another type.
  public var record: Record? { if case .record(let record) = self { record } else { nil } }
}

// Not by `nil`: `isEnd ? nil : row` would make a null of what was to be no value at all.
extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral
{
  /// Text.
  public init(stringLiteral value: String) { self.init(value) }
  /// An integer.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// True or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A list.
  public init(arrayLiteral elements: Value...) { self.init(elements) }
}
