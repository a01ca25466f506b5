internal import StewardValues

/// What a run is called: the moment at which it began and four letters, so that names sort by time
/// and two that begin at once differ.
package struct RunID: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// A new name.
  package init(at moment: Timestamp) {
    let letters = (0..<4).map { _ in Self.letters.randomElement() ?? "x" }
    let digits = "\(moment)".prefix(19).filter(\.isNumber)
    description = "\(digits.prefix(8))-\(digits.dropFirst(8))-\(String(letters))"
  }

  /// A name that somebody gave; nil for text that is none.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isAllowed = text.utf8.allSatisfy { byte in
      byte < 128 && (Character(Unicode.Scalar(byte)).isNumber || Self.isLetter(byte) || byte == 45)
    }
    guard parts.map(\.count) == [8, 6, 4], isAllowed else { return nil }
    description = text
  }

  // Without vowels: no words come out.
  private static let letters = Array("bcdfghjkmnpqrstvwxz")
  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte) }
}
