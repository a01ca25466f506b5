package import StewardValues

/// How a change is taken back.
package enum Inverse: Sendable {
  /// By another change.
  case change(Operation, Arguments)
  /// Not through the API, and why.
  case none(String)
}

extension Operation {
  /// What takes a call of this operation back.
  ///
  /// `arguments`: Of the call.
  /// `before`: The object before it; nil if it was created.
  /// `answer`: What the server said to it.
  package func inverse(of arguments: Arguments, before: Value?, answer: Value) -> Inverse {
    switch semantics {
    case .changes: restoration(arguments, before)
    case .creates(let collection): removal(collection, answer)
    case .removes(let collection): renewal(collection, before)
    case .archives: .none("what is archived stays archived")
    case .sets(let collection):
      before == nil ? removal(collection, answer) : restoration(arguments, before)
    case .acts: .none("what was done cannot be undone")
    case .retrieves, .lists, .computes, .probes: .none("it changes nothing")
    }
  }

  /// The same operation with the values that the fields had.
  private func restoration(_ arguments: Arguments, _ before: Value?) -> Inverse {
    guard let before = before?.record else { return .none("it is not known what it was before") }
    var restoring = Arguments()
    for parameter in parameters where arguments[parameter.name] != nil {
      guard parameter.place != .path else {
        restoring[parameter.name] = arguments[parameter.name]
        continue
      }
      guard let old = before[parameter.name] else {
        return .none("it is not known what its \(parameter.name) was")
      }
      guard !old.isNull || parameter.isNullable else {
        return .none("its \(parameter.name) cannot be taken away again")
      }
      if let reason = parameter.type.mismatch(with: old), !old.isNull {
        return .none("its \(parameter.name) \(reason)")
      }
      restoring[parameter.name] = old
    }
    return .change(self, restoring)
  }

  /// Takes an object away that was created, where that leaves nothing behind.
  private func removal(_ collection: Semantics.Collection, _ answer: Value) -> Inverse {
    let removal = Catalog.operation(on: collection) { semantics in
      if case .removes = semantics { true } else { false }
    }
    guard let removal, let key = ObjectKey(collection, object: answer) else {
      let archive = Catalog.operation(on: collection) { semantics in
        if case .archives = semantics { true } else { false }
      }
      return .none(archive != nil ? "it can only be archived, for good" : "it cannot be removed")
    }
    return .change(removal, removal.arguments(for: key))
  }

  /// Creates again what was taken away, where the server gives it no new identity.
  private func renewal(_ collection: Semantics.Collection, _ before: Value?) -> Inverse {
    let creation = Catalog.operation(on: collection) { semantics in
      if case .creates = semantics { true } else { false }
    }
    guard let creation, collection.resource == nil, let before = before?.record else {
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
}
