internal import StewardSyntax

/// What stands before the cursor, in the stage that it is in.
struct CompletionPlace {
  /// A word, flag or sign before the cursor.
  struct Part: Equatable {
    var text: String
    var kind: Token.Kind
  }

  /// The complete parts of the stage.
  let parts: [Part]
  /// What is being typed, up to the cursor; empty behind a blank.
  let partial: String
  /// Where that begins, in the UTF-8 of the text.
  let start: Int
  /// Whether the stage takes what another one gives.
  let isBehindPipe: Bool

  /// Nil where nothing can be completed: in a string or a comment.
  init?(_ text: String, at offset: Int) {
    let source = SourceText(bytes: Array(text.utf8.prefix(offset)), name: "repl")
    let tokens = Parser.parse(source, isPrompt: true).tokens
    var stage = Self.lastStage(tokens, in: source)
    isBehindPipe = stage.isBehindPipe
    var partial = ""
    var start = offset
    if let last = stage.tokens.last, Int(last.range.upper) == offset {
      guard last.kind != .string, last.kind != .comment else { return nil }
      if last.kind != .operator, last.kind != .punctuation {
        stage.tokens.removeLast()
        partial = source[last.range]
        start = Int(last.range.lower)
      }
    }
    self.partial = partial
    self.start = start
    parts = stage.tokens.map { Part(text: source[$0.range], kind: $0.kind) }
  }

  /// The words from the stage's beginning to its first flag.
  var words: [String] {
    parts.prefix { $0.kind != .flag }.map(\.text)
  }

  /// The flag whose value is being typed, without dashes.
  var flagAwaitingValue: String? {
    guard let last = parts.last else { return nil }
    let isAssigned = last.text == "="
    guard let flag = isAssigned ? parts.dropLast().last : last, flag.kind == .flag else {
      return nil
    }
    return String(flag.text.drop { $0 == "-" }.prefix { $0 != "?" })
  }

  private static func lastStage(
    _ tokens: [Token],
    in source: SourceText
  ) -> (tokens: [Token], isBehindPipe: Bool) {
    var stage: [Token] = []
    var isBehindPipe = false
    var isInParameters = false
    var last = ""
    for token in tokens {
      let text = source[token.range]
      defer { last = text }
      switch text {
      // The bars around the parameters of a closure join no stages.
      case "|" where isInParameters || last == "{":
        isInParameters.toggle()
        (stage, isBehindPipe) = ([], false)
      case "|": (stage, isBehindPipe) = ([], true)
      case ";", "(", "{", "[": (stage, isBehindPipe) = ([], false)
      case "=" where stage.last?.kind != .flag: (stage, isBehindPipe) = ([], false)
      case _ where startsLine(token, after: stage.last, in: source):
        (stage, isBehindPipe) = ([token], false)
      default: stage.append(token)
      }
    }
    return (stage, isBehindPipe)
  }

  private static func startsLine(
    _ token: Token,
    after last: Token?,
    in source: SourceText
  ) -> Bool {
    guard let last, last.range.upper <= token.range.lower else { return false }
    return source[SourceRange(last.range.upper, token.range.lower)].contains("\n")
  }
}
