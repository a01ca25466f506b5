/// Signs that some terminals draw as one, in fewer columns, and others do not: such as a family of
/// emoji. Without what joins them they stand side by side everywhere.
enum SideBySide {
  /// What is drawn in place of a scalar, in as many columns; nil for one that is left out.
  static func drawn(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x200D, 0xFE0F: nil
    // A colour of the skin would join the emoji before it: a wide blank stands for it.
    case 0x1F3FB...0x1F3FF: "\u{3000}"
    default: scalar
    }
  }

  static func drawn(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xE2 }) else { return text }
    return String(scalars: text.unicodeScalars.compactMap(drawn))
  }
}
