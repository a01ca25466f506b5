/// Makes a layout of a tree. It walks the tree in the order of the text and takes the tokens one by
/// one, so that each is written as it stands, once, and the comments before it are written too.
struct LayoutBuilder {
  let tree: SyntaxTree
  /// Without comments.
  private let tokens: [Token]
  private var nextToken = 0
  private var nextComment = 0
  /// Where that ended which was taken last.
  private var end = 0
  /// At the start of a bracket no blank line is kept.
  private var isBehindOpener = true
  /// True where a line break would end a command.
  private var endsAtLineBreak = true

  init(_ tree: SyntaxTree) {
    self.tree = tree
    tokens = tree.tokens.filter { $0.kind != .comment }
  }

  // MARK: - Looking

  /// The text of the next token, or of one behind it; empty at the end.
  func nextText(_ distance: Int = 0) -> String {
    let index = nextToken + distance
    return index < tokens.count ? tree.source[tokens[index].range] : ""
  }

  func isNext(_ text: String) -> Bool { nextText() == text }

  /// False if it is a command of this name.
  func isNext(keyword: String) -> Bool {
    isNext(keyword) && tokens[nextToken].kind == .keyword
  }

  /// Where the next token begins.
  private var nextStart: Int {
    nextToken < tokens.count ? Int(tokens[nextToken].range.lower) : tree.source.bytes.count
  }

  /// True if the next token begins before a place.
  func isNext(before place: UInt32) -> Bool { nextStart < Int(place) }

  func isOneLine(_ range: SourceRange) -> Bool {
    lineBreaks(Int(range.lower), Int(range.upper)) == 0
  }

  /// True if a line break was written before the next token or comment.
  var isAtLineBreak: Bool {
    let comment = pendingComment(before: nextStart)
    return lineBreaks(end, comment.map { Int($0.lower) } ?? nextStart) > 0
  }

  private func lineBreaks(_ lower: Int, _ upper: Int) -> Int {
    lower < upper ? tree.source.bytes[lower..<upper].count { $0 == .newline } : 0
  }

  private func pendingComment(before place: Int) -> SourceRange? {
    guard nextComment < tree.comments.count else { return nil }
    let comment = tree.comments[nextComment]
    return Int(comment.lower) < place ? comment : nil
  }

  /// A `\` where a line break would end the command, else nothing.
  var commandLine: Layout { endsAtLineBreak ? .continuation : .line }

  // MARK: - Taking

  /// The next token, behind the comments before it.
  mutating func take() -> Layout {
    guard nextToken < tokens.count else { return .empty }
    return take(through: tokens[nextToken].range)
  }

  /// The source of a whole range, which begins with the next token.
  mutating func take(through range: SourceRange) -> Layout {
    let comments = leadingComments()
    while isNext(before: range.upper) { nextToken += 1 }
    while pendingComment(before: Int(range.upper)) != nil { nextComment += 1 }
    end = Int(range.upper)
    isBehindOpener = false
    return comments + .text(tree.source[range])
  }

  /// A token and a space.
  mutating func takeWord() -> Layout { take() + .space }

  /// An opening bracket, or what else a block can begin behind, with the comment on its line.
  mutating func takeOpener() -> Layout {
    let opener = take()
    dropTerminators()
    isBehindOpener = true
    return opener + trailingComment()
  }

  mutating func dropTerminators() {
    while isNext(";") { drop() }
  }

  /// Leaves the next token out.
  mutating func drop() {
    guard nextToken < tokens.count else { return }
    if pendingComment(before: nextStart) == nil { end = Int(tokens[nextToken].range.upper) }
    nextToken += 1
  }

  // MARK: - Comments

  /// The comments before the next token, and a blank line behind them if there was one. Where no
  /// comment stands the blank line is kept only on demand.
  mutating func leadingComments(keepsBlankLine: Bool = false) -> Layout {
    let comments = lastComments()
    guard !comments.isEmpty || keepsBlankLine else { return .empty }
    return comments + blankLine(before: nextStart)
  }

  /// The comment that stands on the line of the last token.
  mutating func trailingComment() -> Layout {
    guard let comment = pendingComment(before: nextStart),
      lineBreaks(end, Int(comment.lower)) == 0
    else { return .empty }
    return take(comment, isTrailing: true)
  }

  /// The comments before a closing bracket or the end.
  mutating func lastComments() -> Layout {
    var parts: [Layout] = []
    while let comment = pendingComment(before: nextStart) {
      parts.append(take(comment, isTrailing: lineBreaks(end, Int(comment.lower)) == 0))
    }
    return .sequence(parts)
  }

  private mutating func take(_ comment: SourceRange, isTrailing: Bool) -> Layout {
    let gap = blankLine(before: Int(comment.lower))
    nextComment += 1
    end = Int(comment.upper)
    isBehindOpener = false
    let text = String(tree.source[comment].trimmingBlanks)
    return gap + .comment(text, isTrailing: isTrailing)
  }

  private func blankLine(before place: Int) -> Layout {
    !isBehindOpener && lineBreaks(end, place) > 1 ? .blankLine : .empty
  }

  // MARK: - Context

  /// Lays out what stands in brackets.
  mutating func inside(
    endsAtLineBreak inner: Bool,
    _ body: (inout LayoutBuilder) -> Layout
  ) -> Layout {
    let outer = endsAtLineBreak
    endsAtLineBreak = inner
    defer { endsAtLineBreak = outer }
    return body(&self)
  }
}
