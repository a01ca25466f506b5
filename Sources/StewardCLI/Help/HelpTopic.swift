internal import StewardRuntime

/// Pages that are not about one command, function or stage.
struct HelpTopic: Sendable {
  let name: String
  let page: @Sendable (Vocabulary) -> HelpPage

  static let all: [HelpTopic] = [
    HelpTopic("commands") { HelpLists($0).commands },
    HelpTopic("functions") { HelpLists($0).functions },
    HelpTopic("language") { _ in LanguagePage.page },
    HelpTopic("types") { TypesPage.page($0) },
    HelpTopic("effects") { _ in EffectsPage.page },
    HelpTopic("errors") { _ in ErrorKindPage.page },
    HelpTopic("codes") { _ in ErrorCodePage.list },
    HelpTopic("exit") { _ in ExitStatusPage.page },
    HelpTopic("environment") { _ in EnvironmentPage.page },
    HelpTopic("run") { _ in RunSubcommand.help },
    HelpTopic("check") { _ in CheckSubcommand.help },
    HelpTopic("plan") { _ in PlanSubcommand.help },
    HelpTopic("apply") { _ in ApplySubcommand.help },
    HelpTopic("runs") { _ in RunsSubcommand.help },
    HelpTopic("show") { _ in ShowSubcommand.help },
    HelpTopic("resume") { _ in ResumeSubcommand.help },
    HelpTopic("undo") { _ in UndoSubcommand.help },
    HelpTopic("fmt") { _ in FmtSubcommand.help },
    HelpTopic("sandbox") { _ in SandboxSubcommand.help },
    HelpTopic("profile") { _ in ProfilePages.all },
    HelpTopic("profile list") { _ in ProfilePages.list },
    HelpTopic("profile show") { _ in ProfilePages.show },
    HelpTopic("profile add") { _ in ProfilePages.add },
    HelpTopic("profile use") { _ in ProfilePages.use },
    HelpTopic("profile remove") { _ in ProfilePages.remove },
    HelpTopic("doctor") { _ in DoctorSubcommand.help },
    HelpTopic("completions") { _ in CompletionsSubcommand.help },
    HelpTopic("save-runbook") { _ in SaveRunbook.help },
    HelpTopic("help") { _ in HelpSubcommand.help },
  ]

  /// Those that the overview names.
  static let overview = [
    HelpTerm("help commands", "every command"),
    HelpTerm("help functions", "the functions of expressions"),
    HelpTerm("help language", "the language on one screen"),
    HelpTerm("help types", "values, and how their types are written"),
    HelpTerm("help effects", "what commands may do, and how that is limited"),
    HelpTerm("help errors", "what can go wrong, and how it is caught"),
    HelpTerm("help codes", "what the check finds; `help E0312` explains one"),
    HelpTerm("help exit", "exit statuses"),
    HelpTerm("help environment", "environment variables"),
    HelpTerm("help users list", "one command; `users list --help` is the same"),
  ]

  private init(_ name: String, _ page: @escaping @Sendable (Vocabulary) -> HelpPage) {
    self.name = name
    self.page = page
  }
}
