/// Which texts go into the history: of this run, and of the file.
final class HistoryMemory {
  private let file: HistoryFile?
  private var last: String?

  init(_ file: HistoryFile?) { self.file = file }

  /// What earlier runs left. A file that cannot be read is as good as empty; the first text that
  /// cannot be written will say so.
  func load(limit: Int) -> [String] {
    let texts = (try? file?.load(limit: limit)) ?? []
    last = texts.last
    return texts
  }

  /// Whether the text may be kept: it is not blank, not the last one again, and holds no key.
  func admits(_ text: String) -> Bool {
    guard text != last, !HistoryEntry.holdsKey(text) else { return false }
    return text.utf8.contains { $0 > UInt8(ascii: " ") }
  }

  func add(_ text: String) throws(LineEditingError) {
    last = text
    try file?.append(text)
  }
}
