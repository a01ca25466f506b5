/// `text` with each control written as `\u{1b}`, so that what a server sends cannot move the cursor,
/// colour the screen, reorder what is read or hide in it.
///
/// With `keepingLines`, line feeds and tabs stay as they are.
package func escapingControls(_ text: String, keepingLines: Bool = false) -> String {
  guard text.unicodeScalars.contains(where: { isUnsafe($0, keepingLines) }) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if isUnsafe(scalar, keepingLines) {
      result += "\\u{\(String(scalar.value, radix: 16))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isUnsafe(_ scalar: Unicode.Scalar, _ keepsLines: Bool) -> Bool {
  switch scalar.value {
  case 0x09, 0x0A: !keepsLines
  case 0..<0x20, 0x7F..<0xA0: true
  // Line and paragraph separators; marks that change the direction of the text.
  case 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
  default: false
  }
}
