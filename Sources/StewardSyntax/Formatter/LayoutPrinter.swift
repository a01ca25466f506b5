/// Decides where lines break, and writes them.
struct LayoutPrinter {
  private enum Mode { case flat, broken }

  /// What is to be written before the next text. The stronger one wins.
  private enum Gap: Int, Comparable {
    case nothing, space, newline, blankLine
    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  private struct Item {
    let layout: Layout
    let indentation: Int
    let mode: Mode

    func with(_ layout: Layout, _ mode: Mode? = nil) -> Item {
      Item(layout: layout, indentation: indentation, mode: mode ?? self.mode)
    }
  }

  private static let indentationWidth = 2

  private let lineWidth: Int
  private let width: (String) -> Int
  private var output = ""
  private var column = 0
  private var gap = Gap.nothing
  /// What is still to be written, the next one last.
  private var items: [Item] = []

  init(lineWidth: Int, width: @escaping (String) -> Int) {
    self.lineWidth = lineWidth
    self.width = width
  }

  mutating func print(_ layout: Layout) -> String {
    items = [Item(layout: layout, indentation: 0, mode: .broken)]
    while let item = items.popLast() { write(item) }
    return output.isEmpty ? "" : output + "\n"
  }

  private mutating func write(_ item: Item) {
    switch item.layout.kind {
    case .text(let text): write(text, item.indentation)
    case .comment(let text, let isTrailing): write(comment: text, isTrailing, item.indentation)
    case .space: gap = max(gap, .space)
    case .line(let line): write(line, item.mode)
    case .newline: gap = max(gap, .newline)
    case .blankLine: gap = .blankLine
    case .sequence(let parts): items += parts.reversed().map { item.with($0) }
    case .indented(let content): items.append(indented(content, item))
    case .group(let content, let hugging, let isBroken):
      items.append(choose(content, hugging, isBroken, item))
    }
  }

  // MARK: - Texts

  private mutating func write(_ text: String, _ indentation: Int) {
    closeGap(indentation)
    output += text
    if let lineBreak = text.utf8.lastIndex(of: .newline) {
      column = width(String(text[text.utf8.index(after: lineBreak)...]))
    } else {
      column += width(text)
    }
  }

  private mutating func write(comment: String, _ isTrailing: Bool, _ indentation: Int) {
    if !isTrailing {
      gap = max(gap, .newline)
    } else if gap < .newline, !output.isEmpty {
      gap = .nothing
      output += "  "
    }
    write(comment, indentation)
    gap = .newline
  }

  private mutating func write(_ line: Layout.Line, _ mode: Mode) {
    guard mode == .broken else {
      if line != .nothing { gap = max(gap, .space) }
      return
    }
    if line == .continuation, gap < .newline { output += " \\" }
    gap = max(gap, .newline)
  }

  private mutating func closeGap(_ indentation: Int) {
    defer { gap = .nothing }
    guard !output.isEmpty, gap > .nothing else { return }
    guard gap > .space else {
      output += " "
      column += 1
      return
    }
    output += gap == .blankLine ? "\n\n" : "\n"
    output += String(repeating: " ", count: indentation)
    column = indentation
  }

  // MARK: - Groups

  /// Where all stands on one line nothing is indented: what is broken in it begins its lines below
  /// the line's own start.
  private func indented(_ content: Layout, _ item: Item) -> Item {
    let step = item.mode == .broken ? Self.indentationWidth : 0
    return Item(layout: content, indentation: item.indentation + step, mode: item.mode)
  }

  private func choose(
    _ content: Layout,
    _ hugging: Layout?,
    _ isBroken: Bool,
    _ item: Item
  ) -> Item {
    if isBroken { return item.with(content, .broken) }
    if item.mode == .flat { return item.with(content) }
    for candidate in [content, hugging] {
      guard let candidate else { continue }
      let flat = item.with(candidate, .flat)
      if fits(flat) { return flat }
    }
    return item.with(content, .broken)
  }

  /// True if the line does not become too long, up to the first line break.
  private func fits(_ item: Item) -> Bool {
    var room = lineWidth - startColumn(item.indentation)
    var next = [item]
    var rest = items.count
    while room >= 0 {
      if next.isEmpty {
        guard rest > 0 else { return true }
        rest -= 1
        next = [items[rest]]
      }
      let item = next.removeLast()
      switch item.layout.kind {
      case .text(let text):
        room -= width(String(text.prefix { $0 != "\n" }))
        if item.layout.isMultiline { return room >= 0 }
      case .space: room -= 1
      case .line(let line):
        guard item.mode == .flat else { return true }
        room -= line == .nothing ? 0 : 1
      case .comment, .newline, .blankLine: return true
      case .sequence(let parts): next += parts.reversed().map { item.with($0) }
      case .indented(let content): next.append(item.with(content))
      case .group(let content, _, let isBroken):
        next.append(item.with(content, isBroken ? .broken : item.mode))
      }
    }
    return false
  }

  private func startColumn(_ indentation: Int) -> Int {
    switch gap {
    case .nothing: column
    case .space: column + 1
    case .newline, .blankLine: indentation
    }
  }
}
