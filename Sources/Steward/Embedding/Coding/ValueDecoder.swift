internal import StewardValues

/// Reads a Swift value out of one of the language.
struct ValueDecoder: Decoder {
  let value: Value
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ value: Value, _ codingPath: [any CodingKey]) {
    self.value = value
    self.codingPath = codingPath
  }

  func decode<Decoded: Decodable>(_ type: Decoded.Type) throws -> Decoded {
    guard let read = Self.reading(of: type) else { return try Decoded(from: self) }
    guard let known = read(value) as? Decoded else { throw mismatch(type) }
    return known
  }

  /// How a type that the language has, too, is read; nil for one that reads itself.
  private static func reading(of type: any Decodable.Type) -> ((Value) -> Any?)? {
    switch type {
    case is Value.Type: { $0 }
    case is String.Type: { $0.text }
    case is Bool.Type: { $0.bool }
    case let integer as any FixedWidthInteger.Type: { $0.integer(integer) }
    case is Double.Type: { $0.double }
    case is Float.Type: { $0.double.map { Float($0) } }
    case is ExactDecimal.Type: { $0.decimal }
    case is Money.Type: { $0.money ?? $0.string.flatMap { Money($0) } }
    case is Timestamp.Type: { $0.timestamp ?? $0.string.flatMap { Timestamp($0) } }
    case is CalendarDate.Type: { $0.day ?? $0.string.flatMap { CalendarDate($0) } }
    case is TimeSpan.Type: { $0.timeSpan ?? $0.string.flatMap { TimeSpan($0) } }
    default: nil
    }
  }

  func mismatch(_ type: Any.Type) -> DecodingError {
    let context = DecodingError.Context(
      codingPath: codingPath,
      debugDescription: "expected \(type), found \(value.typeName)"
    )
    return value.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let record = value.record else { throw mismatch([String: Value].self) }
    return KeyedDecodingContainer(FieldsDecoder<Key>(decoder: self, record: record))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let list = value.list else { throw mismatch([Value].self) }
    return ElementsDecoder(decoder: self, values: list)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { SingleDecoder(decoder: self) }
}

extension Value {
  /// Text, and what is written as text in JSON.
  fileprivate var text: String? {
    switch self {
    case .string(let box): box.string
    case .money, .date, .datetime, .duration: plainText
    default: nil
    }
  }

  fileprivate var day: CalendarDate? { if case .date(let day) = self { day } else { nil } }

  /// A number; of a moment the seconds since 2001, which is how Foundation's `Date` reads itself.
  fileprivate var double: Double? {
    switch self {
    case .float(let double): double
    case .int(let int): Double(int)
    case .decimal(let box): box.decimal.double
    case .date, .datetime:
      timestamp.map { Double($0.microseconds - Self.beginOf2001) / 1_000_000 }
    default: nil
    }
  }

  private static let beginOf2001: Int64 = 978_307_200_000_000

  fileprivate func integer<Number: FixedWidthInteger>(_ type: Number.Type) -> Number? {
    decimal?.intValue.flatMap { Number(exactly: $0) }
  }
}
