package import StewardSyntax
package import StewardValues

/// A text or a time that a script holds itself, and what it is for: an argument, one side of a
/// comparison. Whoever makes a script general asks for it.
package struct LiteralUse: Sendable {
  package enum Place: Sendable {
    /// Of a command, for the parameter of that name.
    case argument(String)
    /// Compared with a field of that name; the owner is the type of its rows, where it has a name.
    case comparison(field: String, owner: String?)
    case elsewhere
  }

  /// Where it stands, with its quotes.
  package let range: SourceRange
  package let value: Value
  /// The type of what it meets.
  package let type: DataType
  package let place: Place
}

extension Checker {
  /// What is known of a literal's use counts more than that it is there.
  func note(_ use: LiteralUse) {
    if case .elsewhere = use.place, literals[use.range] != nil { return }
    literals[use.range] = use
  }

  func noteArgument(_ value: Value, _ parameter: CommandParameter, _ range: SourceRange) {
    let place = LiteralUse.Place.argument(parameter.name)
    note(LiteralUse(range: range, value: value, type: parameter.type.unwrapped, place: place))
  }

  /// Both sides of a comparison may be the literal.
  func noteComparison(_ left: Expression, _ first: Typed, _ right: Expression, _ second: Typed) {
    noteCompared(right, with: left, first.type)
    noteCompared(left, with: right, second.type)
  }

  private func noteCompared(_ literal: Expression, with field: Expression, _ type: DataType) {
    guard let name = field.fieldName else { return }
    if case .list(let elements) = literal.kind {
      for element in elements { noteCompared(element.value, with: field, type) }
      return
    }
    guard literal.isTextOrTime, let value = literals[literal.range]?.value else { return }
    let owner = field.isOwnField ? rows.last?.type.shape?.name : nil
    note(
      LiteralUse(
        range: literal.range,
        value: value,
        type: type.unwrapped,
        place: .comparison(field: name, owner: owner)
      )
    )
  }
}

extension Expression {
  /// The field that is compared: `name` of `lower(owner.name)`.
  fileprivate var fieldName: String? {
    switch kind {
    case .field(let name): name
    case .member(_, let name, _): name.text
    case .call(_, let arguments) where arguments.count == 1: arguments[0].fieldName
    case .parenthesized(let inner): inner.fieldName
    default: nil
    }
  }

  /// Whether that field is one of the row, not of something in it.
  fileprivate var isOwnField: Bool {
    switch kind {
    case .field: true
    case .call(_, let arguments) where arguments.count == 1: arguments[0].isOwnField
    case .parenthesized(let inner): inner.isOwnField
    default: false
    }
  }

  fileprivate var isTextOrTime: Bool {
    switch kind {
    case .string(let literal): literal.constant != nil
    case .literal(.datetime): true
    default: false
    }
  }
}
