/// How a piece of text looks on a terminal.
package struct TextStyle: Sendable, Equatable {
  /// The colours of the terminal's own palette, which its owner chose to be readable.
  package enum Color: UInt8, Sendable {
    case red = 31
    case green
    case yellow
    case blue
    case magenta
    case cyan
    case brightRed = 91
    case brightGreen
    case brightYellow
    case brightBlue
    case brightMagenta
    case brightCyan
  }

  package var color: Color?
  package var isBold = false
  package var isFaint = false
  package var isUnderlined = false
  package var isReversed = false

  package init(
    _ color: Color? = nil,
    isBold: Bool = false,
    isFaint: Bool = false,
    isUnderlined: Bool = false,
    isReversed: Bool = false
  ) {
    self.color = color
    self.isBold = isBold
    self.isFaint = isFaint
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }

  package static let plain = TextStyle()

  /// The escape sequence that makes a terminal write so, whatever it did before.
  package var sequence: String {
    var codes = "0"
    if isBold { codes += ";1" }
    if isFaint { codes += ";2" }
    if isUnderlined { codes += ";4" }
    if isReversed { codes += ";7" }
    if let color { codes += ";\(color.rawValue)" }
    return self == .plain ? "\u{1b}[m" : "\u{1b}[\(codes)m"
  }
}

/// A style for a part of a text, given as bytes of its UTF-8.
package struct StyledSpan: Sendable, Equatable {
  package let range: Range<Int>
  package let style: TextStyle

  package init(_ range: Range<Int>, _ style: TextStyle) {
    self.range = range
    self.style = style
  }
}

extension StyledSpan {
  /// The style of each scalar of the text.
  package static func styles(_ spans: [StyledSpan], over line: LineText) -> [TextStyle] {
    var styles = [TextStyle](repeating: .plain, count: line.scalars.count)
    let places = ScalarPlaces(of: line)
    for span in spans {
      for index in places.range(ofBytes: span.range) { styles[index] = span.style }
    }
    return styles
  }
}
