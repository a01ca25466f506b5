internal import StewardValues

/// Makes one and the same plan of changes that were recorded in any order.
enum PlanOrder {
  /// The changes in the order of their steps. What each finds and leaves is told anew where rows of a
  /// parallel loop have changed one object.
  ///
  /// `recorded`: In the order in which they were recorded, so that the first change of an object has
  /// found it as it was read.
  static func settled(_ recorded: [PlannedChange], _ now: Timestamp) -> [PlannedChange] {
    guard recorded.contains(where: { !$0.step.row.isEmpty }) else { return recorded }
    var objects: [ObjectKey: Value] = [:]
    for change in recorded {
      if let key = change.key, let before = change.before, objects[key] == nil {
        objects[key] = before
      }
    }
    return recorded.sorted { $0.step < $1.step }.map { change in
      guard let key = change.key else { return change }
      let settled = change.finding(objects[key], now)
      objects[key] = settled.after
      return settled
    }
  }
}

extension PlannedChange {
  /// The object, by its placeholder where it has no id yet; nil for what is no object of the API.
  fileprivate var key: ObjectKey? {
    guard let collection = operation.semantics.collection else { return nil }
    return operation.target(arguments) ?? placeholder.map { ObjectKey(collection, [$0]) }
  }

  /// What is called by its own name is called as it is found.
  private func name(of object: Value) -> String {
    guard let collection = operation.semantics.collection, collection.resource != nil
    else { return subject }
    return Naming().subject(collection, object)
  }

  /// The same change of an object in another state. One that is created, or that a row before it has
  /// taken away, is what was recorded.
  fileprivate func finding(_ object: Value?, _ now: Timestamp) -> PlannedChange {
    guard let before, let object,
      object.record?.shape.fields.count == before.record?.shape.fields.count
    else { return self }
    let prediction = Prediction(
      operation: operation,
      arguments: arguments,
      before: object,
      placeholder: placeholder,
      now: now
    )
    return PlannedChange(
      operation: operation,
      arguments: arguments,
      effects: operation.effects.effects(of: arguments, before: object),
      subject: name(of: object),
      before: object,
      after: prediction.answer,
      place: place,
      placeholder: placeholder,
      step: step
    )
  }
}
