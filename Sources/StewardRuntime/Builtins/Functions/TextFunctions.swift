internal import StewardValues
internal import Synchronization

extension Function {
  static let textFunctions: [Function] = [
    lower, upper, trim, split, joinText, replace, startsWith, contains, matches, domain, slug,
    sameEmail,
  ]

  private static let lower = Function(
    "lower",
    "The text in small letters",
    [Parameter("text", .string)],
    isFoldable: true,
    gives: .string,
    example: (#"lower("Jane@Acme")"#, #""jane@acme""#)
  ) { arguments, _ throws(RunError) in Value(try arguments.text(0).lowercased()) }

  private static let upper = Function(
    "upper",
    "The text in capitals",
    [Parameter("text", .string)],
    isFoldable: true,
    gives: .string,
    example: (#"upper("usd")"#, #""USD""#)
  ) { arguments, _ throws(RunError) in Value(try arguments.text(0).uppercased()) }

  private static let trim = Function(
    "trim",
    "The text without white space at its ends",
    [Parameter("text", .string)],
    isFoldable: true,
    gives: .string,
    example: (#"trim("  a b ")"#, #""a b""#)
  ) { arguments, _ throws(RunError) in Value(TextSearch.trimmed(try arguments.text(0))) }

  private static let split = Function(
    "split",
    "The pieces of a text between separators",
    [Parameter("text", .string), Parameter("separator", .string)],
    gives: .list(.string),
    example: (#"split("a,b,,c", ",")"#, #"["a","b","","c"]"#),
    validate: { $0.emptyText(1, "the separator is empty") }
  ) { arguments, context throws(RunError) in
    let separator = try arguments.text(1)
    guard !separator.isEmpty else { throw arguments.invalid("the separator is empty") }
    let holding = HeldValues(context.budget)
    var pieces: ContiguousArray<Value> = []
    try TextSearch.split(try arguments.text(0), by: separator) { bytes throws(RunError) in
      let piece = Value(String(decoding: bytes, as: UTF8.self))
      try holding.add(piece)
      pieces.append(piece)
    }
    return try holding.list(of: pieces)
  }

  private static let joinText = Function(
    "join_text",
    "The elements of a list as one text, with a separator between them",
    [Parameter("list", .list(.any)), Parameter("separator", .string, optional: true)],
    gives: .string,
    example: (#"join_text(["a", 1], ", ")"#, #""a, 1""#)
  ) { arguments, context throws(RunError) in
    let separator = arguments.optional(1) == nil ? "" : try arguments.text(1)
    return Value(try context.text(of: try arguments.list(0), separator: separator))
  }

  private static let replace = Function(
    "replace",
    "The text with every occurrence of one part replaced by another",
    [Parameter("text", .string), Parameter("part", .string), Parameter("by", .string)],
    gives: .string,
    example: (#"replace("a-b-c", "-", "/")"#, #""a/b/c""#),
    validate: { $0.emptyText(1, "the part to replace is empty") }
  ) { arguments, context throws(RunError) in
    let part = try arguments.text(1)
    guard !part.isEmpty else { throw arguments.invalid("the part to replace is empty") }
    let (text, replacement) = (try arguments.text(0), try arguments.text(2))
    var result: [UInt8] = []
    var isFirst = true
    try TextSearch.split(text, by: part) { piece throws(RunError) in
      if !isFirst { result += replacement.utf8 }
      isFirst = false
      result += piece
      try context.budget.check(textOf: result.count)
    }
    return Value(String(decoding: result, as: UTF8.self))
  }

  private static let startsWith = Function(
    "starts_with",
    "Whether a text begins with another",
    [Parameter("text", .string), Parameter("beginning", .string)],
    gives: .bool,
    example: (#"starts_with("wrkspc_01", "wrkspc_")"#, "true")
  ) { arguments, _ throws(RunError) in
    .bool(TextSearch.hasPrefix(try arguments.text(0), try arguments.text(1)))
  }

  private static let contains = Function(
    "contains",
    "Whether a text has another one in it, or a list an element",
    [Parameter("in", .any), Parameter("part", .any)],
    gives: .bool,
    example: (#"contains("Acme Research", "Res")"#, "true")
  ) { arguments, _ throws(RunError) in
    switch try arguments.value(0) {
    case .string(let box): .bool(TextSearch.contains(box.string, try arguments.text(1)))
    case .list(let list):
      .bool(list.values.contains { $0 == arguments.optional(1) ?? .null })
    case let other: throw arguments.mismatch(other, "a text or a list")
    }
  }

  private static let matches = Function(
    "matches",
    "Whether a regular expression fits anywhere in a text",
    [Parameter("text", .string), Parameter("pattern", .string)],
    gives: .bool,
    example: (#"matches("claude-3", "^claude-\\d$")"#, "true"),
    validate: { $0.badPattern(1) }
  ) { arguments, context throws(RunError) in
    let (text, written) = (try arguments.text(0), try arguments.text(1))
    let pattern: TextPattern
    do throws(PatternError) {
      pattern = try lastPattern.pattern(written)
    } catch {
      throw arguments.invalid("the pattern is wrong at \(error.offset + 1): \(error.message)")
    }
    return .bool(try pattern.matches(in: text, context))
  }

  /// A pattern is mostly asked for row after row: the last one is kept.
  private static let lastPattern = PatternMemory()

  private static let domain = Function(
    "domain",
    "The part of an email address behind the @, in small letters; null if there is none",
    [Parameter("email", .string)],
    isFoldable: true,
    gives: .optional(.string),
    example: (#"domain("Jane@Acme.example")"#, #""acme.example""#)
  ) { arguments, _ throws(RunError) in
    let address = TextSearch.trimmed(try arguments.text(0)).utf8
    guard let sign = address.lastIndex(of: UInt8(ascii: "@")) else { return .null }
    let last = Substring(address[address.index(after: sign)...])
    return last.isEmpty ? .null : Value(last.lowercased())
  }

  private static let slug = Function(
    "slug",
    "The text as small letters, digits and hyphens, for a file's name",
    [Parameter("text", .string)],
    isFoldable: true,
    gives: .string,
    example: (#"slug("ML Research, Berlin")"#, #""ml-research-berlin""#)
  ) { arguments, _ throws(RunError) in
    let words = try arguments.text(0).lowercased().unicodeScalars.split { scalar in
      !("a"..."z").contains(scalar) && !("0"..."9").contains(scalar)
    }
    return Value(words.map { String($0) }.joined(separator: "-"))
  }

  private static let sameEmail = Function(
    "same_email",
    "Whether two email addresses are the same but for capitals; null is like no other",
    [Parameter("a", .optional(.string)), Parameter("b", .optional(.string))],
    gives: .bool,
    example: (#"same_email("Jane@acme.example", "jane@acme.example")"#, "true")
  ) { arguments, _ throws(RunError) in
    guard arguments.values.allSatisfy({ !$0.isNull }) else { return false }
    func normalized(_ index: Int) throws(RunError) -> String {
      TextSearch.trimmed(try arguments.text(index)).lowercased()
    }
    return .bool(try normalized(0) == normalized(1))
  }
}

extension CheckedArguments {
  /// E0304 for a text that is known to be empty.
  fileprivate func emptyText(_ index: Int, _ message: String) -> FunctionProblem? {
    text(index) == "" ? FunctionProblem(index, "E0304", message) : nil
  }

  /// E0318 for a regular expression that is none.
  fileprivate func badPattern(_ index: Int) -> FunctionProblem? {
    guard let pattern = text(index) else { return nil }
    do throws(PatternError) {
      _ = try TextPattern(pattern)
      return nil
    } catch {
      return FunctionProblem(index, "E0318", "not a pattern: \(error.message)")
    }
  }
}

/// The pattern that was compiled last.
private final class PatternMemory: Sendable {
  private let last = Mutex<(text: String, pattern: TextPattern)?>(nil)

  func pattern(_ text: String) throws(PatternError) -> TextPattern {
    if let last = last.withLock({ $0 }), last.text == text { return last.pattern }
    let pattern = try TextPattern(text)
    last.withLock { $0 = (text, pattern) }
    return pattern
  }
}
