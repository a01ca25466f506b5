package import StewardValues
internal import Synchronization

/// Ids that stand for objects which a plan creates.
package enum Placeholder {
  static let prefix = "planned:"

  /// `planned:workspaces:2`, and in a row of a parallel loop `planned:workspaces:5.2`: the same
  /// whenever the plan is made.
  static func id(_ collection: Semantics.Collection, _ numbers: [Int]) -> String {
    "\(prefix)\(collection.name):\(numbers.map(String.init).joined(separator: "."))"
  }

  package static func isPlaceholder(_ id: String) -> Bool { id.hasPrefix(prefix) }

  static func occurs(in arguments: Arguments) -> Bool {
    arguments.entries.contains { occurs(in: $0.value) }
  }

  private static func occurs(in value: Value) -> Bool {
    switch value {
    case .string(let box): isPlaceholder(box.string)
    case .list(let box): box.values.contains(where: occurs(in:))
    case .record(let record): record.values.contains(where: occurs(in:))
    default: false
    }
  }
}

extension Gate {
  /// Beyond this many objects nothing more is remembered: naming and before-states are read again.
  private static let rememberedAtMost = 50_000

  /// Keeps objects that were read, so that a change of them needs no second read.
  func remember(_ objects: some Sequence<Value>, of operation: Operation) {
    guard isRecording, let collection = operation.semantics.collection else { return }
    state.withLock { state in
      for object in objects {
        guard state.objects.count < Self.rememberedAtMost else { return }
        guard let key = ObjectKey(collection, object: object), !state.touched.contains(key)
        else { continue }
        state.objects[key] = object
      }
    }
  }

  /// What the plan says about an object; nil if it must be read from the organization.
  ///
  /// - Throws: `not_found` if the plan has removed it.
  func plannedAnswer(
    _ operation: Operation,
    _ arguments: Arguments
  ) throws(ClientError) -> Value? {
    guard isRecording else { return nil }
    guard let target = operation.target(arguments) else { return nil }
    let (object, isTouched) = state.withLock { state in
      (state.objects[target], state.touched.contains(target))
    }
    if isTouched {
      guard let object else { throw Self.gone(target, "the run removes it before this") }
      return object
    }
    guard !Placeholder.occurs(in: arguments) else {
      throw Self.gone(target, "the plan does not create it")
    }
    return nil
  }

  static func gone(_ target: ObjectKey, _ reason: String) -> ClientError {
    ClientError(
      .notFound,
      "there is no \(target.identity.joined(separator: " ")) in \(target.collection): \(reason)"
    )
  }

  /// The rows of a list about objects that only the plan knows; nil if it must be read.
  func plannedRows(
    _ operation: Operation,
    _ arguments: Arguments
  ) throws(ClientError) -> ContiguousArray<Value>? {
    guard isRecording, Placeholder.occurs(in: arguments) else { return nil }
    guard let collection = operation.semantics.collection else { return [] }
    let objects = state.withLock { state in
      state.touched.filter { $0.collection == collection.name }.compactMap { state.objects[$0] }
    }
    let page = Page(number: 1, rows: [], isOld: true)
    let overlay = Overlay(operation, arguments, page)
    let rows = objects.filter { overlay.accepts($0) }
    return ContiguousArray(rows.sorted { Canonical.text($0) < Canonical.text($1) })
  }

  func known(_ key: ObjectKey) -> Value? { state.withLock { $0.objects[key] } }

  /// Writes a change down and answers it.
  func record(
    _ operation: Operation,
    _ arguments: Arguments,
    before: Value?,
    place: String?,
    step: ChangeStep?
  ) throws(ClientError) -> Value {
    let effects = operation.effects.effects(of: arguments, before: before)
    try check(effects, of: operation)
    guard let collection = operation.semantics.collection else {
      throw ClientError(.internal, "\(operation.id) cannot be predicted")
    }
    let step = step ?? nextStep
    let placeholder = newPlaceholder(operation, collection, step)
    let answer = Prediction(
      operation: operation,
      arguments: arguments,
      before: before,
      placeholder: placeholder,
      now: now
    ).answer
    let change = PlannedChange(
      operation: operation,
      arguments: arguments,
      effects: effects,
      subject: Naming(known: known).subject(collection, before ?? answer),
      before: before,
      after: answer,
      place: place,
      placeholder: placeholder,
      step: step
    )
    state.withLock { $0.changes.append(change) }
    keep(operation, arguments, answer: answer, step: step)
    return answer
  }

  /// Writes down a change that is no operation of the API: what a host's command would do.
  ///
  /// - Throws: `declined` above the ceiling.
  package func record(_ change: PlannedChange) throws(ClientError) {
    try check(change.effects, of: change.operation)
    state.withLock { $0.changes.append(change) }
  }

  /// For changes that come one after the other and from no script.
  private var nextStep: ChangeStep { ChangeStep([state.withLock(\.changes.count) + 1]) }

  private func newPlaceholder(
    _ operation: Operation,
    _ collection: Semantics.Collection,
    _ step: ChangeStep
  ) -> String? {
    guard operation.semantics.isCreation, collection.identity == ["id"] else { return nil }
    return state.withLock { state in
      let number = state.placeholders[step.row, default: 0] + 1
      state.placeholders[step.row] = number
      return Placeholder.id(collection, step.row + [number])
    }
  }
}

extension Value {
  /// The value of a field of a field: `scope.workspace_id`.
  package func value(at path: String) -> Value? {
    path.split(separator: ".").reduce(Optional(self)) { value, name in
      value?.record?[String(name)]
    }
  }
}
