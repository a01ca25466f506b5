internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// An option as its line in the help declares it: `-o, --output FORMAT`.
struct CommandLineOption {
  /// With dashes.
  let names: [String]
  /// What stands for its value, in capitals: `FORMAT`; nil for an option without one.
  let value: String?
  let meaning: String

  init(_ term: HelpTerm) {
    let words = term.name.split { $0 == " " || $0 == "," }.map(String.init)
    names = words.filter { $0.hasPrefix("-") }
    let values = words.filter { !$0.hasPrefix("-") }
    value = values.isEmpty ? nil : values.joined(separator: " ")
    meaning = term.meaning
  }

  /// Those that may stand anywhere.
  static var ofProgram: [CommandLineOption] { DeclaredOptions.ofProgram.map(Self.init) }

  /// Those of a subcommand, by its help page.
  static func of(_ page: HelpPage) -> [CommandLineOption] {
    page.sections.flatMap(\.parts).flatMap { part -> [CommandLineOption] in
      guard case .terms(let terms) = part else { return [] }
      return terms.filter { $0.name.hasPrefix("-") }.map(Self.init)
    }
  }

  /// The name that is offered.
  var longName: String { names.first { $0.hasPrefix("--") } ?? names.first ?? "" }

  /// How many words behind it are its value. A sandbox's settings are in the same word.
  var valueCount: Int {
    guard let value, longName != "--sandbox" else { return 0 }
    return value.split(separator: " ").count
  }

  func isNamed(by word: String) -> Bool {
    names.contains(String(word.prefix { $0 != "=" }))
  }
}

/// What stands behind an option.
enum OptionValueKind {
  case words([CompletionOffer])
  /// Several with commas between them.
  case list([CompletionOffer])
  case files(CompletionFiles)
  case profiles
  case unknown

  init(_ option: CommandLineOption) {
    let changes = Effects.names.filter { !$0.effect.isDisjoint(with: .changes) }
    self =
      switch (option.longName, option.value) {
      case ("--output", _): .words(OutputFormat.allCases.map { CompletionOffer($0.rawValue) })
      case ("--color", _): .words(ColorChoice.allCases.map { CompletionOffer($0.rawValue) })
      case ("--diagnostics", _):
        .words(DiagnosticsFormat.allCases.map { CompletionOffer($0.rawValue) })
      case ("--allow", _): .list(Effects.names.map { CompletionOffer($0.name) })
      case ("--guard", _): .words(changes.map { CompletionOffer("\($0.name)=") })
      case ("--profile", _): .profiles
      case (_, "DIR"): .files(.folders)
      case (_, "FILE"), (_, "PLAN"): .files(.files)
      default: .unknown
      }
  }
}
