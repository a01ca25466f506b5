internal import LineEditing
internal import Steward
internal import StewardRuntime

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What a session says before its first prompt, behind the line that names it.
struct Greeting {
  private let options: GlobalOptions
  private let console: Console
  private let isSandbox: Bool

  init(_ options: GlobalOptions, _ console: Console, isSandbox: Bool) {
    self.options = options
    self.console = console
    self.isSandbox = isSandbox
  }

  /// Lines that work as they are typed, whoever types them.
  static let firstSteps = [
    HelpTerm("users list | first 5", "the people of the organization, five of them"),
    HelpTerm("help find rotate keys", "how something is done, in your own words"),
    HelpTerm("workspaces <Tab>", "Tab shows what can follow, everywhere"),
  ]

  func show(organization: String?) {
    if isFirst { introduce() }
    announceUnfinished(of: organization)
  }

  /// Whether nobody has typed anything here before.
  private var isFirst: Bool {
    guard !options.isPrivate, let state = StateFolder(console.surroundings) else { return false }
    return access(state.historyPath, F_OK) != 0
  }

  private func introduce() {
    let terms = Self.firstSteps
    let width = terms.map { DisplayWidth.of($0.name) }.max() ?? 0
    console.errors.line("Try:")
    for term in terms {
      let blanks = String(repeating: " ", count: width - DisplayWidth.of(term.name))
      console.errors.line(
        "  \(term.name)\(blanks)  \(TextStyle.faint.paint(term.meaning, console.errors.usesColor))"
      )
    }
    console.errors.line("Ctrl-D leaves. `help save-runbook` keeps what works as a script.", .faint)
  }

  // MARK: - Unfinished runs

  /// So many are named.
  private static let mostNamed = 3

  private func announceUnfinished(of organization: String?) {
    guard let organization, !isSandbox || options.journal != nil,
      let folder = try? RunFolders(options, console).folder()
    else { return }
    let runs = folder.unfinishedRuns(of: organization)
    for run in runs.prefix(Self.mostNamed) {
      console.errors.line("unfinished: `\(command(for: run))` finishes this run", .warning)
    }
    if runs.count > Self.mostNamed {
      console.errors.line("\(runs.count - Self.mostNamed) more: `steward runs`", .warning)
    }
  }

  private func command(for run: RunID) -> String {
    var words = ["steward", "resume", run.description]
    if let profile = options.profile { words += ["--profile", profile] }
    if let journal = options.journal { words += ["--journal", journal] }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }
}
