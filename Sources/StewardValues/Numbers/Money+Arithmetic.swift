extension Money {
  package func adding(_ other: Money) throws(ArithmeticError) -> Money {
    try requireSameCurrency(other)
    return Money(try amount.adding(other.amount), currency)
  }

  package func subtracting(_ other: Money) throws(ArithmeticError) -> Money {
    try requireSameCurrency(other)
    return Money(try amount.subtracting(other.amount), currency)
  }

  package func multiplied(by factor: ExactDecimal) throws(ArithmeticError) -> Money {
    Money(try amount.multiplied(by: factor), currency)
  }

  package func divided(by divisor: ExactDecimal) throws(ArithmeticError) -> Money {
    Money(try amount.divided(by: divisor), currency)
  }

  /// How many times the other amount goes into this one.
  package func divided(by other: Money) throws(ArithmeticError) -> ExactDecimal {
    try requireSameCurrency(other)
    return try amount.divided(by: other.amount)
  }

  package var negated: Money { Money(amount.negated, currency) }

  /// How this amount stands to the other, or nil if they are of different currencies.
  package func compared(to other: Money) -> Ordering? {
    currency == other.currency ? compareExactly(amount, other.amount) : nil
  }

  private func requireSameCurrency(_ other: Money) throws(ArithmeticError) {
    guard currency == other.currency else {
      throw .currencyMismatch(currency, other.currency)
    }
  }
}
