internal import AdminAPI
internal import StewardValues

extension ChangeSet {
  /// The same without what people and things are called: for a page that more people can read.
  var redacted: ChangeSet { ChangeSet(changes.map(\.redacted)) }
}

extension PlannedChange {
  fileprivate var redacted: PlannedChange {
    let target = operation.target(arguments)?.identity.joined(separator: " ")
    var change = PlannedChange(
      operation: operation,
      arguments: Arguments(arguments.entries.map { ($0.name, redacted($0.name, $0.value)) }),
      effects: effects,
      subject: target ?? placeholder ?? "someone",
      before: before.map(redacted),
      after: redacted(after),
      place: place,
      placeholder: placeholder,
      step: step
    )
    change.counted = counted
    return change
  }

  private func redacted(_ object: Value) -> Value {
    guard let record = object.record else { return object }
    let values = zip(record.shape.fields, record.values).map { redacted($0.name, $1) }
    return .record(Record(shape: record.shape, values: values))
  }

  /// Names, emails and tags say who and what it is; ids, roles and states do not.
  private func redacted(_ field: String, _ value: Value) -> Value {
    ["name", "email", "tags", "description"].contains(field) && !value.isNull
      ? Value("•••") : value
  }
}
