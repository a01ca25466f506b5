/// The ordered fields of a record, shared by all rows that have them.
///
/// One thing for four readers: the checker's row type, the decoder's plan, the columns of an
/// output and the identity by which a field access finds its place.
public final class Shape: Sendable {
  /// The API's word for the object, such as `User`; nil for a shape that a script made.
  public let name: String?
  /// In the order in which they are shown.
  public let fields: [Field]
  /// True where the object may have more fields than these: an untyped row, an object with open keys.
  public let isOpen: Bool
  /// What a field holds that is not among these, where there may be more.
  package let otherType: DataType
  private let indices: [String: Int]

  /// A shape; of two fields with one name only the first is found by it.
  public convenience init(_ name: String? = nil, fields: [Field], isOpen: Bool = false) {
    self.init(name, fields: fields, isOpen: isOpen, others: .any)
  }

  /// The same, with the type of the fields that an open shape does not name.
  package init(_ name: String? = nil, fields: [Field], isOpen: Bool, others: DataType) {
    self.name = name
    self.fields = fields
    self.isOpen = isOpen
    otherType = others
    indices = Dictionary(
      fields.enumerated().map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// No fields.
  public static let empty = Shape(fields: [])

  /// The place of the field called `name`, or nil if there is none.
  public func index(of name: String) -> Int? { indices[name] }
  /// The field called `name`, or nil if there is none.
  public subscript(name: String) -> Field? { indices[name].map { fields[$0] } }

  /// Other fields under another name or none, as open as this.
  package func named(_ name: String?, fields: [Field]) -> Shape {
    Shape(name, fields: fields, isOpen: isOpen, others: otherType)
  }

  /// The same fields and one more, untyped; for data that nobody described.
  package func adding(_ name: String) -> Shape {
    named(self.name, fields: fields + [Field(name, .any)])
  }
}

/// One field of a shape.
public struct Field: Sendable {
  /// As on the wire and in scripts.
  public let name: String
  /// ``DataType/optional(_:)`` where the field may be null or missing.
  public let type: DataType
  /// What it means, in our words; empty where the name says it.
  public let summary: String
  /// What null means where it does not mean "unknown", such as "no limit".
  public let nullMeaning: String?
  /// How an amount is written on the wire; nil for all but money.
  public let money: MoneyRule?

  /// A field; ``money`` is needed where the type is money that the API writes.
  public init(
    _ name: String,
    _ type: DataType,
    _ summary: String = "",
    nullMeaning: String? = nil,
    money: MoneyRule? = nil
  ) {
    self.name = name
    self.type = type
    self.summary = summary
    self.nullMeaning = nullMeaning
    self.money = money
  }
}

/// How the API writes an amount: always in the currency's smallest unit, as text or as a number.
public struct MoneyRule: Sendable, Hashable {
  /// The field of the same object that holds the currency code; nil where it is always ``currency``.
  public let currencyField: String?
  /// The code where no field tells.
  public let currency: String

  /// The code comes from a field, or is always the given one.
  public init(currencyField: String?, currency: String = "USD") {
    self.currencyField = currencyField
    self.currency = currency
  }
}
