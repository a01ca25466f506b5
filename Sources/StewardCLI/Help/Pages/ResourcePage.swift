internal import StewardRuntime
internal import StewardValues

/// The help on all commands that begin with some words: `help users`.
struct ResourcePage {
  private let name: String
  private let commands: [Command]

  /// `commands` are those that begin with `name`.
  init(_ name: String, _ commands: [Command]) {
    self.name = name
    self.commands = commands
  }

  /// A page for each beginning of a command that is none itself, in their order.
  static func pages(of vocabulary: Vocabulary) -> [HelpPage] {
    let all = vocabulary.commands
    var seen = Set(all.map(\.name))
    var pages: [HelpPage] = []
    for command in all {
      for count in 1..<max(command.words.count, 1) {
        let name = command.words.prefix(count).joined(separator: " ")
        guard seen.insert(name).inserted else { continue }
        let commands = all.filter { $0.name.hasPrefix(name + " ") }
        pages.append(ResourcePage(name, commands).page)
      }
    }
    return pages
  }

  var page: HelpPage {
    var sections = [
      HelpSection("commands", [.terms(commands.map { HelpTerm($0.name, $0.summary) })])
    ]
    if !objects.isEmpty { sections.append(HelpSection("gives", [.pages(objects)])) }
    var page = HelpPage(.topic, name, "\(subject): \(verbs.joined(separator: ", "))", sections)
    page.isList = true
    page.words = commands.flatMap(\.searchTerms).joined(separator: " ")
    return page
  }

  /// `Users`, `Workspaces members`.
  private var subject: String {
    let words = name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// What may stand behind the name, each once.
  private var verbs: [String] {
    let count = name.split(separator: " ").count
    var seen: Set<String> = []
    return commands.compactMap { $0.words.dropFirst(count).first }
      .filter { seen.insert($0).inserted }
  }

  /// The named objects that the commands give.
  private var objects: [String] {
    var seen: Set<String> = []
    return commands.compactMap { command -> String? in
      let type = command.output(CheckedCall(arguments: [:], input: nil)).unwrapped
      guard case .record(let shape) = (type.element ?? type).unwrapped else { return nil }
      return shape.name
    }
    .filter { seen.insert($0).inserted }
  }
}
