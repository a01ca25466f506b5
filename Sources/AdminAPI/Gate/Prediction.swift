internal import StewardValues

/// What a change is expected to give, read from the words that describe the operation.
struct Prediction {
  let operation: Operation
  let arguments: Arguments
  let before: Value?
  /// The id of an object that is created.
  let placeholder: String?
  let now: Timestamp

  /// The answer: the object, or its deletion marker.
  var answer: Value {
    let shape = operation.response.shape
    return .record(Record(shape: shape, values: shape.fields.map { value(of: $0, before) }))
  }

  private func value(of field: Field, _ before: Value?) -> Value {
    switch operation.semantics {
    case .creates: created(field)
    case .removes: marker(field)
    case .archives where field.name == "archived_at": .datetime(now)
    case .acts(_, let setting) where setting[field.name] != nil:
      Value(setting[field.name] ?? "")
    case .sets where before == nil: created(field)
    default: changed(field)
    }
  }

  private func created(_ field: Field) -> Value {
    if field.name == "id", let placeholder { return Value(placeholder) }
    if let argument = arguments[field.name] { return argument }
    if let constant = field.type.constant { return constant }
    return field.isCreationTime ? .datetime(now) : field.type.emptyValue
  }

  private func marker(_ field: Field) -> Value {
    if let constant = field.type.constant { return constant }
    return arguments[field.name] ?? before?.record?[field.name] ?? identity(field)
  }

  private func changed(_ field: Field) -> Value {
    let old = before?.record?[field.name] ?? field.type.constant ?? .null
    guard let parameter = operation.parameter(field.name), parameter.place == .body,
      let new = arguments[field.name]
    else { return old.isNull ? identityOr(old, field) : old }
    // Null takes a value away only where the object may be without one.
    return new.isNull && !field.type.isOptional ? old : new
  }

  private func identityOr(_ value: Value, _ field: Field) -> Value {
    let known = identity(field)
    return known.isNull ? value : known
  }

  /// The value of an identity field, from the path.
  private func identity(_ field: Field) -> Value {
    guard let collection = operation.semantics.collection,
      let index = collection.identity.firstIndex(of: field.name),
      let target = operation.target(arguments)
    else { return .null }
    return Value(target.identity[index])
  }
}

extension DataType {
  /// The only value that a field of this type has: `"user"` for the type of a user.
  fileprivate var constant: Value? {
    guard case .oneOf(let enumeration) = self, enumeration.values.count == 1,
      let only = enumeration.values.first
    else { return nil }
    return Value(only)
  }

  /// What a new object has before anybody said anything: the first state of an enumeration.
  fileprivate var emptyValue: Value {
    switch self {
    case .list: []
    case .map: .record(Record(shape: .empty, values: []))
    case .oneOf(let enumeration): enumeration.values.first.map { Value($0) } ?? .null
    default: .null
    }
  }
}

extension Field {
  /// True for the moment at which an object begins.
  var isCreationTime: Bool { ["created_at", "invited_at", "added_at"].contains(name) }
}
