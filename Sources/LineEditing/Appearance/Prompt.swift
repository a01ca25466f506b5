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

  private let pieces: [Piece]

  /// Names in a prompt come from a server: controls in them are shown as `\u{1b}`.
  package init(_ pieces: [Piece]) {
    self.pieces = pieces.map { Piece(escapingControls($0.text), $0.style) }
  }

  package init(_ text: String) { self.init([Piece(text)]) }

  /// Without styles.
  package var text: String { pieces.map(\.text).joined() }
}

extension Prompt {
  /// Surrounds escape sequences in a prompt, so that libedit does not count their columns.
  package static let delimiter: Unicode.Scalar = "\u{1}"

  /// The scalars that are drawn. libedit cannot draw what combines with the scalar before it.
  package func visible(columns: (Unicode.Scalar) -> Int) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { columns($0) > 0 }
  }

  /// The prompt for libedit.
  ///
  /// libedit attaches an escape sequence to the next character that can be seen: it loses one at
  /// the end of the prompt, and the first of two. So there is exactly one before each change of
  /// style, and a last character is plain, which the blank at the end of a prompt is anyway.
  package func escaped(usesColor: Bool, columns: (Unicode.Scalar) -> Int) -> String {
    guard usesColor else { return String(scalars: visible(columns: columns)) }
    var result = ""
    var current = TextStyle.plain
    for (scalar, style) in styled(columns: columns) {
      if style != current {
        result.unicodeScalars.append(Self.delimiter)
        result += style.sequence
        result.unicodeScalars.append(Self.delimiter)
        current = style
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  private func styled(
    columns: (Unicode.Scalar) -> Int
  ) -> [(scalar: Unicode.Scalar, style: TextStyle)] {
    var result: [(scalar: Unicode.Scalar, style: TextStyle)] = []
    for piece in pieces {
      for scalar in piece.text.unicodeScalars where columns(scalar) > 0 {
        result.append((scalar, piece.style))
      }
    }
    if let last = result.popLast() { result.append((last.scalar, .plain)) }
    return result
  }
}
