internal import StewardSyntax
internal import StewardValues

/// A checked expression: the code that evaluates it, and what is known of its value.
struct Typed {
  let node: Node
  let type: DataType
  /// The value, where it is known before the run.
  var constant: Value?
  let range: SourceRange

  init(_ node: Node, _ type: DataType, constant: Value? = nil, _ range: SourceRange) {
    self.node = node
    self.type = type
    self.constant = constant
    self.range = range
  }
}

extension DataType {
  /// The type once it is stored: streams are collected, text becomes a string.
  var forced: DataType {
    switch self {
    case .stream(let element): .list(element)
    case .text: .string
    case .nothing: .null
    case .optional(let inner): inner.forced.orNull
    default: self
    }
  }

  /// The type of one row of it as the input of a query stage; nil where it has no rows.
  var row: DataType? {
    switch self {
    case .any: .any
    case .stream(let element), .list(let element): element
    case .record, .map: self
    case .optional(let inner): inner.row
    case .null: .any
    default: nil
    }
  }

  var isAny: Bool { if case .any = self { true } else { false } }
  var isNothing: Bool { if case .nothing = self { true } else { false } }
  var isNullOnly: Bool { if case .null = self { true } else { false } }

  /// The shape of its fields, through `?`.
  var shape: Shape? { if case .record(let shape) = unwrapped { shape } else { nil } }

  /// Numbers of any kind.
  var isNumber: Bool {
    switch unwrapped {
    case .int, .decimal, .float: true
    default: false
    }
  }

  var isMap: Bool { if case .map = unwrapped { true } else { false } }
  var isDuration: Bool { if case .duration = unwrapped { true } else { false } }

  /// As messages name it: what would be long is named, not written out.
  var shown: String {
    switch self {
    case .oneOf(let enumeration) where enumeration.values.count > 3: enumeration.name
    case .optional(let inner): inner.shown + (inner.shown.contains(" ") ? " or null" : "?")
    case .list(let element): "list<\(element.shown)>"
    case .stream(let element): "stream<\(element.shown)>"
    case .record(let shape) where shape.name == nil && description.utf8.count > 60:
      "{\(shape.fields.prefix(3).map { "\($0.name): \($0.type.shown)" }.joined(separator: ", ")), …}"
    default: description
    }
  }

  var isMoney: Bool { if case .money = unwrapped { true } else { false } }

  /// What compares as text.
  var isTextual: Bool {
    switch unwrapped {
    case .string, .text, .id, .name, .oneOf: true
    default: false
    }
  }

  /// What is compared as a moment.
  var isTime: Bool {
    switch unwrapped {
    case .date, .datetime: true
    default: false
    }
  }

  /// The type that holds values of both; `any` where they differ.
  func joined(with other: DataType) -> DataType {
    if isNullOnly { return other.orNull }
    if other.isNullOnly { return orNull }
    if isAny || other.isAny { return .any }
    let either = isOptional || other.isOptional
    let (left, right) = (unwrapped, other.unwrapped)
    if left.isSame(as: right) { return either ? left.orNull : left }
    if left.isTextual, right.isTextual { return either ? .optional(.string) : .string }
    if left.isNumber, right.isNumber, !left.isFloat, !right.isFloat {
      return either ? .optional(.decimal) : .decimal
    }
    if let first = left.element, let second = right.element {
      return .list(first.joined(with: second))
    }
    if let first = left.shape, let second = right.shape, let shape = first.joined(with: second) {
      return either ? .optional(.record(shape)) : .record(shape)
    }
    return .any
  }

  var isFloat: Bool { if case .float = unwrapped { true } else { false } }

  /// True if both describe the same values.
  func isSame(as other: DataType) -> Bool {
    switch (self, other) {
    case (.record(let left), .record(let right)): left === right || description == other.description
    case (.oneOf(let left), .oneOf(let right)): left === right || left.values == right.values
    case (.record, _), (_, .record), (.oneOf, _), (_, .oneOf): false
    default: description == other.description
    }
  }
}

extension Shape {
  /// The shape of both, if they have the same fields in the same order.
  fileprivate func joined(with other: Shape) -> Shape? {
    guard fields.map(\.name) == other.fields.map(\.name) else { return nil }
    let joined = zip(fields, other.fields).map { Field($0.name, $0.type.joined(with: $1.type)) }
    return Shape(
      fields: joined,
      isOpen: isOpen || other.isOpen,
      others: otherType.joined(with: other.otherType)
    )
  }
}
