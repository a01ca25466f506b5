/// Pasted bytes, up to the sequence by which a terminal ends them.
package struct PasteDecoder {
  private var bytes: [UInt8] = []
  private static let end = Array("\u{1b}[201~".utf8)

  package private(set) var isComplete = false

  package init() {}

  package mutating func add(_ byte: UInt8) {
    guard !isComplete else { return }
    bytes.append(byte)
    guard byte == UInt8(ascii: "~"), bytes.suffix(Self.end.count).elementsEqual(Self.end) else {
      return
    }
    bytes.removeLast(Self.end.count)
    isComplete = true
  }

  package var text: String { PastedText.cleaned(String(decoding: bytes, as: UTF8.self)) }
}

/// Texts that come from elsewhere into the line.
enum PastedText {
  /// Lines end in line feeds: terminals send a carriage return for each line break. Other controls
  /// do nothing good in a line: they could end the paste, or hide what it does.
  static func cleaned(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": result.append("\n")
      case "\n": if previous != "\r" { result.append("\n") }
      case "\t": result.append("\t")
      default:
        if scalar.properties.generalCategory != .control { result.unicodeScalars.append(scalar) }
      }
      previous = scalar
    }
    return result
  }
}
