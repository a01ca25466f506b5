/// Words that open a statement.
enum StatementKeyword: String {
  case `let`, mut, const, def, `for`, `while`, `return`, `break`, `continue`, `throw`
  case source, use, runbook
}

/// Words before a pipeline that ask about it instead of running it.
enum PrefixKeyword: String {
  case plan, explain
  case asCurl = "as-curl"
}

/// Words that open a stage with blocks.
enum StageKeyword: String {
  case `if`, match, `try`
}

/// Words that follow a block or an operand, never the start of a line.
enum FollowingKeyword: String {
  case `else`, `catch`, finally, and, or
}

/// Stages with a grammar of their own.
package enum QueryVerb: String, CaseIterable {
  case `where`, select, extend, drop, sort, group, agg, sum, avg, min, max, join
}

package enum ReservedWords {
  /// Never the name of a variable or a parameter.
  package static let names: Set<String> = [
    "in", "as", "and", "or", "not", "true", "false", "null", "if", "else",
  ]

  /// True for what neither begins a command nor a stage behind `|`.
  static func isMisplaced(_ word: String) -> Bool {
    StatementKeyword(rawValue: word) != nil || FollowingKeyword(rawValue: word) != nil
      || PrefixKeyword(rawValue: word) != nil
  }

  /// True if no command can be called by a name that begins with this word.
  package static func isHead(_ word: String) -> Bool {
    names.contains(word) || StatementKeyword(rawValue: word) != nil
      || PrefixKeyword(rawValue: word) != nil || StageKeyword(rawValue: word) != nil
      || FollowingKeyword(rawValue: word) != nil
      || QueryVerb(rawValue: word) != nil
  }
}
