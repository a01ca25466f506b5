/// What could stand at the cursor, and which part of the text it would replace.
package struct Completion: Sendable, Equatable {
  /// Bytes of the text's UTF-8; empty to insert.
  package let replacing: Range<Int>
  /// In the order in which they are shown.
  package let candidates: [Candidate]

  package init(replacing: Range<Int>, with candidates: [Candidate]) {
    self.replacing = replacing
    self.candidates = candidates
  }

  package static let none = Completion(replacing: 0..<0, with: [])
}

package struct Candidate: Sendable, Equatable {
  package let text: String
  /// A few words for the menu; may be empty.
  package let description: String
  /// Whether a blank follows, once it is chosen.
  package let appendsBlank: Bool

  package init(_ text: String, description: String = "", appendsBlank: Bool = true) {
    self.text = text
    self.description = description
    self.appendsBlank = appendsBlank
  }
}
