/// Reads source text into a tree: recursive descent on the bytes, a function for each production.
///
/// Commands and expressions are read by different rules, so there is no token stream before the
/// parser; tokens are a by-product. It never fails: what is wrong becomes a diagnostic and a
/// `.missing` node, and reading goes on at the next stage, bracket or statement.
package struct Parser {
  static let nestingLimit = 200
  static let diagnosticLimit = 20

  let bytes: [UInt8]
  let source: SourceText
  var position = 0
  /// Where the last token ended: blanks behind it belong to no node.
  var lastEnd = 0
  var context = Context()
  /// Closing brackets that are waited for, outermost first.
  var openBrackets: [UInt8] = []
  /// Brackets around the position.
  var depth = 0
  /// How deep the tree is that was read since `measureDepth`.
  var deepest = 0
  /// True from an error up to the place where reading starts again; nothing more is reported.
  var isRecovering = false
  /// Set when a search for a closing bracket ran to the end: the next one must not do so again.
  var recoversByLine = false

  var diagnostics: [Diagnostic] = []
  var comments: [SourceRange] = []
  var tokens: [Token] = []

  /// How the text is read at this place.
  struct Context {
    /// In a row expression bare names are fields and parentheses only group.
    var isRow = false
    /// In brackets a line break ends nothing.
    var newlinesAreBlanks = false
    /// In an arm of `match` a comma ends the statement.
    var isMatchArm = false
    /// Between a keyword and its block: a `{` behind the expression is the block.
    var endsAtBlock = false
    /// The `$(` of the one-line string that this stands in.
    var interpolation: SourceRange?
  }

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  /// Reads a text. At a prompt a first line that begins with `|` goes on with the last result.
  package static func parse(_ source: SourceText, isPrompt: Bool = false) -> SyntaxTree {
    var parser = Parser(source)
    let script = parser.parseScript(isPrompt: isPrompt)
    parser.checkText()
    return SyntaxTree(
      source: source,
      script: script,
      diagnostics: parser.sortedDiagnostics,
      comments: parser.comments,
      tokens: parser.tokens
    )
  }

  /// True if Enter behind this text should ask for another line instead of running it.
  package static func awaitsMoreLines(_ source: SourceText) -> Bool {
    let text = SourceText(bytes: source.bytes + [.newline], name: source.name)
    return parse(text, isPrompt: true).isPartial
  }

  private mutating func checkText() {
    var strings = tokens.filter { $0.kind == .string }[...]
    var checks = TextChecks(bytes)
    while diagnostics.count < Self.diagnosticLimit, let finding = checks.next() {
      strings = strings.drop { $0.range.upper <= finding.range.lower }
      let isInString = strings.first.map { $0.range.lower <= finding.range.lower } ?? false
      if !(finding.isAllowedInStrings && isInString) { diagnostics.append(finding.diagnostic) }
    }
  }

  private var sortedDiagnostics: [Diagnostic] {
    diagnostics.enumerated()
      .sorted { ($0.element.range.lower, $0.offset) < ($1.element.range.lower, $1.offset) }
      .map { $0.element }
  }
}

// MARK: - Looking and moving

extension Parser {
  var isAtEnd: Bool { position >= bytes.count }

  /// The byte at a distance from the position; 0 behind the end.
  func byte(_ distance: Int = 0) -> UInt8 {
    byte(at: position + distance)
  }

  func byte(at offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  /// True if this text stands at the position, or at another offset.
  func at(_ text: StaticString, from offset: Int? = nil) -> Bool {
    let start = offset ?? position
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { expected in
      expected.indices.allSatisfy { bytes[start + $0] == expected[$0] }
    }
  }

  /// True if this word stands there and ends there.
  func at(word: StaticString, from offset: Int? = nil) -> Bool {
    let start = offset ?? position
    return at(word, from: start) && !byte(at: start + word.utf8CodeUnitCount).isNamePart
  }

  func text(_ lower: Int, _ upper: Int) -> String {
    let lower = min(lower, bytes.count)
    return String(decoding: bytes[lower..<max(lower, min(upper, bytes.count))], as: UTF8.self)
  }

  /// From a start up to the end of the last token.
  func range(from start: Int) -> SourceRange {
    SourceRange(start, max(start, lastEnd))
  }

  func range(from start: UInt32) -> SourceRange {
    range(from: Int(start))
  }

  /// The empty range at the position.
  var here: SourceRange { SourceRange(position, position) }

  mutating func consume(_ count: Int, as kind: Token.Kind) {
    let start = position
    position = min(position + count, bytes.count)
    emit(kind, from: start)
  }

  mutating func consume(if text: StaticString, as kind: Token.Kind) -> Bool {
    guard at(text) else { return false }
    consume(text.utf8CodeUnitCount, as: kind)
    return true
  }

  mutating func consume(ifWord word: StaticString) -> Bool {
    guard at(word: word) else { return false }
    consume(word.utf8CodeUnitCount, as: .keyword)
    return true
  }

  /// Skips blanks and takes this text, or reports that it is missing.
  @discardableResult
  mutating func expect(_ text: StaticString, as kind: Token.Kind, _ what: String) -> Bool {
    skipBlanks()
    if consume(if: text, as: kind) { return true }
    fail(expected: what)
    return false
  }

  mutating func emit(_ kind: Token.Kind, from start: Int) {
    guard position > start else { return }
    tokens.append(Token(kind, SourceRange(start, position)))
    lastEnd = position
  }

  /// Goes back to an earlier place, which forgets the tokens and comments behind it.
  mutating func rewind(to offset: Int) {
    position = offset
    while let last = tokens.last, last.range.upper > offset { tokens.removeLast() }
    while let last = comments.last, last.upper > offset { comments.removeLast() }
  }
}

// MARK: - Reporting

extension Parser {
  /// Reports something and goes on as if it were right.
  mutating func report(_ diagnostic: Diagnostic) {
    guard !isRecovering, diagnostics.count < Self.diagnosticLimit else { return }
    diagnostics.append(diagnostic)
  }

  /// Reports something that makes no sense of what follows, up to the next place to start again.
  mutating func fail(_ diagnostic: Diagnostic) {
    report(diagnostic)
    isRecovering = true
  }

  mutating func fail(expected what: String) {
    fail(.expected(what, found: foundText, at: foundRange, isPartial: isAtEnd))
  }

  /// What stands at the position, as a message names it.
  var foundText: String {
    if isAtEnd { return "the end of the text" }
    if byte() == .newline { return "the end of the line" }
    return "`\(source[foundRange])`"
  }

  /// A word or one character at the position; empty at the end of a line.
  var foundRange: SourceRange {
    guard !isAtEnd, byte() != .newline else { return here }
    var end = wordEnd(from: position)
    if end == position { end += 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return SourceRange(position, end)
  }
}
