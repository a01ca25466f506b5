internal import StewardRuntime

/// Pages that are not about one command, function or stage.
struct HelpTopic: Sendable {
  let name: String
  /// Other words under which people look for it.
  private let words: String
  /// Whether it only lists other pages.
  private let isList: Bool
  private let make: @Sendable (Vocabulary) -> HelpPage

  static let all: [HelpTopic] = [
    HelpTopic("how", list: "task tasks recipes cookbook howto") { _ in HelpTask.list },
    HelpTopic("commands", list: "api reference") { HelpLists($0).commands },
    HelpTopic("functions", list: "builtin") { HelpLists($0).functions },
    HelpTopic("language", "syntax grammar cheat sheet introduction tutorial learn") { _ in
      LanguagePage.page
    },
    HelpTopic("prompt", "repl shell session keys tab completion history") { _ in
      ConceptPages.prompt
    },
    HelpTopic("roles", "permissions rights admin developer billing who may") { _ in
      ConceptPages.roles
    },
    HelpTopic("names", "id ids lookup email name resolve") { _ in ConceptPages.names },
    HelpTopic("money", "cents dollars currency amount decimal") { _ in ConceptPages.money },
    HelpTopic("cost", list: "costs spend spending bill billing expensive") {
      SubjectPage.cost($0)
    },
    HelpTopic("usage", list: "use used tokens requests analytics") { SubjectPage.usage($0) },
    HelpTopic("time", "date dates timezone utc ago duration days hours") { _ in
      ConceptPages.time
    },
    HelpTopic("safety", "mode live read-only dry-run confirm guard dangerous undo safe") { _ in
      ConceptPages.safety
    },
    HelpTopic("runbooks", "script markdown parameters file runbook automation") { _ in
      ConceptPages.runbooks
    },
    HelpTopic("types", "values") { TypesPage.page($0) },
    HelpTopic("effects", "allow ceiling") { _ in EffectsPage.page },
    HelpTopic("errors", "try catch exception") { _ in ErrorKindPage.page },
    HelpTopic("codes", list: "error diagnostics") { _ in ErrorCodePage.list },
    HelpTopic("exit", "status cron ci") { _ in ExitStatusPage.page },
    HelpTopic("environment", "variables settings proxy key") { _ in EnvironmentPage.page },
    HelpTopic("run", "script") { _ in RunSubcommand.help },
    HelpTopic("check", "lint validate") { _ in CheckSubcommand.help },
    HelpTopic("plan", "dry run preview") { _ in PlanSubcommand.help },
    HelpTopic("apply") { _ in ApplySubcommand.help },
    HelpTopic("runs", "journal history") { _ in RunsSubcommand.help },
    HelpTopic("show", "journal") { _ in ShowSubcommand.help },
    HelpTopic("resume", "continue interrupted crash") { _ in ResumeSubcommand.help },
    HelpTopic("undo", "revert rollback take back") { _ in UndoSubcommand.help },
    HelpTopic("fmt", "format style") { _ in FmtSubcommand.help },
    HelpTopic("sandbox", "test demo mock local try server") { _ in SandboxSubcommand.help },
    HelpTopic("profile", "organization organizations tenant key login configuration") { _ in
      ProfilePages.all
    },
    HelpTopic("profile list") { _ in ProfilePages.list },
    HelpTopic("profile show") { _ in ProfilePages.show },
    HelpTopic("profile add", "login key setup") { _ in ProfilePages.add },
    HelpTopic("profile use", "switch") { _ in ProfilePages.use },
    HelpTopic("profile remove") { _ in ProfilePages.remove },
    HelpTopic("doctor", "diagnose check key connection proxy problem troubleshoot") { _ in
      DoctorSubcommand.help
    },
    HelpTopic("completions", "bash zsh fish tab shell") { _ in CompletionsSubcommand.help },
    HelpTopic("save-runbook", "record session script runbook file") { _ in SaveRunbook.help },
    HelpTopic("help", list: "manual man search find") { _ in HelpSubcommand.help },
  ]

  /// The page, as the vocabulary has it.
  func page(_ vocabulary: Vocabulary) -> HelpPage {
    var page = make(vocabulary)
    page.address = name
    page.words = words
    page.isList = isList
    return page
  }

  private init(
    _ name: String,
    _ words: String = "",
    _ make: @escaping @Sendable (Vocabulary) -> HelpPage
  ) {
    self.name = name
    self.words = words
    self.make = make
    isList = false
  }

  private init(
    _ name: String,
    list words: String,
    _ make: @escaping @Sendable (Vocabulary) -> HelpPage
  ) {
    self.name = name
    self.words = words
    self.make = make
    isList = true
  }
}
