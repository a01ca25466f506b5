internal import AdminAPI
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues
internal import Synchronization

/// Finds the ids of objects that a script calls by name. Each list is read at most once a run; both
/// passes of a run share one resolver. What the run has made has its name from then on, and what it
/// has taken away or archived has none.
package final class NameResolver: Sendable {
  /// A list, or of a list by email the one email.
  private struct Question: Hashable {
    let resource: Resource
    let email: String?
  }
  private let answers = Mutex<[Question: ListSnapshot]>([:])
  /// What it found out is known here too; nothing is told back.
  private let outer: NameResolver?

  package init() { outer = nil }

  /// For a part of a run that is only rehearsed, whose new names are none of the run's.
  init(after outer: NameResolver) { self.outer = outer }

  /// The arguments with ids in place of names.
  ///
  /// - Throws: `not_found` for a name that nothing has, `invalid` for one that several have.
  func resolved(
    _ arguments: Arguments,
    of operation: Operation,
    _ services: AdminServices,
    _ context: RunContext
  ) throws(RunError) -> Arguments {
    var resolved = arguments
    for (name, value) in arguments.entries {
      guard let type = operation.parameter(name)?.type else { continue }
      resolved[name] = try self.resolved(value, type, services, context)
    }
    return resolved
  }

  /// Whether a value of the type has a name in it, so that a run needs an organization for it.
  static func mayHoldName(_ value: Value, _ type: DataType) -> Bool {
    switch (type.unwrapped, value) {
    case (.id(let resource), .string(let box)):
      resource.isName(box.string) && NaturalName(of: resource) != nil
    case (.list(let element), .list(let list)):
      list.values.contains { mayHoldName($0, element) }
    default: false
    }
  }

  /// A value of the type with ids in place of names.
  func resolved(
    _ value: Value,
    _ type: DataType,
    _ services: AdminServices,
    _ context: RunContext
  ) throws(RunError) -> Value {
    switch (type.unwrapped, value) {
    case (.id(let resource), .string(let box)):
      guard resource.isName(box.string), let names = NaturalName(of: resource) else { return value }
      return Value(try id(of: box.string, names, services, context))
    case (.list(let element), .list(let list)):
      var values: ContiguousArray<Value> = []
      for value in list.values {
        values.append(try resolved(value, element, services, context))
      }
      return .list(ListBox(values))
    default: return value
    }
  }

  private func id(
    of name: String,
    _ names: NaturalName,
    _ services: AdminServices,
    _ context: RunContext
  ) throws(RunError) -> String {
    guard names.isPossible(name) else { throw RunError.unknownName(name, names, among: []) }
    let list = try list(for: name, names, services, context)
    let objects = services.gate.current(list)
    let found = objects.filter { names.fits($0, name) }
    guard let object = found.first else { throw RunError.unknownName(name, names, among: objects) }
    guard found.count == 1, let id = object.record?["id"]?.string else {
      throw RunError.ambiguousName(name, names, found)
    }
    return id
  }

  private func answer(to question: Question) -> ListSnapshot? {
    answers.withLock { $0[question] } ?? outer?.answer(to: question)
  }

  /// The objects that may have a name, as they were before the run.
  ///
  /// Held for the time of the read: another thread that asks the same waits for the answer. Both
  /// wake when the run is cancelled.
  private func list(
    for name: String,
    _ names: NaturalName,
    _ services: AdminServices,
    _ context: RunContext
  ) throws(RunError) -> ListSnapshot {
    let email = names.isEmail ? name.lowercased() : nil
    let question = Question(resource: names.resource, email: email)
    return try answers.withLock { (answers) throws(RunError) in
      try context.cancellation.check()
      if let known = answers[question] ?? outer?.answer(to: question) { return known }
      let list = try context.wait(.read) { () async throws(ClientError) in
        try await services.client.snapshot(
          of: names.listing,
          names.arguments(for: name),
          gate: services.gate
        )
      }
      answers[question] = list
      return list
    }
  }
}

extension RunError {
  fileprivate static func unknownName(
    _ name: String,
    _ names: NaturalName,
    among objects: ContiguousArray<Value>
  ) -> RunError {
    let kind = names.resource.words
    let message = "there is no \(kind) with the \(names.field) `\(printable(name))`"
    let others = objects.compactMap { $0.record?[names.field]?.string }
    guard let near = Spelling.nearest(name, in: others) ?? (names.isEmail ? others.first : nil)
    else {
      let list = names.listing.words.joined(separator: " ")
      return RunError(.notFound, message, help: "`\(list)` gives all; an id is taken as it is")
    }
    return RunError(.notFound, message, help: "did you mean `\(printable(near))`?")
  }

  fileprivate static func ambiguousName(
    _ name: String,
    _ names: NaturalName,
    _ objects: [Value]
  ) -> RunError {
    let candidates = objects.compactMap { object -> String? in
      guard let record = object.record, let id = record["id"]?.string else { return nil }
      return record["archived_at"]?.isNull == false ? "\(id) (archived)" : id
    }
    let kind = names.resource.words
    return RunError(
      .invalid,
      "\(objects.count) \(kind)s have the \(names.field) `\(printable(name))`",
      help: "give the id: \(candidates.joined(separator: ", "))"
    )
  }
}
