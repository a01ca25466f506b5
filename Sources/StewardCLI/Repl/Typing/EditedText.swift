/// Where a text was last changed: the word there is still being typed.
struct EditedText {
  private(set) var text = ""
  /// In its UTF-8, behind what was changed.
  private(set) var place = 0

  mutating func become(_ next: String) {
    guard next != text else { return }
    let before = zip(text.utf8, next.utf8).prefix { $0 == $1 }.count
    let behind = zip(text.utf8.reversed(), next.utf8.reversed()).prefix { $0 == $1 }.count
    place = next.utf8.count - min(behind, text.utf8.count - before, next.utf8.count - before)
    text = next
  }
}
