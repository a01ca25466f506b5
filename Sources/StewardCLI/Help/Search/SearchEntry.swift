/// A page as the search knows it: which words it has, and how much each says about it.
struct SearchEntry: Sendable {
  /// What the words of each part of a page count.
  private enum Weight {
    static let title = 9.0
    static let extraWords = 5.0
    static let summary = 4.0
    static let name = 2.0
    static let text = 1.0
  }

  let title: String
  let summary: String
  let kind: HelpPage.Kind
  /// An object that is found in others only.
  private let isPart: Bool
  /// By stem.
  private(set) var weights: [String: Double] = [:]

  init(_ page: HelpPage) {
    title = page.address ?? page.title
    summary = page.summary
    kind = page.kind
    isPart = page.summary == ObjectPage.ofParts
    add(page.title, Weight.title)
    add(page.summary, Weight.summary)
    add(page.words, Weight.extraWords)
    guard !page.isList else { return }
    for part in page.sections.flatMap(\.parts) { add(part) }
  }

  private mutating func add(_ part: HelpPart) {
    switch part {
    case .paragraph(let text): add(text, Weight.text)
    case .terms(let terms):
      for term in terms {
        add(term.name, Weight.name)
        add(([term.meaning, term.type] + term.remarks).joined(separator: " "), Weight.text)
      }
    case .examples(let examples):
      for example in examples { add("\(example.code) \(example.meaning)", Weight.text) }
    case .usage, .code, .pages: break
    }
  }

  private mutating func add(_ text: String, _ weight: Double) {
    for stem in SearchWords.stems(of: text) {
      weights[stem] = max(weights[stem] ?? 0, weight)
    }
  }

  /// The words of the title alone.
  var titleStems: [String] { SearchWords.stems(of: title) }

  /// How much pages of this kind are what somebody looks for who does not know the name.
  var standing: Double {
    switch kind {
    case .task: 1.5
    // A command on rows has a short name that says too much.
    case .command: title.contains(" ") ? 1 : 0.6
    case .stage, .statement, .prefix, .topic: 1
    case .type: isPart ? 0.3 : 0.7
    case .function, .aggregate: 0.7
    case .code, .kind: 0.5
    }
  }
}
