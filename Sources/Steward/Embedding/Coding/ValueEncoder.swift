internal import StewardValues

/// Fills one slot with what a Swift value says of itself.
struct ValueEncoder: Encoder {
  let slot: EncodedSlot
  let codingPath: [any CodingKey]
  /// Keys are data, not names of properties.
  let keepsNames: Bool
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  init(_ slot: EncodedSlot, _ codingPath: [any CodingKey], keepsNames: Bool = false) {
    self.slot = slot
    self.codingPath = codingPath
    self.keepsNames = keepsNames
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    slot.beginFields()
    return KeyedEncodingContainer(FieldsEncoder<Key>(encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    slot.beginElements()
    return ElementsEncoder(encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleEncoder(encoder: self) }
}

/// The fields of a record.
private struct FieldsEncoder<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  private func slot(_ key: some CodingKey) -> EncodedSlot {
    let name = key.stringValue
    return encoder.slot.field(encoder.keepsNames ? name : FieldName.inLanguage(name))
  }

  func encodeNil(forKey key: Key) { _ = slot(key) }

  // Stands for the requirements of all types.
  func encode<Encoded: Encodable>(_ value: Encoded, forKey key: Key) throws {
    try slot(key).encode(value, at: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    ValueEncoder(slot(key), codingPath + [key]).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    ValueEncoder(slot(key), codingPath + [key]).unkeyedContainer()
  }

  // A subclass and its superclass share one record.
  func superEncoder() -> any Encoder { encoder }
  func superEncoder(forKey key: Key) -> any Encoder {
    ValueEncoder(slot(key), codingPath + [key])
  }
}

/// The elements of a list.
private struct ElementsEncoder: UnkeyedEncodingContainer {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { encoder.slot.elementCount }

  private func next() -> ValueEncoder {
    let path = codingPath + [FieldKey(intValue: count)]
    return ValueEncoder(encoder.slot.element(), path)
  }

  func encodeNil() { _ = next() }

  func encode<Encoded: Encodable>(_ value: Encoded) throws {
    let place = next()
    try place.slot.encode(value, at: place.codingPath)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    next().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
  func superEncoder() -> any Encoder { next() }
}

/// The value itself.
private struct SingleEncoder: SingleValueEncodingContainer {
  let encoder: ValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil() {}

  func encode<Encoded: Encodable>(_ value: Encoded) throws {
    try encoder.slot.encode(value, at: codingPath)
  }
}
