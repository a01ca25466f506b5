internal import ArgumentParser
internal import Steward
internal import StewardRuntime
internal import StewardValues

/// The options that may stand anywhere on the command line.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customShort("c"),
    parsing: .unconditional,
    help: ArgumentHelp("Runs CODE, one argument.", valueName: "CODE")
  )
  var code: String?

  @Option(
    name: .customLong("arg"),
    help: ArgumentHelp(
      "Binds $NAME to a text for a script: --arg NAME VALUE.",
      valueName: "NAME VALUE"
    ),
    transform: ArgumentBinding.init
  )
  var bindings: [ArgumentBinding] = []

  @Option(
    help: ArgumentHelp(
      "Works on a local organization in process; no key is needed.",
      discussion: "Settings may follow: --sandbox=users=2500,latency=50ms.",
      valueName: "SPEC"
    )
  )
  var sandbox: String?

  @Option(
    help: ArgumentHelp(
      "The organization, its key and its rules, by a name of `steward profile list`.",
      valueName: "NAME"
    )
  )
  var profile: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp("Where the API is, if not at api.anthropic.com.", valueName: "URL")
  )
  var baseURL: String?

  @Option(
    help: ArgumentHelp("Also trusts the authorities in this PEM file.", valueName: "FILE"),
    transform: OptionValue.readableFile
  )
  var caFile: String?

  @Flag(help: "Changes nothing: the same as --allow read,file.")
  var readOnly = false

  @Option(
    help: ArgumentHelp(
      "Allows only these effects: read, reveal, create, update, grant, cut, destroy, file, prompt.",
      valueName: "EFFECTS"
    ),
    transform: OptionValue.effects
  )
  var allow: Effects?

  @Flag(help: "Answers every confirmation with yes.")
  var yes = false

  @Flag(help: "Shows what would change, by name; only reads are sent, and no file is written.")
  var dryRun = false

  @Option(help: ArgumentHelp("Refuses a run with more changes.", valueName: "N"))
  var maxChanges: Int?

  @Option(
    name: .customLong("guard"),
    help: ArgumentHelp(
      "Refuses a run with more changes of this effect: --guard cut=25.",
      discussion: "It replaces the cap for runs that nobody looks at.",
      valueName: "EFFECT=N"
    ),
    transform: OptionValue.cap
  )
  var guards: [ChangePolicy.Cap] = []

  @Flag(help: "Sends changes as they come, without a plan, for what cannot be planned.")
  var stream = false

  @Option(help: ArgumentHelp("Why the run is made, for its journal.", valueName: "TEXT"))
  var note: String?

  @Option(
    help: ArgumentHelp(
      "Where runs that change something are written down; - is standard error.",
      valueName: "DIR"
    )
  )
  var journal: String?

  @Option(
    help: ArgumentHelp(
      "The folder below which scripts may write; by default the working directory.",
      valueName: "DIR"
    ),
    transform: OptionValue.folder
  )
  var fileRoot: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "Writes the result as table, json, ndjson, csv, yaml, md or lines.",
      discussion: "By default a table on a terminal, otherwise ndjson.",
      valueName: "FORMAT"
    ),
    transform: OptionValue.format
  )
  var output: OutputFormat?

  @Option(help: ArgumentHelp("When results and errors have colours.", valueName: "WHEN"))
  var color = ColorChoice.auto

  @Option(help: ArgumentHelp("How errors and warnings are written.", valueName: "FORMAT"))
  var diagnostics = DiagnosticsFormat.text

  @Flag(help: "Leaves out log lines and the warnings of the check.")
  var quiet = false

  @Flag(help: "Writes a line for each request on standard error.")
  var trace = false

  @Flag(name: .customLong("private"), help: "Reads and keeps no history at the prompt.")
  var isPrivate = false

  @Flag(name: [.customShort("h"), .long], help: "Explains, after any words.")
  var help = false

  @Flag(help: "Prints the version.")
  var version = false

  @Option(help: .hidden, transform: OptionValue.moment)
  var now: Timestamp?

  /// What a script may do at most, as far as the command line says.
  var ceiling: Effects {
    (allow ?? .all).intersection(readOnly ? [.read, .file] : .all)
  }
}

/// The whole command line: options, and what is handed on to subcommands and to the language.
struct CommandLineWords: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "steward", helpNames: [])

  @OptionGroup var options: GlobalOptions
  @ArgumentParser.Argument(parsing: .allUnrecognized, help: .hidden) var words: [String] = []

  /// The long options without their dashes, as the help shows them, `--params` of runbooks, and
  /// `--api-key`, which there is not: it would be refused before a runbook had it.
  static var optionNames: Set<String> {
    let help = helpMessage(columns: 200)
    return Set(help.matches(of: /--([a-z][a-z-]*)/).map { String($0.1) }).union([
      "params", "api-key",
    ])
  }
}
