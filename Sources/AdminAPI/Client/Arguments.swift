public import StewardValues

/// The arguments of one call, by the API's names, in the order in which they were given.
///
/// An argument that is null is sent as null; one that is not there is not sent.
public struct Arguments: Sendable, ExpressibleByDictionaryLiteral {
  /// Each name once.
  public private(set) var entries: [(name: String, value: Value)]

  /// The given arguments; of two with one name the last counts.
  public init(_ entries: [(name: String, value: Value)] = []) {
    self.entries = []
    for entry in entries { self[entry.name] = entry.value }
  }

  /// The same as a literal: `["user_id": "user_01…"]`.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements.map { (name: $0.0, value: $0.1) })
  }

  /// The argument, or nil if it was not given.
  public subscript(name: String) -> Value? {
    get { entries.first { $0.name == name }?.value }
    set {
      let index = entries.firstIndex { $0.name == name }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append((name, value))
      case (nil, nil): break
      }
    }
  }
}

extension EffectRule {
  /// The effects of a call whose arguments are known.
  package func effects(of arguments: Arguments, before: Value? = nil) -> Effects {
    effects(before: before) { name in arguments[name].map { .known($0) } ?? .absent }
  }
}
