package import AdminCommands

/// Names in order, so that those which begin in some way are found without looking at all of them.
package struct SortedNames: Sendable {
  private let entries: [(key: String, entry: NameListing.Entry)]
  private let namesByID: [String: String]

  package init(_ entries: [NameListing.Entry]) {
    self.entries = entries.map { (key: $0.name.lowercased(), entry: $0) }
      .sorted { ($0.key, $0.entry.id) < ($1.key, $1.entry.id) }
    namesByID = Dictionary(entries.map { ($0.id, $0.name) }) { first, _ in first }
  }

  package func name(of id: String) -> String? { namesByID[id] }

  package var isEmpty: Bool { entries.isEmpty }

  /// Those that begin with a text, in any case.
  package func matches(_ beginning: String) -> Range<Int> {
    let beginning = beginning.lowercased()
    let first = firstIndex { $0 >= beginning }
    return first..<max(first, firstIndex { $0 >= beginning && !$0.hasPrefix(beginning) })
  }

  package subscript(index: Int) -> NameListing.Entry { entries[index].entry }

  /// Whether another object has the same name.
  package func isShared(_ index: Int) -> Bool {
    [index - 1, index + 1].contains { other in
      entries.indices.contains(other) && entries[other].key == entries[index].key
    }
  }

  /// The first place from which on something is true.
  private func firstIndex(where isReached: (String) -> Bool) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if isReached(entries[middle].key) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
