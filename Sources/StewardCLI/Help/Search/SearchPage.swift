/// What `help find WORDS` shows.
struct SearchPage {
  static let most = 10

  private let query: String
  private let index: SearchIndex

  init(_ query: String, _ index: SearchIndex) {
    self.query = query
    self.index = index
  }

  var page: HelpPage {
    let other = index.corrected(query)
    let found = Self.worthwhile(index.results(for: other ?? query))
    guard !found.isEmpty else { return nothing }
    let terms = found.map { HelpTerm("help \($0.title)", $0.summary) }
    let remark = other.map { HelpPart.paragraph("Read as `\($0)`.") }
    return HelpPage(
      .topic,
      "find \(query)",
      "",
      [remark.map { HelpSection(nil, [$0]) }, HelpSection(nil, [.terms(terms)])].compactMap(\.self)
    )
  }

  /// What is far behind the best one is not what was meant.
  static func worthwhile(_ results: [SearchIndex.Result]) -> [SearchIndex.Result] {
    let least = (results.first?.score ?? 0) * 0.06
    return results.prefix(most).filter { $0.score >= least }
  }

  private var nothing: HelpPage {
    let said = HelpPart.paragraph(
      "No page has these words. Say it in other ones, or look below: `help how` lists what administrators do."
    )
    return HelpPage(.topic, "find \(query)", "", [HelpSection(nil, [said])] + Overview.topics)
  }
}
