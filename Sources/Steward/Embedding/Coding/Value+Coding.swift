public import StewardValues

extension Value {
  /// The value that stands for a Swift one: structs and dictionaries become records, arrays lists.
  ///
  /// A property `addedAt` becomes the field `added_at`; the keys of a dictionary stay as they are.
  /// `Money`, `ExactDecimal`, `Timestamp`, `CalendarDate` and `TimeSpan` keep their types; a `Double`
  /// is a float, never a decimal.
  ///
  /// - Throws: What the value's own `encode(to:)` throws.
  public init(encoding value: some Encodable) throws {
    let slot = EncodedSlot()
    try slot.encode(value, at: [])
    self = slot.value
  }

  /// The Swift value that this one stands for.
  ///
  /// A property `addedAt` is read from the field `added_at`, or from `addedAt` if there is one; a
  /// field that the type does not name is passed over. A moment may be read as `Timestamp`, as text
  /// in RFC 3339, or as Foundation's `Date`; an amount as `Money` or as text such as `12.50 USD`.
  ///
  /// - Throws: `DecodingError`, with the path to what does not fit.
  public func decoded<Result: Decodable>(as type: Result.Type = Result.self) throws -> Result {
    try ValueDecoder(self, []).decode(type)
  }
}

extension Dictionary where Key == String, Value == StewardValues.Value {
  /// The fields of a Swift value by name, for the parameters of a run.
  ///
  /// - Throws: `EncodingError` for a value that has no fields.
  public init(encoding value: some Encodable) throws {
    guard let record = try StewardValues.Value(encoding: value).record else {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(codingPath: [], debugDescription: "a value without fields")
      )
    }
    let fields = zip(record.shape.fields.map(\.name), record.values)
    self.init(fields) { first, _ in first }
  }
}
