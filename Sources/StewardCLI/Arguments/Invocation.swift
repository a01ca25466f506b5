internal import ArgumentParser
internal import StewardSyntax

/// What the command line asks for.
package enum Invocation: Equatable {
  /// Lines that a person types, or a script on standard input.
  case standardInput
  case code(String)
  /// One command of the language, and words that follow `--`.
  case command([String], literals: [String])
  case subcommand(Subcommand, [String])
  case version
}

package enum Subcommand: String, CaseIterable {
  case run, check, plan, apply, runs, show, resume, undo, profile, fmt, sandbox, help, doctor
  case completions
}

/// A command line that was understood.
package struct ParsedArguments {
  let options: GlobalOptions
  package let invocation: Invocation

  package init(_ arguments: [String]) throws(UsageError) {
    let joined = try JoinedArguments(arguments)
    let parsed: CommandLineWords
    do {
      parsed = try CommandLineWords.parse(joined.words)
    } catch {
      throw UsageError(CommandLineWords.self, error)
    }
    options = parsed.options
    invocation = try Self.choose(parsed.options, parsed.words, joined.literals)
  }

  private static func choose(
    _ options: GlobalOptions,
    _ words: [String],
    _ literals: [String]
  ) throws(UsageError) -> Invocation {
    if options.version { return .version }
    if options.help {
      let topic = words.first == Subcommand.run.rawValue ? Array(words.dropFirst()) : words
      if let first = topic.first, isFile(first) { return .subcommand(.run, topic) }
      return .subcommand(.help, helpTopic(words))
    }
    let invocation = try choose(options.code, words, literals)
    if case .command = invocation, !options.bindings.isEmpty {
      throw UsageError("--arg is for scripts: a command takes its arguments as words")
    }
    return invocation
  }

  private static func choose(
    _ code: String?,
    _ words: [String],
    _ literals: [String]
  ) throws(UsageError) -> Invocation {
    if let code {
      guard let extra = (words + literals).first else { return .code(code) }
      if extra.hasPrefix("-"), literals.isEmpty { throw unknownOption(extra) }
      throw UsageError("`\(extra)` beside -c", help: "a value comes with --arg NAME VALUE")
    }
    guard let first = words.first else {
      return literals.isEmpty ? .standardInput : .command([], literals: literals)
    }
    if let subcommand = Subcommand(rawValue: first) {
      // Behind `--` the command stands that gives a profile's key.
      let isSeparate = subcommand == .profile && !literals.isEmpty
      return .subcommand(subcommand, words.dropFirst() + (isSeparate ? ["--"] : []) + literals)
    }
    if isFile(first) {
      return .subcommand(.run, words + literals)
    }
    guard !first.hasPrefix("-") else { throw unknownOption(first) }
    return .command(words, literals: literals)
  }

  /// `help` knows the subcommands too.
  private static func helpTopic(_ words: [String]) -> [String] {
    var topic = Array(words.prefix { !$0.hasPrefix("-") })
    // `profile add acme --help`: the name is no topic.
    if topic.first == Subcommand.profile.rawValue { topic = Array(topic.prefix(2)) }
    return topic.first == Subcommand.help.rawValue ? Array(topic.dropFirst()) : topic
  }

  /// What can be no command's name.
  static func isFile(_ word: String) -> Bool {
    word.contains("/") || word.hasSuffix(".steward") || word.hasSuffix(".md")
  }

  /// The parser that takes nothing else knows what is near.
  private static func unknownOption(_ word: String) -> UsageError {
    do {
      _ = try GlobalOptions.parse([word])
      return UsageError("`\(word)` is no option")
    } catch {
      return UsageError(GlobalOptions.self, error)
    }
  }
}

extension UsageError {
  /// What the parser of arguments says, in our form.
  init(_ type: (some ParsableArguments).Type, _ error: any Error) {
    let message = type.message(for: error)
    let second = message.dropFirst().first
    let isWord = second.map { $0.isLowercase } ?? false
    self.init(isWord ? message.prefix(1).lowercased() + message.dropFirst() : message)
  }
}
