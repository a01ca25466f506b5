/// Names of Swift and of the language: `addedAt` is the field `added_at`.
enum FieldName {
  static func inLanguage(_ name: String) -> String {
    guard name.utf8.contains(where: isUppercase) else { return name }
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      if isUppercase(byte) {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "_")) }
        bytes.append(byte | 0x20)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUppercase(_ byte: UInt8) -> Bool {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
  }
}

/// A dictionary by text: its keys are data and stay as they are.
protocol TextKeyed {}
extension Dictionary: TextKeyed where Key == String {}
