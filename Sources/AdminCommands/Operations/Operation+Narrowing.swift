internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

extension Operation {
  /// The filters that leave out what the consumer will drop, as far as the server has them.
  func filters(
    for matches: [FieldMatch],
    beside given: Arguments
  ) -> [(match: FieldMatch, parameter: Parameter, value: Value)] {
    var arguments = given
    return matches.compactMap { match in
      let field = match.path.joined(separator: ".")
      guard let filter = filter(keeping: field, among: match.values, beside: arguments) else {
        return nil
      }
      arguments[filter.parameter.name] = filter.value
      return (match, filter.parameter, filter.value)
    }
  }

  /// The arguments with those filters.
  func narrowing(_ given: Arguments, to matches: [FieldMatch]) -> Arguments {
    filters(for: matches, beside: given).reduce(into: given) { arguments, filter in
      arguments[filter.parameter.name] = filter.value
    }
  }
}
