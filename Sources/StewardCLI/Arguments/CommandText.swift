internal import StewardSyntax

/// One command of the language made of words that are arguments already.
///
/// Nothing in them is read as language: what is not a plain word becomes a string without
/// interpolation. The parser is asked afterwards whether it sees one command and nothing else.
package struct CommandText: Equatable {
  package let text: String

  /// - Parameters:
  ///   - words: The command's name, arguments and flags.
  ///   - literals: Arguments that are no flags, whatever they look like.
  /// - Throws: ``UsageError`` if the words are no command.
  package init(_ words: [String], literals: [String] = []) throws(UsageError) {
    if words.contains("|") {
      throw UsageError(
        "a pipeline is one argument",
        help: "steward -c '\(words.joined(separator: " "))'"
      )
    }
    let name = words.first ?? literals.first ?? ""
    guard Self.isHead(name) else { throw Self.noCommand(name) }
    let written = words.map { Self.written($0) } + literals.map { Self.writtenValue($0) }
    text = written.joined(separator: " ")
    guard Self.isOneCommand(text) else { throw Self.noCommand(name) }
  }

  private static func noCommand(_ word: String) -> UsageError {
    let shown = word.count > 40 ? "\(word.prefix(40))…" : word
    return UsageError(
      "`\(shown)` is no command",
      help: "`steward help commands` lists them; a piece of the language goes behind -c"
    )
  }

  // MARK: - Words

  /// A flag stays a flag; behind its `=` stands a value.
  static func written(_ word: String) -> String {
    guard isFlag(word) else { return writtenValue(word) }
    guard let equals = word.firstIndex(of: "=") else { return word }
    return word[...equals] + writtenValue(String(word[word.index(after: equals)...]))
  }

  /// A plain word as it is, anything else in quotes.
  static func writtenValue(_ word: String) -> String { isPlain(word) ? word : quoted(word) }

  /// `--name` with or without `=value`; `--name?` is the language's own.
  private static func isFlag(_ word: String) -> Bool {
    guard word.hasPrefix("--") else { return false }
    let name = word.dropFirst(2).prefix { $0 != "=" }
    guard let first = name.utf8.first, first.isASCIIAlphanumeric else { return false }
    return name.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "-") }
  }

  private static func isHead(_ word: String) -> Bool {
    guard let first = word.utf8.first, first.isASCIIAlphanumeric else { return false }
    return word.utf8.allSatisfy { $0.isASCIIAlphanumeric || "-_.".utf8.contains($0) }
  }

  /// A word that the language reads as itself. It begins with a letter or a digit, so that nothing
  /// about it is special.
  static func isPlain(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard let first = bytes.first, first.isASCIIAlphanumeric else { return false }
    return bytes.indices.allSatisfy { index in
      switch bytes[index] {
      case UInt8(ascii: ","): index + 1 < bytes.count && bytes[index + 1].isASCIIAlphanumeric
      case let byte: byte.isASCIIAlphanumeric || "_./:@+-".utf8.contains(byte)
      }
    }
  }

  /// A string on one line that means exactly `text`.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\", "$": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        quoted += "\\u{\(String(scalar.value, radix: 16))}"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  // MARK: - What the parser sees

  private static func isOneCommand(_ text: String) -> Bool {
    let tree = Parser.parse(SourceText(text, name: ""))
    guard tree.diagnostics.isEmpty, tree.script.runbook == nil, tree.script.statements.count == 1,
      case .pipeline(let pipeline)? = tree.script.statements.first?.kind,
      pipeline.stages.count == 1, case .command(let call)? = pipeline.stages.first?.kind
    else { return false }
    return call.arguments.allSatisfy(isLiteral)
  }

  private static func isLiteral(_ argument: Argument) -> Bool {
    switch argument.kind {
    case .word: true
    case .value(let expression): isConstant(expression)
    case .flag(_, let skipsNull, let value): !skipsNull && value.map(isLiteral) ?? true
    case .spread, .endOfFlags: false
    }
  }

  private static func isConstant(_ expression: Expression) -> Bool {
    guard case .string(let string) = expression.kind else { return false }
    return string.constant != nil
  }
}
