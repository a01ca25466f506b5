/// JSON of which every value knows its place: for files that people write, and are told about.
package struct LocatedJSON: Sendable {
  package enum Kind: Sendable {
    case null
    case bool(Bool)
    /// Nil for one with a fraction, an exponent or too many digits.
    case number(Int?)
    case string(String)
    case list([LocatedJSON])
    /// In the order of the text; a name may be there twice.
    case object([Member])
  }

  package struct Member: Sendable {
    package let name: String
    /// Of the name, from the first byte of the text.
    package let offset: Int
    package let value: LocatedJSON
  }

  package let kind: Kind
  /// From the first byte of the text.
  package let offset: Int

  private init(_ kind: Kind, _ offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The value of a whole text.
  package init(_ bytes: [UInt8]) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { (bytes) throws(JSONError) in
      guard var cursor = JSONCursor(bytes) else {
        throw JSONError("expected a value, found the end", offset: 0)
      }
      cursor.skipWhitespace()
      let value = try Self.value(&cursor)
      cursor.skipWhitespace()
      guard cursor.isAtEnd else { throw cursor.unexpected("the end") }
      return value
    }
  }

  private static func value(_ cursor: inout JSONCursor) throws(JSONError) -> LocatedJSON {
    let offset = cursor.position - cursor.start
    return LocatedJSON(try kind(&cursor), offset)
  }

  private static func kind(_ cursor: inout JSONCursor) throws(JSONError) -> Kind {
    switch cursor.byte {
    case UInt8(ascii: "\""): return .string(try cursor.text().string)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try cursor.number().int)
    case UInt8(ascii: "{"): return .object(try members(&cursor))
    case UInt8(ascii: "["): return .list(try elements(&cursor))
    case UInt8(ascii: "t"):
      try cursor.expect("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try cursor.expect("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try cursor.expect("null")
      return .null
    default: throw cursor.unexpected()
    }
  }

  private static func elements(_ cursor: inout JSONCursor) throws(JSONError) -> [LocatedJSON] {
    var elements: [LocatedJSON] = []
    guard try cursor.opens(until: UInt8(ascii: "]")) else { return elements }
    repeat {
      elements.append(try value(&cursor))
    } while try cursor.continues(until: UInt8(ascii: "]"))
    return elements
  }

  private static func members(_ cursor: inout JSONCursor) throws(JSONError) -> [Member] {
    var members: [Member] = []
    guard try cursor.opens(until: UInt8(ascii: "}")) else { return members }
    repeat {
      let offset = cursor.position - cursor.start
      let name = try cursor.key().string
      try cursor.expectColon()
      members.append(Member(name: name, offset: offset, value: try value(&cursor)))
    } while try cursor.continues(until: UInt8(ascii: "}"))
    return members
  }
}
