/// A Markdown file as a script: its top-level `steward` fences in order, in one scope.
///
/// The script has the file's own lines, with blanks where the prose stood, so that every place in it
/// is a place in the file.
package struct MarkdownRunbook: Sendable {
  /// A fence, and the prose before it.
  package struct Section: Sendable {
    /// As it stands in the file, without blank lines at its ends.
    package let prose: String
    /// The lines of the fence, without its marks; empty for prose behind the last fence.
    package let code: SourceRange
  }

  /// What is parsed and shown.
  package let source: SourceText
  package let sections: [Section]
  /// E0710 for a fence that a reader of the page would not see.
  package let diagnostics: [Diagnostic]

  package init(bytes: [UInt8], name: String) {
    var scan = MarkdownScan(SourceText(bytes: bytes, name: name))
    scan.run()
    source = SourceText(bytes: scan.script, name: name)
    sections = scan.sections
    diagnostics = scan.diagnostics
  }

  /// True for a file that is read as Markdown.
  package static func isMarkdown(_ name: String) -> Bool { name.hasSuffix(".md") }
}

/// Goes through the lines once.
private struct MarkdownScan {
  private let source: SourceText
  private(set) var script: [UInt8]
  private(set) var sections: [MarkdownRunbook.Section] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var prose: [String] = []
  private var fence: Fence?
  private var isInComment = false
  /// An HTML block goes up to the next blank line.
  private var isInBlock = false

  private struct Fence {
    let mark: UInt8
    let length: Int
    let isCode: Bool
    var start: UInt32
    let opening: SourceRange
  }

  init(_ source: SourceText) {
    self.source = source
    script = source.bytes
  }

  mutating func run() {
    var start = 0
    let bytes = source.bytes
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      take(line: start..<end)
      start = end + 1
    }
    if let fence, fence.isCode { close(fence, at: UInt32(bytes.count)) }
    if !proseText.isEmpty {
      let end = SourceRange(at: UInt32(bytes.count))
      sections.append(MarkdownRunbook.Section(prose: proseText, code: end))
    }
  }

  private mutating func take(line: Range<Int>) {
    let text = String(decoding: source.bytes[line], as: UTF8.self)
    if let fence {
      if isClosing(text, fence) {
        blank(line)
        if fence.isCode { close(fence, at: UInt32(line.lowerBound)) } else { prose.append(text) }
        self.fence = nil
      } else if !fence.isCode {
        blank(line)
        prose.append(text)
      }
      return
    }
    blank(line)
    let wasHidden = isInComment || isInBlock
    follow(text)
    guard let opened = opening(text, line) else {
      prose.append(text)
      return
    }
    if opened.isCode, wasHidden || isInComment {
      diagnostics.append(.hiddenFence(at: opened.opening))
    }
    fence = opened
    if opened.isCode { fence?.start = UInt32(line.upperBound + 1) } else { prose.append(text) }
  }

  /// Notices comments and blocks of HTML, in which no fence is seen on the page.
  private mutating func follow(_ text: String) {
    if isInComment {
      if text.contains("-->") { isInComment = false }
      return
    }
    if let start = text.firstRange(of: "<!--") {
      isInComment = !text[start.upperBound...].contains("-->")
    }
    let trimmed = text.drop { $0 == " " }
    if trimmed.isEmpty { isInBlock = false }
    if trimmed.hasPrefix("<"), trimmed.dropFirst().first.map({ $0.isLetter || $0 == "/" }) == true {
      isInBlock = true
    }
  }

  private func opening(_ text: String, _ line: Range<Int>) -> Fence? {
    let indentation = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    let rest = text.utf8.dropFirst(indentation)
    guard indentation < 4, let mark = rest.first,
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    let length = rest.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    let info = String(decoding: Array(rest.dropFirst(length)), as: UTF8.self)
    let word = info.split(separator: " ").first.map(String.init)
    return Fence(
      mark: mark,
      length: length,
      isCode: word == "steward" && indentation == 0,
      start: 0,
      opening: SourceRange(line.lowerBound, line.upperBound)
    )
  }

  private func isClosing(_ text: String, _ fence: Fence) -> Bool {
    let rest = text.utf8.drop { $0 == UInt8(ascii: " ") }
    let length = rest.prefix { $0 == fence.mark }.count
    let isBlank = rest.dropFirst(length).allSatisfy { $0 == UInt8(ascii: " ") || $0 == 0x0D }
    return length >= fence.length && isBlank
  }

  private mutating func close(_ fence: Fence, at end: UInt32) {
    let code = SourceRange(min(fence.start, end), end)
    sections.append(MarkdownRunbook.Section(prose: proseText, code: code))
    prose = []
  }

  private mutating func blank(_ line: Range<Int>) {
    for index in line { script[index] = UInt8(ascii: " ") }
  }

  private var proseText: String {
    var lines = prose[...]
    while lines.first?.allSatisfy(\.isWhitespace) == true { lines = lines.dropFirst() }
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic {
  fileprivate static func hiddenFence(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0710",
      "this block would run, and a reader of the page does not see it",
      at: range,
      hint: "take it out of the HTML"
    )
  }
}
