internal import AdminAPI
internal import StewardValues

extension DataType {
  /// The only value of a type that has one: `"webhook"`.
  var onlyValue: Value? {
    guard case .oneOf(let enumeration) = self, enumeration.values.count == 1 else { return nil }
    return enumeration.values.first.map { Value($0) }
  }

  /// What a new object has where nobody said anything.
  var initialValue: Value {
    switch self {
    case .list: Value([Value]())
    case .map: .object([:])
    case .bool: .bool(false)
    case .int: .int(0)
    case .oneOf(let enumeration): enumeration.values.first.map { Value($0) } ?? .null
    case .string: Value("")
    case .record(let shape): shape.initialValue
    default: .null
    }
  }
}

extension Shape {
  /// A record with what it must have.
  fileprivate var initialValue: Value {
    let needed = fields.filter { !$0.type.isOptional }
    return .record(
      Record(shape: Shape(fields: needed), values: needed.map(\.type.initialValue))
    )
  }
}

extension Parameter {
  /// What the server takes where it is not given.
  var standard: Value? {
    guard let text = defaultValue else { return nil }
    return switch type.unwrapped {
    case .int: Int(text).map { .int($0) }
    case .bool: ["true": Value.bool(true), "false": .bool(false)][text]
    default: Value(text)
    }
  }
}
