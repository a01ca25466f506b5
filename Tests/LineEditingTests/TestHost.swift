import LineEditing

/// A tiny language: a text is complete when its brackets are, and there are three commands.
struct TestHost: LineEditorHost {
  static let words = ["users list", "users get", "workspaces list"]

  func isComplete(_ text: String) -> Bool {
    text.utf8.reduce(0) { depth, byte in
      switch byte {
      case UInt8(ascii: "{"): depth + 1
      case UInt8(ascii: "}"): depth - 1
      default: depth
      }
    } <= 0
  }

  func completion(of text: String, at offset: Int) -> Completion {
    let typed = String(decoding: text.utf8.prefix(offset), as: UTF8.self)
    let candidates = Self.words.filter { $0.hasPrefix(typed) }
    return Completion(
      replacing: 0..<offset,
      with: candidates.map { Candidate($0, description: "a command") }
    )
  }

  func spans(in text: String) -> [StyledSpan] {
    [StyledSpan(0..<min(5, text.utf8.count), TextStyle(.blue))]
  }

  func hints(for text: String, at offset: Int) -> [Hint] {
    text.hasPrefix("remove") ? [Hint("destroys: \(text)"), Hint("at \(offset)")] : []
  }

  func maySuggest(_ text: String) -> Bool { !text.hasPrefix("remove") }

  func mayRemember(_ text: String) -> Bool { !text.hasPrefix(" ") }
}
