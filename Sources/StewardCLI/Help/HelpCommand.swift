internal import AdminCommands
package import StewardRuntime
internal import StewardValues

extension Vocabulary {
  /// What the program knows: the language, the API, and how to explain them.
  package static let program: Vocabulary = AdminCommands.vocabulary.adding(
    [.help],
    optionNames: { CommandLineWords.optionNames }
  )
}

extension Command {
  fileprivate static let help: Command = Command(
    "help",
    "Explains a command, a function or a topic",
    parameters: [
      CommandParameter("topic", .rest, .string, "Such as users list, round, language or exit")
    ],
    examples: [CommandExample("help users list", "what it takes, gives and does")],
    searchTerms: ["man", "usage", "explain"],
    output: { _ in .text },
    run: { call, _ throws(RunError) in
      let words = call["topic"]?.list?.compactMap(\.string) ?? []
      do throws(UsageError) {
        return .value(Value(try HelpPages.program.page(on: words)))
      } catch {
        throw RunError(.notFound, error.message, help: error.help)
      }
    }
  )
}
