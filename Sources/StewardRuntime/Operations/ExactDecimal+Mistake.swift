internal import StewardValues

extension ExactDecimal {
  /// Why text that may be written as a number is no exact one, as words after it.
  static func mistake(in text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = parts.count == 2 && parts.allSatisfy { $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
    guard isNumber, let places = parts.last?.utf8.count, places > maximumScale else {
      return "is no decimal of up to 38 digits"
    }
    return "has \(places) decimal places: an exact number has at most \(maximumScale)"
  }
}
