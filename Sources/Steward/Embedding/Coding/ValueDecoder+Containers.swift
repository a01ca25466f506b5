internal import StewardValues

/// The fields of a record.
struct FieldsDecoder<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let decoder: ValueDecoder
  let record: Record
  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { record.shape.fields.compactMap { Key(stringValue: $0.name) } }

  private func value(_ key: some CodingKey) -> Value? {
    let name = key.stringValue
    return record[name] ?? record[FieldName.inLanguage(name)]
  }

  private func field(_ key: some CodingKey) throws -> ValueDecoder {
    guard let value = value(key) else {
      throw DecodingError.keyNotFound(
        key,
        DecodingError.Context(
          codingPath: codingPath,
          debugDescription: "there is no field \(FieldName.inLanguage(key.stringValue))"
        )
      )
    }
    return ValueDecoder(value, codingPath + [key])
  }

  func contains(_ key: Key) -> Bool { value(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try field(key).value.isNull }

  // Stands for the requirements of all types.
  func decode<Decoded: Decodable>(_ type: Decoded.Type, forKey key: Key) throws -> Decoded {
    try field(key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try field(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try field(key).unkeyedContainer()
  }

  // A subclass and its superclass share one record.
  func superDecoder() -> any Decoder { decoder }
  func superDecoder(forKey key: Key) throws -> any Decoder { try field(key) }
}

/// The elements of a list.
struct ElementsDecoder: UnkeyedDecodingContainer {
  let decoder: ValueDecoder
  let values: ContiguousArray<Value>
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex == values.count }

  init(decoder: ValueDecoder, values: ContiguousArray<Value>) {
    self.decoder = decoder
    self.values = values
  }

  private func peek(_ type: Any.Type) throws -> ValueDecoder {
    let path = codingPath + [FieldKey(intValue: currentIndex)]
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        type,
        DecodingError.Context(codingPath: path, debugDescription: "the list ends before")
      )
    }
    return ValueDecoder(values[currentIndex], path)
  }

  private mutating func take<Result>(
    _ type: Any.Type,
    _ read: (ValueDecoder) throws -> Result
  ) throws -> Result {
    let result = try read(try peek(type))
    currentIndex += 1
    return result
  }

  mutating func decodeNil() throws -> Bool {
    guard try peek(Value.self).value.isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Decoded: Decodable>(_ type: Decoded.Type) throws -> Decoded {
    try take(type) { try $0.decode(type) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try take([String: Value].self) { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try take([Value].self) { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder { try take(Value.self) { $0 } }
}

/// The value itself.
struct SingleDecoder: SingleValueDecodingContainer {
  let decoder: ValueDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }

  func decodeNil() -> Bool { decoder.value.isNull }

  func decode<Decoded: Decodable>(_ type: Decoded.Type) throws -> Decoded {
    try decoder.decode(type)
  }
}
