/// Identifiers of the form `f8a7b6c5-4d3e-4f1a-8b9c-0d1e2f3a4b5c`.
enum UUIDText {
  static func make(_ random: RandomBits) -> String {
    let digits = hex(random.at(0).bits) + hex(random.at(1).bits)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      // The version and the variant of a random UUID.
      text += index == 12 ? "4" : index == 16 ? "a" : String(digit)
    }
    return text
  }

  private static func hex(_ bits: UInt64) -> String {
    let text = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
