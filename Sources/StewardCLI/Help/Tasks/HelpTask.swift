/// A page that answers "how do I …": what an administrator asks, and lines that do it. Each line runs
/// on the sandbox as it stands.
struct HelpTask: Sendable {
  /// What stands behind `help how`: `old-keys`.
  let name: String
  /// The question, as somebody would put it.
  let question: String
  /// What to know first: a sentence or two.
  let advice: String
  /// Lines to type, each with what it does; nothing where that is clear.
  let lines: [HelpStep]
  /// Other words under which people look for it.
  let words: String

  init(_ name: String, _ question: String, _ advice: String, words: String, _ lines: HelpStep...) {
    self.name = name
    self.question = question
    self.advice = advice
    self.words = words
    self.lines = lines
  }

  /// By what they are about, in the order of `help how`.
  static let areas: [(title: String, tasks: [HelpTask])] = [
    ("people", people),
    ("invitations", invitations),
    ("workspaces", workspaces),
    ("keys", keys),
    ("cost", cost),
    ("use", use),
    ("safety and records", records),
  ]

  static let all: [HelpTask] = areas.flatMap(\.tasks)

  /// The page's title: `how old-keys`.
  var title: String { "how \(name)" }

  /// The page. `related` are the titles of others to read.
  func page(related: [String] = []) -> HelpPage {
    var sections = [
      HelpSection(nil, [.paragraph(advice)]),
      HelpSection("lines", [.examples(lines.map { (code: $0.code, meaning: $0.meaning) })]),
    ]
    if !related.isEmpty { sections.append(HelpSection("see also", [.pages(related)])) }
    return HelpPage(.task, title, question, sections)
  }

  /// `help how`: all of them.
  static var list: HelpPage {
    let use = HelpSection(
      nil,
      [
        .paragraph(
          "`help how admins` shows the lines for one; `example how admins` runs them at the prompt if they only read. `help find WORDS` searches."
        )
      ]
    )
    let sections = areas.map { area in
      HelpSection(area.title, [.terms(area.tasks.map { HelpTerm($0.name, $0.question) })])
    }
    return HelpPage(.topic, "how", "What administrators do, with lines to copy", [use] + sections)
  }
}

/// A line of a task. It can be written as text alone, where what it does is clear.
struct HelpStep: Sendable, ExpressibleByStringLiteral {
  let code: String
  let meaning: String

  init(_ code: String, _ meaning: String) {
    self.code = code
    self.meaning = meaning
  }

  init(stringLiteral code: String) { self.init(code, "") }
}
