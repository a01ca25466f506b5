/// How the API compares email addresses in filters: without case and without what follows a `+`.
enum EmailMatch {
  static func normalized(_ address: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var isTag = false
    for byte in address.utf8 {
      if byte == UInt8(ascii: "@") { isTag = false }
      if byte == UInt8(ascii: "+") { isTag = true }
      if isTag { continue }
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      bytes.append(isUpper ? byte | 0x20 : byte)
    }
    return bytes
  }

  /// Exactly, but for case: whether two addresses are one person's.
  static func isSame(_ first: String, _ second: String) -> Bool {
    first.lowercased() == second.lowercased()
  }
}
