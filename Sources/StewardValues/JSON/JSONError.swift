/// Why bytes are not the JSON they should be.
package struct JSONError: Error, Sendable {
  /// In words, without the place.
  package let message: String
  /// From the first byte of the message, from 0.
  package let offset: Int
  /// True if nothing is wrong: who watched the reading stopped it.
  package let isStopped: Bool

  package init(_ message: String, offset: Int) {
    self.message = message
    self.offset = offset
    isStopped = false
  }

  init(stoppedAt offset: Int) {
    message = "the reading was stopped"
    self.offset = offset
    isStopped = true
  }
}

extension JSONError: CustomStringConvertible {
  /// `… (at byte 17)`.
  package var description: String { "\(message) (at byte \(offset))" }
}
