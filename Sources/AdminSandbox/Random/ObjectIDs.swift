/// The ids of one kind of object: `user_01…`, made from the object's number and turned back into it.
///
/// An id holds its number, encrypted, and a check of it. So no index from id to object is kept, and
/// an organization of any size starts at once.
struct ObjectIDs: Sendable {
  private let prefix: String
  private let numberKey: UInt64
  private let checkKey: UInt64
  /// Ids that were there before this organization, by number.
  private let known: [String]
  private let numbers: [String: Int]

  init(prefix: String, _ random: RandomBits, known: [String] = []) {
    self.prefix = prefix
    self.known = known
    numbers = Dictionary(zip(known, known.indices)) { first, _ in first }
    numberKey = random.at(0).bits
    checkKey = random.at(1).bits
  }

  /// The id of the object with that number.
  subscript(number: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(prefix.utf8.count + 24)
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the id's text.
  func append(_ number: Int, to bytes: inout [UInt8]) {
    if known.indices.contains(number) { return bytes.append(contentsOf: known[number].utf8) }
    let hidden = hide(UInt64(bitPattern: Int64(number)))
    bytes.append(contentsOf: prefix.utf8)
    bytes.append(UInt8(ascii: "0"))
    bytes.append(UInt8(ascii: "1"))
    Base58.append(check(hidden), to: &bytes)
    Base58.append(hidden, to: &bytes)
  }

  /// The number that an id was made from; nil for any other text.
  func number(of id: String) -> Int? {
    if let number = numbers[id] { return number }
    var id = id
    return id.withUTF8 { bytes in
      guard bytes.count == prefix.utf8.count + 24, bytes.starts(with: prefix.utf8) else {
        return nil
      }
      let version = bytes.dropFirst(prefix.utf8.count).prefix(2)
      let text = bytes.dropFirst(prefix.utf8.count + 2)
      guard version.elementsEqual("01".utf8), let first = Base58.value(text.prefix(11)),
        let hidden = Base58.value(text.dropFirst(11)), first == check(hidden)
      else { return nil }
      return Int(exactly: Int64(bitPattern: show(hidden)))
    }
  }

  private func check(_ hidden: UInt64) -> UInt64 { RandomBits.mix(hidden ^ checkKey) }

  /// A permutation of all 64-bit numbers, so that it can be undone.
  private func hide(_ number: UInt64) -> UInt64 {
    var value = (number ^ numberKey) &* Self.factor
    value ^= value >> 32
    return value &* Self.factor
  }

  private func show(_ hidden: UInt64) -> UInt64 {
    var value = hidden &* Self.inverse
    value ^= value >> 32
    return (value &* Self.inverse) ^ numberKey
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// `factor * inverse` is 1, modulo 2 to the 64th.
  private static let inverse: UInt64 = 0xF1DE_83E1_9937_733D
}
