internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// Refuses programs that may do more than is allowed, before anything is sent.
struct Ceiling {
  private let settings: RunSettings

  init(_ settings: RunSettings) { self.settings = settings }

  /// - Throws: `declined` at the first command that may do too much.
  func check(_ program: Program) throws(RunError) {
    let excess = program.effects.subtracting(settings.ceiling)
    guard !excess.isEmpty else { return }
    guard let row = program.effectRows.first(where: { !$0.effects.isSubset(of: settings.ceiling) })
    else { throw refusal("the program", excess, of: program) }
    let rowExcess = row.effects.subtracting(settings.ceiling)
    throw refusal("`\(row.command)`", rowExcess, of: program)
      .at(row.range, in: row.source)
  }

  private func refusal(_ subject: String, _ excess: Effects, of program: Program) -> RunError {
    RunError(
      .declined,
      "\(subject) may have the effect \(excess), which is not allowed here: nothing was sent",
      help: help(program.effects)
    )
  }

  private func help(_ effects: Effects) -> String {
    if settings.isEmbedded { return "the host's policy says what is: `Policy(allow:)`" }
    if settings.isInteractive { return "`mode live` allows it" }
    let names = Effects.names.filter { effects.contains($0.effect) }.map(\.name)
    return "to allow it: `--allow \(names.joined(separator: ","))`, or no `--read-only`"
  }
}
