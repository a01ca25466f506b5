/// A row below the line that says something about it, in pieces with their styles. It is cut where the
/// screen ends.
package struct Hint: Sendable, Equatable {
  package let pieces: [Prompt.Piece]

  package init(_ pieces: [Prompt.Piece]) { self.pieces = pieces }

  package init(_ text: String, _ style: TextStyle = TextStyle(isFaint: true)) {
    self.init([Prompt.Piece(text, style)])
  }
}
