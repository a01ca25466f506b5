/// The candidates that are shown below the line, of which one may be selected.
package struct CompletionMenu: Equatable {
  package let candidates: [Candidate]
  /// The scalars of the line that a candidate replaces. The selected one is in the line already.
  package private(set) var replacing: Range<Int>
  package private(set) var selection: Int?
  /// Stands below the candidates.
  package let note: String

  package init(
    _ candidates: [Candidate],
    replacing: Range<Int>,
    selection: Int? = nil,
    note: String = ""
  ) {
    self.candidates = candidates
    self.replacing = replacing
    self.selection = selection
    self.note = note
  }

  package var selected: Candidate? { selection.map { candidates[$0] } }

  /// Selects the next candidate (or the one before), around the end, and gives what to do to the line.
  package mutating func select(forwards: Bool) -> Replacement {
    let count = candidates.count
    let next =
      switch selection {
      case let current?: (current + (forwards ? 1 : count - 1)) % count
      case nil: forwards ? 0 : count - 1
      }
    selection = next
    let replacement = Replacement(range: replacing, text: candidates[next].text)
    replacing = replacement.rangeAfterwards
    return replacement
  }
}
