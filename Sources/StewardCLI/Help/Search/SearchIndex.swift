internal import StewardSyntax

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// All pages of the help, to be found by words that people say.
struct SearchIndex: Sendable {
  struct Result: Sendable {
    let title: String
    let summary: String
    let score: Double
  }

  private let entries: [SearchEntry]
  /// How many pages have each stem.
  private let frequencies: [String: Int]
  /// The words of titles and summaries as they stand there, for what is mistyped.
  private let spellings: [String]

  /// What a word counts that only means what was said.
  private static let ofMeaning = 0.6

  init(_ pages: [HelpPage]) {
    entries = pages.map(SearchEntry.init)
    var frequencies: [String: Int] = [:]
    for entry in entries {
      for stem in entry.weights.keys { frequencies[stem, default: 0] += 1 }
    }
    self.frequencies = frequencies
    let words = pages.flatMap { SearchWords.pieces(of: "\($0.title) \($0.summary) \($0.words)") }
    spellings = Set(words.filter { $0.count > 2 }).sorted()
  }

  /// The best first; pages that have none of the words are not in it.
  func results(for query: String) -> [Result] {
    let terms = SearchWords.query(SearchSynonyms.withoutPhrases(query)).map { SearchWords.stem($0) }
      .map(variants)
    guard !terms.isEmpty else { return [] }
    let asked = Set(terms.flatMap { $0.map(\.stem) })
    let name = SearchWords.pieces(of: query)
    let found = entries.enumerated().compactMap { index, entry in
      score(of: entry, terms, asked).map { score in
        // Who writes a title means that page.
        let isNamed = SearchWords.pieces(of: entry.title) == name
        return (index: index, entry: entry, score: isNamed ? score * 8 : score)
      }
    }
    .sorted { ($1.score, $0.index) < ($0.score, $1.index) }
    // Several things may have one name, and one page shows them all.
    var seen: Set<String> = []
    return found.filter { seen.insert($0.entry.title).inserted }.map {
      Result(title: $0.entry.title, summary: $0.entry.summary, score: $0.score)
    }
  }

  /// The query with the nearest known word for each that no page has; nil if that changes nothing.
  func corrected(_ query: String) -> String? {
    let words = SearchWords.query(query)
    let known = words.map { corrected(word: $0) ?? $0 }
    return known == words ? nil : known.joined(separator: " ")
  }

  /// A name that nobody here knows is no slip: only what begins alike and is about as long is one.
  private func corrected(word: String) -> String? {
    let stem = SearchWords.stem(word)
    guard word.count > 3, frequencies[stem] == nil, SearchSynonyms.meanings[stem] == nil,
      let near = Spelling.nearest(word, in: spellings),
      near.first == word.first, abs(near.count - word.count) < 2
    else { return nil }
    return near
  }

  // MARK: - Scores

  private typealias Variant = (stem: String, weight: Double)

  /// A word, and what it may mean.
  private func variants(_ stem: String) -> [Variant] {
    [(stem, 1)]
      + (SearchSynonyms.meanings[stem] ?? []).filter { $0 != stem }
      .map { ($0, Self.ofMeaning) }
  }

  /// Nil for a page that has none of the words.
  private func score(
    of entry: SearchEntry,
    _ terms: [[Variant]],
    _ asked: Set<String>
  ) -> Double? {
    var sum = 0.0
    var matched = 0
    for variants in terms {
      let best = variants.map { (entry.weights[$0.stem] ?? 0) * $0.weight * rarity(of: $0.stem) }
        .max()
      guard let best, best > 0 else { continue }
      sum += best
      matched += 1
    }
    guard matched > 0 else { return nil }
    let coverage = Double(matched) / Double(terms.count)
    return sum * coverage * coverage * entry.standing * closeness(of: entry, asked)
  }

  /// A word that few pages have says more.
  private func rarity(of stem: String) -> Double {
    log(1 + Double(entries.count) / Double(1 + (frequencies[stem] ?? 0)))
  }

  /// A title of which every word was asked for is what was meant.
  private func closeness(of entry: SearchEntry, _ asked: Set<String>) -> Double {
    let stems = entry.titleStems.filter { $0 != "how" }
    guard !stems.isEmpty else { return 1 }
    let known = stems.count { asked.contains($0) }
    return 1 + 0.5 * Double(known) / Double(stems.count)
  }
}
