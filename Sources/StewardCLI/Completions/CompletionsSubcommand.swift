internal import StewardRuntime
internal import StewardValues

/// The shells that there is a script for.
package enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish
}

/// `steward completions SHELL`: a script for a shell, which asks this program what can stand where.
struct CompletionsSubcommand {
  private enum Request {
    case script(Shell)
    /// `--of -- WORD …`: what can stand at the end of a command line.
    case offers([String])
  }

  private let request: Request

  init(_ words: [String]) throws(UsageError) {
    if words.first == "--of" {
      request = .offers(Array(words.dropFirst()))
      return
    }
    let name = try OwnOptions(words).only("a shell: bash, zsh or fish", of: "completions")
    guard let shell = Shell(rawValue: name) else {
      throw UsageError("no completions for `\(name)`", help: "there are bash, zsh and fish")
    }
    request = .script(shell)
  }

  static let help = OwnOptions.page(
    "completions",
    "Prints a script with which a shell completes command lines",
    usage: ["bash | zsh | fish"],
    about:
      "The script asks `steward` what can stand where: subcommands, commands, flags, their values, parameters of runbooks, topics of the help, profiles and runs. Nothing is sent for it, and no key is read.",
    examples: [
      "steward completions bash > ~/.local/share/bash-completion/completions/steward",
      "steward completions zsh > ~/.zfunc/_steward",
      "steward completions fish > ~/.config/fish/completions/steward.fish",
    ]
  )

  func run(_ options: GlobalOptions, _ console: Console) -> Int32 {
    switch request {
    case .script(let shell): console.finish { CompletionScript.text(for: shell) }
    case .offers(let words):
      console.finish {
        let sources = CompletionSources(options, console)
        return Self.lines(CommandLineCompletion(words, sources))
      }
    }
  }

  /// A line for each offer: the word, a tab, what it means. Files are asked for behind a tab alone.
  private static func lines(_ completion: CommandLineCompletion) -> String {
    let files = completion.files.map { "\t\($0.rawValue)\n" } ?? ""
    return completion.offers.map { offer in
      let meaning = shortened(escapingControls(offer.meaning))
      return escapingControls(offer.text) + (meaning.isEmpty ? "" : "\t\(meaning)") + "\n"
    }.joined() + files
  }

  /// What a menu has room for: the first sentence.
  private static func shortened(_ text: String) -> String {
    let end = text.firstRange(of: ". ")?.lowerBound ?? text.endIndex
    let plain = text[..<end].filter { $0 != "`" }
    let sentence = plain.hasSuffix(".") ? plain.dropLast() : plain[...]
    return sentence.count > 70 ? sentence.prefix(69) + "…" : String(sentence)
  }
}
