/// A pattern as it is written.
indirect enum PatternTree {
  case empty
  case scalars(ScalarSet)
  case assertion(PatternAssertion)
  case sequence([PatternTree])
  case alternatives([PatternTree])
  /// No upper bound where `maximum` is nil.
  case repeated(PatternTree, minimum: Int, maximum: Int?)
}

/// A condition on a place between two scalars.
enum PatternAssertion {
  case start, end, wordBoundary, noWordBoundary

  /// Whether it holds between the two, either of which is nil at an end of the text.
  func holds(between previous: Unicode.Scalar?, and next: Unicode.Scalar?) -> Bool {
    switch self {
    case .start: previous == nil
    case .end: next == nil
    case .wordBoundary: isWord(previous) != isWord(next)
    case .noWordBoundary: isWord(previous) == isWord(next)
    }
  }

  private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map(ScalarSet.isWord) ?? false
  }
}

/// The scalars that one place of a pattern accepts.
struct ScalarSet {
  enum Item {
    case range(ClosedRange<Unicode.Scalar>)
    case digit, notDigit, word, notWord, space, notSpace
  }
  var items: [Item]
  var isNegated = false
  var ignoresCase = false

  init(_ items: [Item], isNegated: Bool = false, ignoresCase: Bool = false) {
    self.items = items
    self.isNegated = isNegated
    self.ignoresCase = ignoresCase
  }

  init(_ scalar: Unicode.Scalar, ignoresCase: Bool = false) {
    self.init([.range(scalar...scalar)], ignoresCase: ignoresCase)
  }

  /// What `.` accepts.
  static let anyButNewline = ScalarSet([.range("\n"..."\n")], isNegated: true)

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var isIn = hasItem(for: scalar)
    if !isIn, ignoresCase {
      isIn = hasItem(for: scalar.loweredAlone) || hasItem(for: scalar.raisedAlone)
    }
    return isIn != isNegated
  }

  private func hasItem(for scalar: Unicode.Scalar) -> Bool {
    for item in items where ScalarSet.accepts(item, scalar) { return true }
    return false
  }

  private static func accepts(_ item: Item, _ scalar: Unicode.Scalar) -> Bool {
    switch item {
    case .range(let range): range.contains(scalar)
    case .digit: isDigit(scalar)
    case .notDigit: !isDigit(scalar)
    case .word: isWord(scalar)
    case .notWord: !isWord(scalar)
    case .space: scalar.properties.isWhitespace
    case .notSpace: !scalar.properties.isWhitespace
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Letters and digits of any script, and the underscore.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_": true
    case "\u{0}"..."\u{7f}": false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
    }
  }
}

extension Unicode.Scalar {
  /// The small letter, where that is one scalar; otherwise the scalar itself.
  fileprivate var loweredAlone: Unicode.Scalar {
    if isASCII { return ("A"..."Z").contains(self) ? shifted(by: 32) : self }
    return alone(properties.lowercaseMapping)
  }

  /// The capital, where that is one scalar; otherwise the scalar itself.
  fileprivate var raisedAlone: Unicode.Scalar {
    if isASCII { return ("a"..."z").contains(self) ? shifted(by: -32) : self }
    return alone(properties.uppercaseMapping)
  }

  private func shifted(by distance: Int) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(Int(value) + distance))
  }

  private func alone(_ mapping: String) -> Unicode.Scalar {
    let scalars = mapping.unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return self }
    return first
  }
}
