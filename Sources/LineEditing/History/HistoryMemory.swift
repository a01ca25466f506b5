/// Which texts go into the history: of this run, of earlier ones, and of others that run now.
final class HistoryMemory {
  private let file: HistoryFile?
  private let limit: Int
  /// From the oldest to the newest.
  private(set) var texts: [String] = []
  /// The same, to be compared at each key.
  private var bytes: ContiguousArray<ContiguousArray<UInt8>> = []
  /// Up to where the file is known.
  private var knownEnd = 0

  init(_ file: HistoryFile?, limit: Int) {
    self.file = file
    self.limit = limit
  }

  /// What was written since this was asked for last: at first by earlier runs, then by others. A file
  /// that cannot be read is as good as empty; the first text that cannot be written will say so.
  func takeNews() -> [String] {
    guard let file, let news = try? file.texts(after: knownEnd, limit: limit) else { return [] }
    knownEnd = news.end
    news.texts.forEach(keep)
    return news.texts
  }

  /// Whether the text may be kept: it is not blank, not the last one again, and holds no key.
  func admits(_ text: String) -> Bool {
    guard text != texts.last, !HistoryEntry.holdsKey(text) else { return false }
    return text.utf8.contains { $0 > UInt8(ascii: " ") }
  }

  func add(_ text: String) throws(LineEditingError) {
    keep(text)
    guard let file else { return }
    // What others wrote in this moment stays for later runs.
    if let end = try file.append(text) { knownEnd = end }
  }

  /// The newest first, without repetitions in a row.
  func newest(startingWith beginning: String, atMost count: Int) -> [String] {
    let beginning = ContiguousArray(beginning.utf8)
    let places = bytes.indices.reversed().lazy.filter { self.bytes[$0].starts(with: beginning) }
    return places.prefix(count).map { texts[$0] }
  }

  private func keep(_ text: String) {
    texts.append(text)
    bytes.append(ContiguousArray(text.utf8))
    guard texts.count > limit * 2 else { return }
    texts.removeFirst(limit)
    bytes.removeFirst(limit)
  }
}
