internal import Steward
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The directive `save-runbook`: writes what worked in a session as a runbook.
struct SaveRunbook {
  private let options: GlobalOptions
  private let console: Console
  private let now: Timestamp
  private let profile: String?

  init(_ options: GlobalOptions, _ console: Console, now: Timestamp, profile: String?) {
    self.options = options
    self.console = console
    self.now = now
    self.profile = profile
  }

  /// Says what it has done, or why it has done nothing.
  func run(_ words: [String], _ record: SessionRecord) {
    do throws(UsageError) {
      let arguments = try SaveRunbookArguments(words)
      try checkMayWrite()
      guard let draft = try draft(arguments, record) else { return }
      try write(draft, arguments)
      tell(draft, arguments, record)
    } catch {
      Reports(console.errors, .text).show(error)
    }
  }

  private func checkMayWrite() throws(UsageError) {
    if options.dryRun {
      throw UsageError("steward was started for a dry run, which writes no file")
    }
    guard options.ceiling.contains(.file) else {
      throw UsageError("steward was started without the effect `file`: nothing is written")
    }
  }

  private func draft(
    _ arguments: SaveRunbookArguments,
    _ record: SessionRecord
  ) throws(UsageError) -> RunbookDraft? {
    do throws(RunbookDraft.Problem) {
      return try RunbookDraft(
        record,
        arguments.choice,
        bindings: options.bindings.map { ($0.name, $0.value) },
        file: arguments.file,
        date: now.day
      )
    } catch {
      switch error {
      case .nothingWorked: throw UsageError("nothing has worked yet: there is nothing to save")
      case .holdsKey:
        throw UsageError(
          "a line holds a key, which does not belong in a file",
          help: "--last N leaves out what is before the last N lines"
        )
      case .wrong(let source, let diagnostics):
        Reports(console.errors, .text).show(diagnostics, in: source)
        throw UsageError(
          "these lines do not check as a runbook: nothing was written",
          help: "--last N takes only the last N lines"
        )
      }
    }
  }

  private func write(
    _ draft: RunbookDraft,
    _ arguments: SaveRunbookArguments
  ) throws(UsageError) {
    do throws(RunError) {
      try FileReplacement.create(
        draft.source.bytes,
        at: arguments.file,
        replaces: arguments.replaces
      )
    } catch {
      throw UsageError(error.message, help: error.help)
    }
  }

  // MARK: - What was done

  private func tell(
    _ draft: RunbookDraft,
    _ arguments: SaveRunbookArguments,
    _ record: SessionRecord
  ) {
    let file = escapingControls(arguments.file)
    let lines = record.lineCount == 1 ? "1 line" : "\(record.lineCount) lines"
    console.errors.line("wrote \(file): \(draft.lineCount) of \(lines)")
    for parameter in draft.parameters {
      let example = parameter.example.map { ", here \(escapingControls($0))" } ?? ""
      let remark = parameter.isRequired ? "" : ", may be left out"
      console.errors.line("  --\(parameter.name): \(parameter.meaning)\(example)\(remark)")
    }
    console.errors.line("effects: \(draft.effects)")
    console.errors.line("to try it: \(command(draft, arguments.file))")
  }

  /// What somebody types to run it on the same organization.
  private func command(_ draft: RunbookDraft, _ file: String) -> String {
    var words = ["steward", file]
    if let sandbox = options.sandbox {
      words.append(sandbox == "," ? "--sandbox" : "--sandbox=\(sandbox)")
    }
    if options.profile != nil, let profile { words += ["--profile", profile] }
    for parameter in draft.parameters where parameter.isRequired {
      // A secret is asked for.
      if let example = parameter.example { words += ["--\(parameter.name)", example] }
    }
    if !draft.effects.isDisjoint(with: .changes) { words.append("--dry-run") }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }

  static let help = HelpPage(
    .topic,
    SaveRunbookArguments.name,
    "At the prompt: writes what worked in the session as a runbook",
    [
      HelpSection("usage", [.usage(["save-runbook FILE", "[--all | --last N]", "[--force]"])]),
      HelpSection("options", [.terms(SaveRunbookArguments.options.map(\.term))]),
      HelpSection(
        nil,
        [
          .paragraph(
            "FILE is a script; if it ends in `.md`, it is a Markdown page with a block for each step. The result is checked before it is written, and runs without a prompt: `steward FILE`."
          ),
          .paragraph(
            "Of the lines that ran without an error these stay: those that change something, write a file or ask; the last one, if it gives a value; and lines that bind or define what these use. Lines that only looked are left out."
          ),
          .paragraph(
            "A line with `$_` gets the value under a name, and a line that begins with `|` goes on with the pipeline before it."
          ),
          .paragraph(
            "Ids, names and email addresses that were looked up, dates, and the choices in a command that changes something become parameters, one for each. Where the runbook changes something each must be given; otherwise what the session had is the default. A choice stays if the runbook would need more effects without it."
          ),
        ]
      ),
      HelpSection(
        "examples",
        [
          .code([
            "save-runbook offboard.steward",
            "save-runbook review.md --last 3",
          ])
        ]
      ),
    ]
  )
}
