package import StewardValues
internal import Synchronization

/// What the changes of a run make of a list's page.
struct Overlay {
  let operation: Operation
  let arguments: Arguments
  /// Objects that the run creates come first in a list, as everything new does.
  let isFirstPage: Bool
  /// The page is older than the changes. A new one has them, apart from what a server shows late.
  let isOld: Bool

  init(_ operation: Operation, _ arguments: Arguments, _ page: Page) {
    self.operation = operation
    self.arguments = arguments
    isFirstPage = page.number == 1
    isOld = page.isOld
  }

  /// The list would have the object: it has the path's values and passes every filter.
  func accepts(_ object: Value) -> Bool {
    let isInPath = operation.parameters.filter { $0.place == .path }.allSatisfy { parameter in
      object.record?[parameter.name]?.string == arguments[parameter.name]?.string
    }
    guard isInPath, case .lists(_, let filters) = operation.semantics else { return isInPath }
    return filters.allSatisfy { $0.accepts(object, arguments) }
  }
}

extension Semantics.Filter {
  /// Whether an object passes, as far as its fields say.
  ///
  /// `arguments`: Of the call that lists.
  package func accepts(_ object: Value, _ arguments: Arguments) -> Bool {
    switch self {
    case .equals(let parameter, let field):
      guard let wanted = arguments[parameter] else { return true }
      return Canonical.text(object.value(at: field) ?? .null) == Canonical.text(wanted)
    case .oneOf(let parameter, let field):
      guard let wanted = arguments[parameter]?.list else { return true }
      return wanted.contains {
        Canonical.text(object.value(at: field) ?? .null) == Canonical.text($0)
      }
    case .email(let parameter, let field):
      guard let wanted = arguments[parameter]?.string else { return true }
      return Self.sieved(object.value(at: field)?.string ?? "") == Self.sieved(wanted)
    case .unlessIncluded(let parameter, let field):
      return arguments[parameter]?.bool == true || object.value(at: field)?.isNull ?? true
    // What another filter says exactly.
    case .sieve, .defaultWorkspaceUnlessIncluded: return true
    }
  }

  /// Without case, and without what stands between `+` and `@`.
  private static func sieved(_ email: String) -> String {
    let parts = email.lowercased().split(separator: "@", maxSplits: 1)
    guard parts.count == 2 else { return email.lowercased() }
    return "\(parts[0].prefix { $0 != "+" })@\(parts[1])"
  }
}

extension Gate {
  /// The rows of a page without what the run removes, with what it changes as it leaves it, and on
  /// the first page with what it makes.
  ///
  /// `added`: What was put in front of the first page: a later page that has it too does
  /// not give it twice.
  func laidOver(
    _ rows: ContiguousArray<Value>,
    _ overlay: Overlay,
    _ added: inout Set<ObjectKey>
  ) -> ContiguousArray<Value> {
    guard let collection = overlay.operation.semantics.collection else { return rows }
    return state.withLock { state in
      guard state.touchedCollections.contains(collection.name) else { return rows }
      var kept: ContiguousArray<Value> = []
      var seen: Set<ObjectKey> = []
      for row in rows {
        guard let key = ObjectKey(collection, object: row), state.touched.contains(key) else {
          kept.append(row)
          continue
        }
        guard let object = state.objects[key], !added.contains(key) else { continue }
        seen.insert(key)
        let current = overlay.isOld ? object : row
        if overlay.accepts(current) { kept.append(current) }
      }
      guard overlay.isFirstPage else { return kept }
      var new: ContiguousArray<Value> = []
      // The newest first, in the order of the steps: rows of a parallel loop make theirs in any order.
      let created = state.created.filter { $0.key.collection == collection.name }
      for (key, _) in created.sorted(by: { $0.value > $1.value }) {
        guard !seen.contains(key), let object = state.objects[key], overlay.accepts(object)
        else { continue }
        added.insert(key)
        new.append(object)
      }
      return new + kept
    }
  }

  /// An object that was read, as the run's changes leave it.
  ///
  /// - Throws: `not_found` if the run has removed it.
  func laidOver(
    _ value: Value,
    _ operation: Operation,
    _ arguments: Arguments
  ) throws(ClientError) -> Value {
    guard let target = operation.target(arguments) else { return value }
    let (object, isTouched) = state.withLock { ($0.objects[target], $0.touched.contains(target)) }
    guard isTouched else { return value }
    guard let object else { throw Self.gone(target, "this run has removed it") }
    return object
  }

  /// An object that the run has created, or nil.
  func made(_ operation: Operation, _ arguments: Arguments) -> Value? {
    guard let target = operation.target(arguments) else { return nil }
    return state.withLock { state in
      state.created[target] != nil ? state.objects[target] : nil
    }
  }

  /// What a change has made of its object counts from now on in all that is read.
  func keep(
    _ operation: Operation,
    _ arguments: Arguments,
    answer: Value,
    step: ChangeStep
  ) {
    guard let collection = operation.semantics.collection,
      let key = operation.target(arguments) ?? ObjectKey(collection, object: answer)
    else { return }
    state.withLock { state in
      state.touched.insert(key)
      state.touchedCollections.insert(collection.name)
      if operation.semantics.isCreation { state.created[key] = step }
      if case .removes = operation.semantics {
        state.objects.removeValue(forKey: key)
        state.created[key] = nil
      } else {
        state.objects[key] = answer
      }
      if case .archives = operation.semantics { state.archived.insert(key) }
    }
  }
}
