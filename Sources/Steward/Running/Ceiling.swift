package import StewardRuntime
internal import StewardSyntax
package import StewardValues

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
    let part = settings.part(forbidding: excess)
    let place = part.map { "\($0.name) does not allow" } ?? "is not allowed here"
    return RunError(
      .declined,
      "\(subject) may have the effect \(excess), which \(place): nothing was sent",
      help: part?.help ?? help(program.effects, isMode: part == nil)
    )
  }

  private func help(_ effects: Effects, isMode: Bool) -> String {
    if settings.isEmbedded { return "the host's policy says what is: `Policy(allow:)`" }
    if settings.isInteractive, isMode { return "`mode live` allows it" }
    let names = Effects.names.filter { effects.contains($0.effect) }.map(\.name)
    return "to allow it: `--allow \(names.joined(separator: ","))`, or no `--read-only`"
  }
}

/// One of several ceilings of a run, all of which hold.
package struct CeilingPart: Sendable {
  package let effects: Effects
  /// Who says so: `the profile acme (read-only)`.
  package let name: String
  /// What to do about it; nil where the effects of the program say it.
  package let help: String?

  package init(_ effects: Effects, name: String, help: String? = nil) {
    self.effects = effects
    self.name = name
    self.help = help
  }
}

extension RunSettings {
  /// The first that forbids any of the effects.
  func part(forbidding effects: Effects) -> CeilingPart? {
    ceilingParts.first { !effects.isSubset(of: $0.effects) }
  }

  /// For what changes something without a script: an `undo`, say.
  ///
  /// - Throws: `declined` if no change is allowed, or none is sent.
  package func checkChanges(by subject: String) throws(RunError) {
    guard mode != .dryRun else {
      throw RunError(
        .declined,
        "`\(subject)` makes changes, and this is a dry run: nothing was sent"
      )
    }
    guard ceiling.isDisjoint(with: .changes) else { return }
    let part = part(forbidding: .changes)
    let place = part.map { "\($0.name) does not allow" } ?? "are not allowed here"
    throw RunError(
      .declined,
      "`\(subject)` makes changes, which \(place): nothing was sent",
      help: part?.help
    )
  }
}
