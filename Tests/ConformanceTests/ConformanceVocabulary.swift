import AdminCommands
import StewardRuntime
import StewardValues

extension Vocabulary {
  /// The whole language, and one command as a host may have it.
  static let conformance = AdminCommands.vocabulary.adding(
    [
      Command(
        "deploy restart",
        "Restarts a service of the host",
        parameters: [CommandParameter("service", .positional, .string, required: true, "Which")],
        output: { _ in .nothing },
        effects: { _ in .update },
        isPredictable: false,
        run: { _, _ in .nothing }
      )
    ],
    optionNames: { [] }
  )
}
