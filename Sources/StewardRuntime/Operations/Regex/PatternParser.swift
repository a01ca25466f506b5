/// Reads a pattern's text by recursive descent.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var ignoresCase = false

  /// Groups may nest so deep.
  private static let maximumDepth = 100
  /// A repetition may count so far.
  private static let maximumCount = 1000

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func parse() throws(PatternError) -> PatternTree {
    let tree = try parseAlternatives()
    guard position == scalars.count else { throw failure("`)` without `(`") }
    return tree
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func consume(if expected: Unicode.Scalar) -> Bool {
    guard peek == expected else { return false }
    position += 1
    return true
  }

  private mutating func take() -> Unicode.Scalar? {
    defer { if position < scalars.count { position += 1 } }
    return peek
  }

  private func failure(_ message: String) -> PatternError {
    PatternError(message: message, offset: position)
  }

  // MARK: - Structure

  private mutating func parseAlternatives() throws(PatternError) -> PatternTree {
    let outerCase = ignoresCase
    defer { ignoresCase = outerCase }
    var alternatives = [try parseSequence()]
    while consume(if: "|") { alternatives.append(try parseSequence()) }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func parseSequence() throws(PatternError) -> PatternTree {
    var parts: [PatternTree] = []
    while let next = peek, next != "|", next != ")" {
      parts.append(try parseRepetition())
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func parseRepetition() throws(PatternError) -> PatternTree {
    if let scalar = peek, ["*", "+", "?"].contains(scalar) {
      throw failure("`\(scalar)` has nothing to repeat")
    }
    let tree = try parseAtom()
    guard let (minimum, maximum) = try parseCount() else { return tree }
    // Whether a repetition is greedy or not makes no difference to whether it fits.
    _ = consume(if: "?")
    guard try parseCount() == nil else {
      throw failure("a repetition of a repetition needs a group")
    }
    return .repeated(tree, minimum: minimum, maximum: maximum)
  }

  private mutating func parseCount() throws(PatternError) -> (minimum: Int, maximum: Int?)? {
    if consume(if: "*") { return (0, nil) }
    if consume(if: "+") { return (1, nil) }
    if consume(if: "?") { return (0, 1) }
    let start = position
    guard consume(if: "{") else { return nil }
    guard let minimum = try parseNumber() else {
      // As everywhere, a brace that counts nothing is a brace.
      position = start
      return nil
    }
    var maximum: Int? = minimum
    if consume(if: ",") { maximum = try parseNumber() }
    guard consume(if: "}") else { throw failure("expected `}` after a repetition count") }
    if let maximum, maximum < minimum {
      throw failure("a repetition from \(minimum) up to \(maximum)")
    }
    return (minimum, maximum)
  }

  private mutating func parseNumber() throws(PatternError) -> Int? {
    var number: Int?
    while let scalar = peek, ("0"..."9").contains(scalar) {
      position += 1
      number = (number ?? 0) * 10 + Int(scalar.value - 48)
      if let number, number > PatternParser.maximumCount {
        throw failure("a repetition may count up to \(PatternParser.maximumCount)")
      }
    }
    return number
  }

  private mutating func parseAtom() throws(PatternError) -> PatternTree {
    switch take() {
    case "(": return try parseGroup()
    case "[": return .scalars(try parseClass())
    case ".": return .scalars(.anyButNewline)
    case "^": return .assertion(.start)
    case "$": return .assertion(.end)
    case "\\": return try parseEscape()
    case let scalar?: return .scalars(ScalarSet(scalar, ignoresCase: ignoresCase))
    case nil: return .empty
    }
  }

  // MARK: - Groups

  private mutating func parseGroup() throws(PatternError) -> PatternTree {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PatternParser.maximumDepth else { throw failure("groups nest too deep") }
    let outerCase = ignoresCase
    if consume(if: "?") {
      guard try parseGroupKind() else { return .empty }
    }
    let tree = try parseAlternatives()
    ignoresCase = outerCase
    guard consume(if: ")") else { throw failure("`(` without `)`") }
    return tree
  }

  /// What follows `(?`. False for `(?i)`, which is no group but holds to
  /// the end of the one around it.
  private mutating func parseGroupKind() throws(PatternError) -> Bool {
    if consume(if: ":") { return true }
    if consume(if: "i") {
      ignoresCase = true
      if consume(if: ":") { return true }
      if consume(if: ")") { return false }
      throw failure("expected `(?i)` or `(?i:…)`")
    }
    if let scalar = peek, ["=", "!", "<"].contains(scalar) {
      throw failure("look-around and named groups are not known")
    }
    throw failure("only `(?:…)` and `(?i)` are known behind `(?`")
  }

  // MARK: - Classes and escapes

  private mutating func parseClass() throws(PatternError) -> ScalarSet {
    var set = ScalarSet([], isNegated: consume(if: "^"), ignoresCase: ignoresCase)
    // The first bracket is a member: `[]a]`.
    var isFirst = true
    while let scalar = take() {
      if scalar == "]", !isFirst { return set }
      isFirst = false
      let item = scalar == "\\" ? try parseClassEscape() : .range(scalar...scalar)
      set.items.append(try parseUpperEnd(after: item))
    }
    throw failure("`[` without `]`")
  }

  /// The rest of `a-z`; a hyphen before the closing bracket stands for itself.
  private mutating func parseUpperEnd(
    after item: ScalarSet.Item
  ) throws(PatternError) -> ScalarSet.Item {
    guard case .range(let first) = item, peek == "-", position + 1 < scalars.count,
      scalars[position + 1] != "]"
    else { return item }
    position += 1
    var last = take() ?? first.lowerBound
    if last == "\\" {
      guard case .range(let escaped) = try parseClassEscape() else {
        throw failure("a class such as `\\d` cannot end a range")
      }
      last = escaped.lowerBound
    }
    guard first.lowerBound <= last else {
      throw failure("the range `\(first.lowerBound)-\(last)` is backwards")
    }
    return .range(first.lowerBound...last)
  }

  private mutating func parseEscape() throws(PatternError) -> PatternTree {
    if consume(if: "b") { return .assertion(.wordBoundary) }
    if consume(if: "B") { return .assertion(.noWordBoundary) }
    return .scalars(ScalarSet([try parseClassEscape()], ignoresCase: ignoresCase))
  }

  private mutating func parseClassEscape() throws(PatternError) -> ScalarSet.Item {
    guard let scalar = take() else { throw failure("a pattern cannot end with `\\`") }
    switch scalar {
    case "d": return .digit
    case "D": return .notDigit
    case "w": return .word
    case "W": return .notWord
    case "s": return .space
    case "S": return .notSpace
    case "n": return .range("\n"..."\n")
    case "r": return .range("\r"..."\r")
    case "t": return .range("\t"..."\t")
    case "f": return .range("\u{c}"..."\u{c}")
    case "u": return try parseCodePoint()
    case "0"..."9": throw failure("back-references are not known")
    case "a"..."z", "A"..."Z": throw failure("`\\\(scalar)` is not known")
    default: return .range(scalar...scalar)
    }
  }

  /// The rest of `\u{1F600}`.
  private mutating func parseCodePoint() throws(PatternError) -> ScalarSet.Item {
    guard consume(if: "{") else { throw failure("expected `{` after `\\u`") }
    var digits = ""
    while let scalar = peek, scalar != "}" {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard consume(if: "}"), let value = UInt32(digits, radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw failure("`\\u{\(digits)}` is no character") }
    return .range(scalar...scalar)
  }
}
