/// What could stand at the cursor, and which part of the text it would replace.
package struct Completion: Sendable, Equatable {
  /// Bytes of the text's UTF-8; empty to insert.
  package let replacing: Range<Int>
  /// In the order in which they are shown.
  package let candidates: [Candidate]
  /// Stands below the menu, such as how old these names are; may be empty.
  package let note: String

  package init(replacing: Range<Int>, with candidates: [Candidate], note: String = "") {
    self.replacing = replacing
    self.candidates = candidates
    self.note = note
  }

  package static let none = Completion(replacing: 0..<0, with: [])
}

package struct Candidate: Sendable, Equatable {
  package let text: String
  /// A few words for the menu; may be empty.
  package let description: String
  /// What the row below the menu says while this one is selected, such as an id; may be empty.
  package let detail: String
  /// Whether a blank follows, once it is chosen.
  package let appendsBlank: Bool

  package init(
    _ text: String,
    description: String = "",
    detail: String = "",
    appendsBlank: Bool = true
  ) {
    self.text = text
    self.description = description
    self.detail = detail
    self.appendsBlank = appendsBlank
  }
}
