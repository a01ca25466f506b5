/// How an object of a known shape is decoded.
final class ObjectPlan: Sendable {
  /// What becomes of a field.
  enum Target: Sendable {
    case field(Int)
    /// Needed to understand another field, but not part of the record.
    case hidden(Int)
    case skipped
  }

  /// Where an amount finds its currency.
  enum Currency: Sendable {
    case always
    case field(Int)
    case hidden(Int)
    /// Among the fields that the shape does not know.
    case undescribed(String)
  }

  struct Member: Sendable {
    let key: KeyTable.Key
    let target: Target
    let node: Int
  }

  /// An amount waits in its field for its currency.
  struct Amount: Sendable {
    let field: Int
    let currency: Currency
    let standard: String
  }

  /// Of the record that is made.
  let shape: Shape
  /// All fields of the described shape, in its order.
  let members: ContiguousArray<Member>
  let keys: KeyTable
  let amounts: [Amount]
  let hiddenCount: Int
  /// The fields to keep although the shape does not know them; nil for all of them.
  let kept: Set<String>?

  init(_ described: Shape, children: [Int], keeping kept: Set<String>?) {
    let shape = kept.map(described.projected(to:)) ?? described
    var keys = KeyTable()
    var members: ContiguousArray<Member> = []
    var hidden: [String: Int] = [:]
    let currencies = Set(shape.fields.compactMap { $0.money?.currencyField })
    for (field, node) in zip(described.fields, children) {
      var target = Target.skipped
      if let index = shape.index(of: field.name) {
        target = .field(index)
      } else if currencies.contains(field.name) {
        target = .hidden(hidden.count)
        hidden[field.name] = hidden.count
      }
      members.append(Member(key: keys.add(field.name), target: target, node: node))
    }
    self.shape = shape
    self.keys = keys
    self.members = members
    self.kept = kept?.union(currencies)
    hiddenCount = hidden.count
    amounts = Self.amounts(shape, hidden)
  }

  private static func amounts(_ shape: Shape, _ hidden: [String: Int]) -> [Amount] {
    shape.fields.enumerated().compactMap { index, field in
      guard let rule = field.money, case .money = field.type.unwrapped else { return nil }
      let currency = rule.currencyField.map { name in
        shape.index(of: name).map { Currency.field($0) }
          ?? hidden[name].map { Currency.hidden($0) } ?? .undescribed(name)
      }
      return Amount(field: index, currency: currency ?? .always, standard: rule.currency)
    }
  }

  /// The member with a key that has been taken, which may be written with escapes.
  func member(named text: JSONText) -> Int? {
    if text.isEscaped {
      let name = text.string
      return members.firstIndex { keys.isEqual($0.key, name) }
    }
    return members.firstIndex { keys.isEqual($0.key, text) }
  }
}
