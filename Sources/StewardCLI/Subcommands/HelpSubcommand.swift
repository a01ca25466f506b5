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

  init(_ words: [String]) throws(UsageError) {
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
        try HelpPages.program.page(on: arguments.topic)
      }
  }

  static var help: HelpPage {
    DeclaredOptions.page(
      "help",
      "Explains a command, a function, a code or a topic",
      of: Arguments.self,
      usage: ["[TOPIC …]", "[--markdown | --man]"]
    )
  }

  func run(_ console: Console) -> Int32 { console.finish { text } }
}
