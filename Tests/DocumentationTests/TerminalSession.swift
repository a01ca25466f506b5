/// A session at a shell: commands behind `$ `, continued behind `> `, each with what it writes.
struct TerminalSession: Sendable {
  struct Step: Sendable {
    var command: String
    var output: [String] = []
  }

  /// The time at which the organization of the documentation stands still.
  static let now = "2026-11-24T12:00:00Z"

  let steps: [Step]

  init(_ text: String) {
    var steps: [Step] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if line.hasPrefix("> "), steps.last?.output.isEmpty == true {
        steps[steps.count - 1].command += "\n" + line.dropFirst(2)
      } else if !steps.isEmpty {
        steps[steps.count - 1].output.append(line)
      }
    }
    self.steps = steps.map(Self.withoutLastBlank)
  }

  private static func withoutLastBlank(_ step: Step) -> Step {
    var step = step
    while step.output.last == "" { step.output.removeLast() }
    return step
  }
}

extension TerminalSession.Step {
  /// The command with a sandbox whose clock stands still, and with tables as on a terminal.
  var runnable: String {
    let time = "now=\(TerminalSession.now)"
    return
      command
      .replacing("--sandbox ", with: "--sandbox=\(time) ")
      .replacing("--sandbox=users", with: "--sandbox=\(time),users")
      .replacing("steward sandbox ", with: "steward sandbox --now \(TerminalSession.now) ")
      .replacing("steward --sandbox", with: "steward --output table --sandbox")
      .replacing("steward runs", with: "steward --output table runs")
  }
}
