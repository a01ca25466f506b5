package import StewardValues

/// How one object gets back to what it was before a run, however often the run has changed it.
package struct Restoration: Sendable {
  /// What has to be done.
  package enum Outcome: Sendable {
    /// It is as it was.
    case nothing
    case change(Operation, Arguments)
    /// Not through the API, and why.
    case none(String)
  }

  private let collection: Semantics.Collection
  private let key: ObjectKey
  /// As it was before the run; nil if it was not there.
  private let before: Value?
  /// The fields that the run has set.
  private let fields: Set<String>

  package init(
    of collection: Semantics.Collection,
    _ key: ObjectKey,
    before: Value?,
    fields: Set<String>
  ) {
    self.collection = collection
    self.key = key
    self.before = before
    self.fields = fields
  }

  /// `current`: As it is now; nil if it is not there.
  /// `leaving`: Fields that stay as they are.
  package func outcome(from current: Value?, leaving: Set<String> = []) -> Outcome {
    switch (before?.record, current?.record) {
    case (nil, nil): .nothing
    case (nil, _?): removal
    case (let before?, nil): renewal(before)
    case (let before?, let current?):
      restoration(before, current, fields.subtracting(leaving))
    }
  }

  // MARK: Taking away

  /// Takes an object away that was created, where that leaves nothing behind.
  private var removal: Outcome {
    let removal = operation { if case .removes = $0 { true } else { false } }
    guard let removal else {
      let archives = operation { if case .archives = $0 { true } else { false } } != nil
      return .none(archives ? "it can only be archived, for good" : "it cannot be removed")
    }
    return .change(removal, removal.arguments(for: key))
  }

  // MARK: Making again

  private var creation: Operation? {
    operation { semantics in
      switch semantics {
      case .creates, .sets: true
      default: false
      }
    }
  }

  /// Creates again what was taken away, where the server gives it no new identity.
  private func renewal(_ before: Record) -> Outcome {
    guard let creation, collection.resource == nil else {
      return .none(creation == nil ? "it has to be invited anew" : "it would be a new one")
    }
    var arguments = Arguments()
    for parameter in creation.parameters {
      if let value = before[parameter.name], !value.isNull { arguments[parameter.name] = value }
    }
    let violations = creation.validate(arguments)
    guard violations.isEmpty else {
      return .none(violations.map(\.description).joined(separator: "; "))
    }
    return .change(creation, arguments)
  }

  // MARK: Setting back

  /// Gives the fields the values that they had.
  private func restoration(
    _ before: Record,
    _ current: Record,
    _ fields: Set<String>
  ) -> Outcome {
    let update = operation { semantics in
      switch semantics {
      case .changes, .sets: true
      default: false
      }
    }
    guard let update else { return .none("it cannot be changed") }
    // What is found by its fields has no id among the parameters.
    var arguments =
      collection.replacedBy.isEmpty ? update.arguments(for: key) : Arguments()
    var isChanged = false
    for parameter in update.parameters
    where parameter.place == .body && fields.contains(parameter.name) {
      guard let old = before[parameter.name], let new = current[parameter.name] else {
        return .none("it is not known what its \(parameter.name) was")
      }
      guard Canonical.text(old) != Canonical.text(new) else { continue }
      if let reason = refusal(of: old, parameter) { return .none(reason) }
      let wanted = Self.value(old, over: new, parameter.type.unwrapped)
      if let reason = parameter.type.mismatch(with: wanted), !wanted.isNull {
        return .none("its \(parameter.name) \(reason)")
      }
      arguments[parameter.name] = wanted
      isChanged = true
    }
    guard isChanged else { return .nothing }
    if case .sets = update.semantics { addPlace(of: current, to: &arguments, update) }
    return .change(update, arguments)
  }

  /// What says which object it is, where that is no id: the scope of a spend limit.
  private func addPlace(
    of current: Record,
    to arguments: inout Arguments,
    _ update: Operation
  ) {
    for name in collection.replacedBy where arguments[name] == nil {
      guard let value = current[name], !value.isNull, let parameter = update.parameter(name) else {
        continue
      }
      arguments[name] = Self.value(value, over: value, parameter.type.unwrapped).withoutNulls
    }
  }

  /// What the API gives, but does not take.
  private func refusal(of old: Value, _ parameter: Parameter) -> String? {
    if old.isNull, !parameter.isNullable {
      return "its \(parameter.name) cannot be taken away again"
    }
    guard case .oneOf(let values)? = creation?.parameter(parameter.name)?.type.unwrapped,
      let text = old.string
    else { return nil }
    return values.refused[text]
  }

  /// An old value as an argument: of a record only what can be set, and of a map also what has come
  /// since, which null takes away.
  private static func value(_ old: Value, over new: Value, _ type: DataType) -> Value {
    guard let record = old.record else { return old }
    switch type {
    case .record(let shape):
      let kept = shape.fields.compactMap { field in record[field.name].map { (field, $0) } }
      return .record(Record(shape: Shape(fields: kept.map(\.0)), values: kept.map(\.1)))
    case .map:
      let added = (new.record?.shape.fields ?? []).filter { record[$0.name] == nil }
      let nulls = added.map { _ in Value.null }
      return .record(
        Record(
          shape: Shape(fields: record.shape.fields + added),
          values: Array(record.values) + nulls
        )
      )
    default: return old
    }
  }

  private func operation(where fits: (Semantics) -> Bool) -> Operation? {
    Catalog.operation(on: collection, where: fits)
  }
}

extension Value {
  /// A record without its fields that have no value; anything else as it is.
  fileprivate var withoutNulls: Value {
    guard let record else { return self }
    let kept = record.shape.fields.filter { record[$0.name]?.isNull == false }
    return .record(
      Record(shape: Shape(fields: kept), values: kept.map { record[$0.name] ?? .null })
    )
  }
}
