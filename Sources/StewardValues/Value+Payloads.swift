extension Value {
  /// The exact number, also of an integer; nil for a value of another type.
  public var decimal: ExactDecimal? {
    switch self {
    case .decimal(let box): box.decimal
    case .int(let int): ExactDecimal(int)
    default: nil
    }
  }

  /// The amount, or nil for a value of another type.
  public var money: Money? { if case .money(let box) = self { box.money } else { nil } }

  /// The moment, also of a day its beginning in UTC; nil for a value of another type.
  public var timestamp: Timestamp? {
    switch self {
    case .datetime(let timestamp): timestamp
    case .date(let day): Timestamp(day)
    default: nil
    }
  }

  /// The length of time, or nil for a value of another type.
  public var timeSpan: TimeSpan? { if case .duration(let span) = self { span } else { nil } }
}
