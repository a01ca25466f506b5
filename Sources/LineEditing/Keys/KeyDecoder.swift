/// The bytes that a terminal sends.
package protocol KeyBytes {
  /// The next byte; nil if none comes in time, or none will ever come. Without a time it waits for
  /// as long as it takes.
  func next(within milliseconds: Int32?) -> UInt8?
}

/// Bytes into keys.
package struct KeyDecoder<Bytes: KeyBytes> {
  private let bytes: Bytes

  package init(bytes: Bytes) { self.bytes = bytes }

  /// Between the bytes of one key a terminal does not pause; a person who typed Escape does.
  private static var escapeDelay: Int32 { 25 }
  /// The bytes of one scalar may come in two packets.
  private static var scalarDelay: Int32 { 500 }
  private static var pasteDelay: Int32 { 1000 }
  private static var longestSequence: Int { 32 }
  private static var longestAnswer: Int { 4096 }

  /// The key that begins with a byte.
  package func key(_ first: UInt8) -> Key {
    if first == 0x1B { return afterEscape() }
    guard let scalar = scalar(first) else { return .noise }
    // Nobody types these controls; the editor uses them for commands.
    return 0x80..<0xA0 ~= scalar.value ? .noise : .scalar(scalar)
  }

  private func scalar(_ first: UInt8) -> Unicode.Scalar? {
    let length = max(1, (~first).leadingZeroBitCount)
    guard first >= 0x80 else { return Unicode.Scalar(first) }
    guard 2...4 ~= length else { return nil }
    var sequence = [first]
    while sequence.count < length {
      guard let byte = bytes.next(within: Self.scalarDelay), byte & 0xC0 == 0x80 else { return nil }
      sequence.append(byte)
    }
    let text = String(validating: sequence, as: UTF8.self)
    return text?.unicodeScalars.first
  }

  private func afterEscape() -> Key {
    guard let first = bytes.next(within: Self.escapeDelay) else { return .scalar("\u{1b}") }
    switch first {
    case UInt8(ascii: "["), UInt8(ascii: "O"): return sequence(first)
    default:
      guard let scalar = scalar(first) else { return .noise }
      if scalar == "]" || scalar == "P" { return answer(scalar) }
      let key = NamedKey(sequence: String(Character(scalar)))
      return key.map(Key.named) ?? .alternate(scalar)
    }
  }

  private func sequence(_ first: UInt8) -> Key {
    var sequence = [first]
    while sequence.count < Self.longestSequence, let byte = bytes.next(within: Self.escapeDelay) {
      sequence.append(byte)
      if 0x40..<0x7F ~= byte { break }
    }
    let text = String(decoding: sequence, as: UTF8.self)
    if text == "[200~" { return paste() }
    if let key = NamedKey(sequence: text) { return .named(key) }
    return .sequence(Array(text.unicodeScalars))
  }

  /// Of a paste whose end never comes, as when a connection breaks, Ctrl-C is the way out: one that is
  /// typed when nothing has come for a while, and that nothing follows.
  private func paste() -> Key {
    var decoder = PasteDecoder()
    while !decoder.isComplete {
      if let byte = bytes.next(within: Self.pasteDelay) {
        decoder.add(byte)
        continue
      }
      guard let late = bytes.next(within: nil) else { break }
      let following = late == 0x03 ? bytes.next(within: Self.pasteDelay) : nil
      if late == 0x03, following == nil { return .scalar("\u{3}") }
      decoder.add(late)
      if let following { decoder.add(following) }
    }
    return .paste(decoder.text)
  }

  /// What a terminal answers to a question that an earlier program has asked it: text between a
  /// beginning and an end, and no key. Without an end it was one with Alt.
  private func answer(_ first: Unicode.Scalar) -> Key {
    guard var last = bytes.next(within: Self.escapeDelay) else { return .alternate(first) }
    var count = 1
    // Its end is a bell, or an escape with a backslash.
    while last != 0x07, count < Self.longestAnswer {
      guard let byte = bytes.next(within: Self.escapeDelay) else { break }
      if last == 0x1B, byte == UInt8(ascii: "\\") { break }
      (last, count) = (byte, count + 1)
    }
    return .noise
  }
}
