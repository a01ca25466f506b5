/// How many columns of a terminal a text takes, without a locale.
package enum DisplayWidth {
  /// The columns of all its scalars; line breaks and other controls take none.
  package static func of(_ text: String) -> Int {
    if let width = ofASCII(text) { return width }
    var width = 0
    var previous = 0
    var isJoined = false
    for scalar in text.unicodeScalars {
      let own = isJoined ? 0 : columns(of: scalar, after: previous)
      isJoined = scalar.value == zeroWidthJoiner && previous == 2
      width += own
      if own > 0 { previous = scalar.value == emojiSelector ? 2 : own }
    }
    return width
  }

  /// 0 for controls and for what combines with the scalar before it, 2 for wide scalars, else 1.
  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let code = scalar.value
    if 0x20..<0x7F ~= code { return 1 }
    if code < 0x300 { return code >= 0xA0 ? 1 : 0 }
    // Vowels and finals of Hangul are drawn into the syllable that they follow.
    if 0x1160...0x11FF ~= code || 0xD7B0...0xD7FF ~= code { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default: return isWide(code) ? 2 : 1
    }
  }

  private static let zeroWidthJoiner: UInt32 = 0x200D
  private static let emojiSelector: UInt32 = 0xFE0F
  private static let skinTones: ClosedRange<UInt32> = 0x1F3FB...0x1F3FF

  /// The columns that a scalar adds to a text whose last visible scalar took `previous`.
  private static func columns(of scalar: Unicode.Scalar, after previous: Int) -> Int {
    // It makes an emoji of two columns out of a sign of one.
    if scalar.value == emojiSelector { return previous == 1 ? 1 : 0 }
    if skinTones.contains(scalar.value), previous == 2 { return 0 }
    return of(scalar)
  }

  private static func ofASCII(_ text: String) -> Int? {
    var width = 0
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      if byte >= 0x20, byte != 0x7F { width += 1 }
    }
    return width
  }

  private static func isWide(_ code: UInt32) -> Bool {
    guard code >= 0x1100 else { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < code { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(code)
  }

  /// East Asian wide and fullwidth scalars, and those that are drawn as emoji. Of the flags each
  /// half takes one column.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2630...0x2637, 0x2648...0x2653,
    0x267F...0x267F, 0x268A...0x268F, 0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB,
    0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
    0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705,
    0x270A...0x270B, 0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755,
    0x2757...0x2757, 0x2795...0x2797, 0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C,
    0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4DC0...0x4DFF,
    0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x18D00...0x18D8F,
    0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
    0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335,
    0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440,
    0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567,
    0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F,
    0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6D8,
    0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB,
    0x1F7F0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
