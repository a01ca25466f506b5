/// A text of which it is not decided yet where its lines break.
struct Layout: Sendable {
  indirect enum Kind: Sendable {
    case text(String)
    /// Behind it the line ends.
    case comment(String, isTrailing: Bool)
    case space
    /// A line break if the group around it is broken.
    case line(Line)
    case newline
    case blankLine
    case sequence([Layout])
    /// Its lines are indented if the group around it is broken.
    case indented(Layout)
    /// On one line if it fits; else, if that helps, the second form, of which the last part is
    /// broken; else all its lines are broken.
    case group(Layout, hugging: Layout?, isBroken: Bool)
  }

  /// What a line break is where the group around it is not broken.
  enum Line: Sendable {
    case space
    case nothing
    /// A space; broken, the line ends with a `\`.
    case continuation
  }

  let kind: Kind
  /// True if it has a line break whatever the width.
  let isMultiline: Bool

  private init(_ kind: Kind, isMultiline: Bool) {
    self.kind = kind
    self.isMultiline = isMultiline
  }
}

extension Layout {
  static let empty = Layout(.sequence([]), isMultiline: false)
  static let space = Layout(.space, isMultiline: false)
  static let newline = Layout(.newline, isMultiline: true)
  static let blankLine = Layout(.blankLine, isMultiline: true)
  static let line = Layout(.line(.space), isMultiline: false)
  static let softLine = Layout(.line(.nothing), isMultiline: false)
  static let continuation = Layout(.line(.continuation), isMultiline: false)

  static func text(_ text: String) -> Layout {
    Layout(.text(text), isMultiline: text.utf8.contains(.newline))
  }

  static func comment(_ text: String, isTrailing: Bool) -> Layout {
    Layout(.comment(text, isTrailing: isTrailing), isMultiline: true)
  }

  static func sequence(_ parts: [Layout]) -> Layout {
    if parts.count == 1 { return parts[0] }
    return Layout(.sequence(parts), isMultiline: parts.contains { $0.isMultiline })
  }

  static func indented(_ content: Layout) -> Layout {
    Layout(.indented(content), isMultiline: content.isMultiline)
  }

  /// Parts of which all but the first are indented.
  static func hanging(_ parts: [Layout]) -> Layout {
    guard let first = parts.first else { return .empty }
    return first + .indented(.sequence(Array(parts.dropFirst())))
  }

  /// What stands on one line if it fits, and breaks at all its lines if it does not or must not.
  static func group(_ content: Layout, isBroken: Bool? = nil) -> Layout {
    let isBroken = isBroken ?? content.isMultiline
    return Layout(
      .group(content, hugging: nil, isBroken: isBroken),
      isMultiline: isBroken || content.isMultiline
    )
  }

  /// A group whose last part may be broken while the head stays on its line.
  static func group(_ head: [Layout], hugging last: Layout) -> Layout {
    Layout(
      .group(
        .hanging(head + [last]),
        hugging: .sequence(head + [last.broken]),
        isBroken: head.contains { $0.isMultiline }
      ),
      isMultiline: head.contains { $0.isMultiline } || last.isMultiline
    )
  }

  /// The same group, broken.
  private var broken: Layout {
    guard case .group(let content, _, _) = kind else { return self }
    return .group(content, isBroken: true)
  }

  /// True if it breaks other than by a part at its end that is broken.
  var isBroken: Bool {
    switch kind {
    case .group(_, _, let isBroken): isBroken
    case .text: false
    default: isMultiline
    }
  }

  var isEmpty: Bool {
    guard case .sequence(let parts) = kind else { return false }
    return parts.isEmpty
  }

  static func + (left: Layout, right: Layout) -> Layout {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    return .sequence([left, right])
  }
}
