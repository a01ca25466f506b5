/// Finds what somebody meant to write.
package enum Spelling {
  /// The candidate that a word was probably meant to be, the surest kind of likeness first: the
  /// same but for case and hyphens, a habit from another tool, singular and plural, the beginning
  /// or the end of one candidate, few mistyped letters. Never a name of one letter, never the word itself.
  package static func nearest(
    _ word: String,
    in candidates: [String],
    synonyms: [String: [String]] = [:]
  ) -> String? {
    let word = Spelled(word)
    let candidates = candidates.filter { $0.utf8.count > 1 && $0 != word.original }
      .map { Spelled($0) }
    let found =
      candidates.first { $0.letters == word.letters }
      ?? synonym(of: word, in: candidates, synonyms)
      ?? candidates.first { $0.isOtherNumber(of: word) }
      ?? completion(of: word, in: candidates)
      ?? ending(of: word, in: candidates)
      ?? leastMistyped(word, in: candidates)
    return found?.original
  }

  private static func synonym(
    of word: Spelled,
    in candidates: [Spelled],
    _ synonyms: [String: [String]]
  ) -> Spelled? {
    let meanings = synonyms[word.original.lowercased()] ?? synonyms[word.original] ?? []
    for meaning in meanings {
      if let found = candidates.first(where: { $0.original == meaning }) { return found }
    }
    return nil
  }

  /// The shortest candidate that begins with the word; a single letter says nothing.
  private static func completion(of word: Spelled, in candidates: [Spelled]) -> Spelled? {
    guard word.letters.count > 1 else { return nil }
    return candidates.filter { $0.letters.starts(with: word.letters) }
      .min { $0.letters.count < $1.letters.count }
  }

  /// The one candidate of which the word is the last part: `role` of `workspace-role`.
  private static func ending(of word: Spelled, in candidates: [Spelled]) -> Spelled? {
    guard word.letters.count > 2 else { return nil }
    let found = candidates.filter { $0.letters.ends(with: ["-"] + word.letters) }
    return found.count == 1 ? found.first : nil
  }

  private static func leastMistyped(_ word: Spelled, in candidates: [Spelled]) -> Spelled? {
    guard word.letters.count > 1 else { return nil }
    let limit = max(1, word.letters.count / 3)
    var best: (candidate: Spelled, distance: Int)?
    for candidate in candidates
    where abs(candidate.letters.count - word.letters.count) <= limit {
      let distance = distance(word.letters, candidate.letters)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Letters inserted, removed, replaced or swapped with their neighbour.
  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (letter == other ? 0 : 1))
        let isSwap =
          row > 0 && column > 0 && letter == second[column - 1] && first[row - 1] == other
        if isSwap { cost = min(cost, beforeLast[column - 1] + 1) }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}

extension [Unicode.Scalar] {
  fileprivate func ends(with other: [Unicode.Scalar]) -> Bool {
    suffix(other.count).elementsEqual(other)
  }
}

/// A name and its letters as they are compared.
private struct Spelled {
  let original: String
  /// Lower case, with hyphens for underscores.
  let letters: [Unicode.Scalar]

  init(_ name: String) {
    original = name
    letters = name.lowercased().unicodeScalars.map { $0 == "_" ? "-" : $0 }
  }

  /// True for `key` and `keys`, `policy` and `policies`, `address` and `addresses`.
  func isOtherNumber(of other: Spelled) -> Bool {
    isPlural(of: other) || other.isPlural(of: self)
  }

  private func isPlural(of other: Spelled) -> Bool {
    if letters == other.letters + ["s"] || letters == other.letters + ["e", "s"] { return true }
    return other.letters.last == "y" && letters == other.letters.dropLast() + ["i", "e", "s"]
  }
}
