package import StewardValues

extension Operation {
  /// The filter of a list that leaves out only objects whose field has none of the values.
  ///
  /// - Parameters:
  ///   - field: With dots: `scope.workspace_id`.
  ///   - values: At least one.
  ///   - arguments: What the caller has set.
  /// - Returns: Nil where no filter does so for certain, where the caller has set it, and for values
  ///   that it cannot have.
  package func filter(
    keeping field: String,
    among values: [Value],
    beside arguments: Arguments
  ) -> (parameter: Parameter, value: Value)? {
    guard case .lists(_, let filters) = semantics else { return nil }
    for filter in filters where filter.field == field {
      guard let parameter = filter.narrowing.flatMap(parameter), arguments[parameter.name] == nil,
        let value = parameter.value(for: values)
      else { continue }
      return (parameter, value)
    }
    return nil
  }
}

extension Semantics.Filter {
  /// The field that it looks at; nil for what hides objects unless they are asked for.
  fileprivate var field: String? {
    switch self {
    case .equals(_, let field), .oneOf(_, let field), .email(_, let field), .sieve(_, let field):
      field
    case .unlessIncluded, .defaultWorkspaceUnlessIncluded: nil
    }
  }

  /// The parameter that makes a list shorter, and never adds to it or hides a match.
  fileprivate var narrowing: String? {
    switch self {
    case .equals(let parameter, _), .oneOf(let parameter, _), .email(let parameter, _),
      .sieve(let parameter, _):
      parameter
    case .unlessIncluded, .defaultWorkspaceUnlessIncluded: nil
    }
  }
}

extension Parameter {
  /// The values as one argument; nil where it takes only one, or not these.
  fileprivate func value(for values: [Value]) -> Value? {
    if case .list(let element) = type {
      let list = Value(values)
      return values.allSatisfy(element.isSpelledAsSent) && validate(list).isEmpty ? list : nil
    }
    guard values.count == 1, let value = values.first, type.isSpelledAsSent(value) else {
      return nil
    }
    return validate(value).isEmpty ? value : nil
  }
}

extension DataType {
  /// False for a name in place of an id: names are looked up where they are arguments only.
  fileprivate func isSpelledAsSent(_ value: Value) -> Bool {
    guard case .id(let resource) = self else { return true }
    return value.string.flatMap(Catalog.resource(ofID:)) == resource
  }
}
