internal import ArgumentParser
internal import StewardRuntime

/// `steward help [TOPIC …]`, and the whole reference with `--markdown` or `--man`.
struct HelpSubcommand {
  private struct Arguments: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "steward help", helpNames: [])

    @Flag(help: "Prints the reference of all commands and functions as Markdown.")
    var markdown = false
    @Flag(help: "Prints the manual page: steward help --man | man -l -")
    var man = false
    @ArgumentParser.Argument(
      help: ArgumentHelp("A command, a function, a code or a topic.", valueName: "TOPIC")
    )
    var topic: [String] = []

    func validate() throws {
      if markdown && man { throw ValidationError("--markdown or --man, not both") }
      if let word = topic.first, markdown || man {
        throw ValidationError("`\(word)`: --markdown and --man are the whole reference")
      }
    }
  }

  private let text: String

  /// `look`: Of the terminal that it is for.
  init(_ words: [String], _ look: HelpLook = .plain) throws(UsageError) {
    let arguments: Arguments
    do {
      arguments = try Arguments.parse(words)
    } catch {
      throw UsageError(Arguments.self, error)
    }
    text =
      if arguments.markdown {
        MarkdownReference(.program).text
      } else if arguments.man {
        Manual(.program).text
      } else {
        try HelpPages.program.page(on: arguments.topic, look)
      }
  }

  static var help: HelpPage {
    DeclaredOptions.page(
      "help",
      "Explains a command, a function, a code or a topic",
      of: Arguments.self,
      usage: ["[TOPIC …]", "[--markdown | --man]"],
      more: [
        HelpSection(
          "ways to ask",
          [
            .terms([
              HelpTerm("help find rotate keys", "searches by task and by word"),
              HelpTerm("help how", "what administrators do; `help how admins` is one of them"),
              HelpTerm("help users", "all commands that begin so"),
              HelpTerm("help users list", "one command; `users list --help` is the same"),
              HelpTerm("help where", "a stage, a function or a prefix"),
              HelpTerm("help User", "the fields of an object"),
              HelpTerm("help E0312", "a code of the check; `help not_found`: a kind of error"),
            ])
          ]
        )
      ]
    )
  }

  func run(_ console: Console) -> Int32 { console.finish { text } }
}
