public import StewardValues

/// Which effects a call has.
///
/// They may hang on one argument, whose value may not be known before the run.
public enum EffectRule: Sendable {
  /// The same for every call.
  case always(Effects)
  /// `base`, and more by the value of one parameter, or by the `type` of one that is an object.
  /// Values not listed add nothing.
  case byValue(of: String, [String: Effects], base: [String: Effects])
  /// `grant` if the new value of the parameter gives all rights of the field's old one, `cut` if it
  /// gives no others, otherwise both. The lists tell what each value gives.
  case byRights(of: String, field: String, [String: Set<String>])

  /// What is known of an argument when the question is asked.
  public enum Knowledge: Sendable {
    case absent
    case known(Value)
    /// Given, but only the run will tell its value.
    case unknown
  }

  /// The effects of a call; all that are possible where a value is unknown.
  ///
  /// - Parameters:
  ///   - before: The object as it is, if somebody has read it.
  ///   - argument: What is known of the argument of that name.
  /// - Returns: At least `update` for an operation that can change something.
  public func effects(before: Value? = nil, _ argument: (String) -> Knowledge) -> Effects {
    switch self {
    case .always(let effects): effects
    case .byValue(let name, let cases, let base):
      Self.effects(of: argument(name), cases, base: base, argument)
    case .byRights(let name, let field, let rights):
      Self.effects(from: before?.record?[field], to: argument(name), rights)
    }
  }

  private static func effects(
    of deciding: Knowledge,
    _ cases: [String: Effects],
    base: [String: Effects],
    _ argument: (String) -> Knowledge
  ) -> Effects {
    var effects: Effects = []
    for (parameter, effect) in base {
      if case .absent = argument(parameter) { continue }
      effects.formUnion(effect)
    }
    switch deciding {
    case .absent: break
    case .known(let value): effects.formUnion(value.tag.flatMap { cases[$0] } ?? [])
    case .unknown: effects = cases.values.reduce(effects) { $0.union($1) }
    }
    // Whatever is sent, the request is a change.
    return effects.isEmpty ? .update : effects
  }

  private static func effects(
    from before: Value?,
    to argument: Knowledge,
    _ rights: [String: Set<String>]
  ) -> Effects {
    guard case .known(let value) = argument, let new = value.string, let old = before?.string
    else { return [.grant, .cut] }
    if new == old { return .update }
    guard let newRights = rights[new], let oldRights = rights[old] else { return [.grant, .cut] }
    if newRights.isSuperset(of: oldRights) { return .grant }
    if newRights.isSubset(of: oldRights) { return .cut }
    return [.grant, .cut]
  }
}

extension Value {
  /// A word, or the one that tells which form an object has.
  fileprivate var tag: String? { string ?? record?["type"]?.string }
}
