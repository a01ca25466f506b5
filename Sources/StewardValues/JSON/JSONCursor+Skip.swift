extension JSONCursor {
  /// Takes a value that nobody wants, and checks its form.
  mutating func skipValue() throws(JSONError) {
    switch byte {
    case UInt8(ascii: "\""): _ = try text()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
    case UInt8(ascii: "t"): try expect("true")
    case UInt8(ascii: "f"): try expect("false")
    case UInt8(ascii: "n"): try expect("null")
    case UInt8(ascii: "["): try skipList()
    case UInt8(ascii: "{"): try skipObject()
    default: throw unexpected()
    }
  }

  private mutating func skipList() throws(JSONError) {
    guard try opens(until: UInt8(ascii: "]")) else { return }
    repeat { try skipValue() } while try continues(until: UInt8(ascii: "]"))
  }

  private mutating func skipObject() throws(JSONError) {
    guard try opens(until: UInt8(ascii: "}")) else { return }
    repeat {
      _ = try key()
      try expectColon()
      try skipValue()
    } while try continues(until: UInt8(ascii: "}"))
  }

  /// Takes a key.
  @inline(__always)
  mutating func key() throws(JSONError) -> JSONText {
    guard byte == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
    return try text()
  }
}
