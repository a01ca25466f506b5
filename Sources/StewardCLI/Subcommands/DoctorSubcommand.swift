internal import Steward
internal import StewardRuntime

/// `steward doctor`: which key and organization are used, and what may be amiss. Reads only.
struct DoctorSubcommand {
  static let help = HelpPage(
    .topic,
    "doctor",
    "Shows which key and organization are used, and what may be amiss",
    [
      HelpSection("usage", [.usage(["steward doctor"])]),
      HelpSection(
        nil,
        [
          .paragraph(
            "Which key is used and who said so, the organization, the clocks, the proxy, the terminal, the locale and who may read Steward's files. It sends one request, a read."
          )
        ]
      ),
    ]
  )

  init(_ words: [String]) throws(UsageError) {
    guard let word = words.first else { return }
    throw UsageError("`\(word)`: doctor takes no words")
  }

  func run(_ script: ScriptRun) throws(UsageError) -> Int32 {
    let (console, options) = (script.console, script.options)
    let organization = try Organization(options, console)
    let examination = try Examination(organization, console)
    let written = console.finish { examination.text }
    return examination.status == ExitStatus.done ? written : examination.status
  }
}
