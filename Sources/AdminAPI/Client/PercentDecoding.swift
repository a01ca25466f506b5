/// RFC 3986, and `+` for a blank where a query is decoded.
package enum PercentDecoding {
  package static func decode(_ text: some StringProtocol, plusIsBlank: Bool = false) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = hex(rest.prefix(2)) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path, and the names and values of the query behind it.
  package static func split(target: String) -> (
    path: String, query: [(name: String, value: String)]
  ) {
    guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return (target, []) }
    let query = target[target.index(after: mark)...].split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? decode(parts[1], plusIsBlank: true) : ""
      return (name: decode(parts.first ?? "", plusIsBlank: true), value: value)
    }
    return (String(target[..<mark]), query)
  }

  private static func hex(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    return digits.reduce(UInt8?.some(0)) { value, digit in
      let digit = Character(Unicode.Scalar(digit)).hexDigitValue
      guard let value, let digit else { return nil }
      return value << 4 | UInt8(digit)
    }
  }
}
