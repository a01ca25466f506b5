internal import StewardSyntax

/// What is being typed at the cursor, and the text up to there, made so that it can be checked.
struct TypedPlace {
  /// From the beginning of the word up to the cursor, with an opening quote; empty behind a blank.
  let partial: String
  /// Where that begins, in the UTF-8 of the text.
  let start: Int
  /// Where what is replaced ends: behind the cursor if a closing quote stands there.
  let end: Int
  /// The quote that is open.
  let quote: Character?
  /// The text up to the cursor. A word stands in for one that is missing, and quotes are closed.
  let source: SourceText
  /// Its parts, without what is being typed.
  let tokens: [Token]

  /// Nil where nothing can be completed: in a comment, and right behind a string.
  init?(_ text: String, at offset: Int) {
    let prefix = Array(text.utf8.prefix(offset))
    var tokens = Parser.parse(Self.source(prefix), isPrompt: true).tokens
    let read = tokens.last.map { Self.start(of: $0, endingAt: offset) } ?? offset
    start = read < offset ? read : Self.startOfUnread(prefix, behind: tokens.last)
    let typed = Array(prefix[start...])
    partial = String(decoding: typed, as: UTF8.self)
    var isInQuotes = false
    if read < offset, let last = tokens.popLast() {
      guard last.kind != .comment else { return nil }
      if last.kind == .string {
        guard Self.isOpen(prefix, typed) else { return nil }
        isInQuotes = true
      }
    } else if start == offset, let last = prefix.last,
      tokens.last.map({ Int($0.range.upper) != offset }) ?? true
    {
      guard Self.isBlank(last) else { return nil }
    } else if tokens.last?.kind == .string {
      return nil
    }
    quote = isInQuotes ? partial.first : nil
    let closing = isInQuotes ? [typed[0]] : []
    source = Self.source(prefix + (typed.isEmpty ? Array("x_".utf8) : closing))
    let next = text.utf8.dropFirst(offset).first
    end = isInQuotes && next == typed.first ? offset + 1 : offset
    self.tokens = tokens
  }

  /// The text with the rest of the word that the cursor is in, for what is said about it.
  static func whole(_ text: String, at offset: Int) -> TypedPlace? {
    var end = offset
    for byte in text.utf8.dropFirst(offset) {
      guard Self.isWordPart(byte), end > 0 else { break }
      end += 1
    }
    return TypedPlace(text, at: end)
  }

  /// True for the file behind `source` and `use`.
  var namesModule: Bool {
    guard let last = tokens.last, last.kind == .keyword else { return false }
    return ["source", "use"].contains(source[last.range])
  }

  /// True if a line break stands between what is typed and what is before it.
  var isOnNewLine: Bool {
    let before = tokens.last.map { Int($0.range.upper) } ?? 0
    return source.bytes[before..<max(before, start)].contains(UInt8(ascii: "\n"))
  }

  /// Where to ask the checker.
  var offset: Int { source.bytes.count }

  /// The words of a stage from its beginning up to its first flag, without what is being typed.
  func words(from start: Int) -> [String] {
    tokens.drop { Int($0.range.lower) < start }.prefix { $0.kind == .command || $0.kind == .word }
      .map { source[$0.range] }
  }

  /// The flags that a stage has, with their dashes.
  func flags(from start: Int) -> Set<String> {
    Set(
      tokens.filter { Int($0.range.lower) >= start && $0.kind == .flag }.map { source[$0.range] }
    )
  }
}

extension TypedPlace {
  private static func source(_ bytes: [UInt8]) -> SourceText {
    SourceText(bytes: bytes, name: "repl")
  }

  /// The beginning of the last part, if that is being typed; signs are no beginnings of words.
  private static func start(of token: Token, endingAt offset: Int) -> Int {
    guard Int(token.range.upper) == offset else { return offset }
    return token.kind == .operator || token.kind == .punctuation ? offset : Int(token.range.lower)
  }

  /// The beginning of a word that the parser could not read, such as `de` behind `sort name`.
  private static func startOfUnread(_ prefix: [UInt8], behind token: Token?) -> Int {
    let read = token.map { Int($0.range.upper) } ?? 0
    guard read < prefix.count else { return prefix.count }
    let unread = prefix[read...]
    let word = unread.reversed().prefix { isWordPart($0) }.count
    return word < unread.count ? prefix.count - word : prefix.count
  }

  /// True if a quote behind the text closes the string at its end, and does not begin another one.
  private static func isOpen(_ prefix: [UInt8], _ typed: [UInt8]) -> Bool {
    guard let first = typed.first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'"),
      !typed.starts(with: [first, first, first])
    else { return false }
    let closed = Parser.parse(source(prefix + [first]), isPrompt: true).tokens.last
    return closed.map { Int($0.range.upper) == prefix.count + 1 && $0.range.length > 1 } ?? false
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  private static func isWordPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "@"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}
