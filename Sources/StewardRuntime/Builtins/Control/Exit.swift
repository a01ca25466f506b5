internal import StewardValues

extension Command {
  static let exit = Command(
    "exit",
    "Ends the run with an exit status",
    parameters: [
      CommandParameter("status", .positional, .int, "From 0 to 63", default: "0")
    ],
    notes: ["Statuses from 64 on have a meaning of their own. `finally` blocks still run."],
    examples: [CommandExample("exit 3", "a status of your own")],
    searchTerms: ["quit", "stop", "status"],
    output: { _ in .nothing },
    validate: { call in
      guard let status = call["status"]?.constant?.int, !(0...63).contains(status) else {
        return []
      }
      return [ArgumentProblem("status", "E0307", "an exit status is from 0 to 63, not \(status)")]
    },
    run: { call, _ throws(RunError) in
      let status = call.integer("status") ?? 0
      guard (0...63).contains(status) else {
        throw call.site.error(.invalid, "an exit status is from 0 to 63, not \(status)")
      }
      throw RunError.exit(Int32(status))
    }
  )
}
