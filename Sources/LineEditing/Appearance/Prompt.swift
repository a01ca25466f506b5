internal import StewardValues

/// What stands before the line that a person types: pieces of text, each with its style.
package struct Prompt: Sendable, Equatable {
  package struct Piece: Sendable, Equatable {
    package let text: String
    package let style: TextStyle

    package init(_ text: String, _ style: TextStyle = .plain) {
      self.text = text
      self.style = style
    }
  }

  package let pieces: [Piece]

  /// Names in a prompt come from a server: controls in them are shown as `\u{1b}`.
  package init(_ pieces: [Piece]) {
    self.pieces = pieces.map { Piece(escapingControls($0.text), $0.style) }
  }

  package init(_ text: String) { self.init([Piece(text)]) }

  /// Without styles.
  package var text: String { pieces.map(\.text).joined() }
}

extension Prompt {
  /// The scalars that are drawn, and the style of each.
  func drawn(usesColor: Bool) -> (scalars: [Unicode.Scalar], styles: [TextStyle]) {
    var (scalars, styles): ([Unicode.Scalar], [TextStyle]) = ([], [])
    for piece in pieces {
      scalars += piece.text.unicodeScalars
      let style = usesColor ? piece.style : .plain
      styles += repeatElement(style, count: scalars.count - styles.count)
    }
    return (scalars, styles)
  }
}
