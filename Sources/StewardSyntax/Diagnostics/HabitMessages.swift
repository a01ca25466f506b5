/// Wording of the parser for what people write who know another language, sorted by name.
extension Diagnostic {
  static func arrowOfCase(at range: SourceRange, _ word: String) -> Diagnostic {
    Diagnostic(
      "E0102",
      "expected a pattern: a literal or `_`, found `\(word)`",
      at: range,
      hint: word == "case" ? "an arm is written `\"a\" => …`" : "all other values: `_ => …`"
    )
  }

  static func closureParametersOutside(_ names: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0115",
      "the parameters of a closure stand inside its braces",
      at: range,
      hint: "write `{\(names) … }`"
    )
  }

  static func colonInIndex(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0101",
      "unexpected `:`",
      at: range,
      hint: "a slice is written `[0..2]`, both ends included"
    )
  }

  static func columnsWithoutComma(_ found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0101",
      "unexpected \(found)",
      at: range,
      hint: "a comma stands before it: `, \(found.filter { $0 != "`" })`",
      suggestion: Suggestion(SourceRange(at: range.lower), replacement: ", ")
    )
  }

  static func commentOfSlashes(at range: SourceRange) -> Diagnostic {
    Diagnostic("E0110", "`//` begins no comment", at: range, hint: "a comment begins with `#`")
  }

  static func conditionalOperator(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0101",
      "unexpected `?`",
      at: range,
      hint: "`if … { a } else { b }` is a value"
    )
  }

  static func countingLoop(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0102",
      "expected a variable's name, found `(`",
      at: range,
      hint: "write `for x in …`; for numbers `for i in 1..3`"
    )
  }

  static func flagInExpression(_ name: String, at range: SourceRange) -> Diagnostic {
    let variable = name.split(separator: "-").joined(separator: "_")
    return Diagnostic(
      "E0102",
      "expected a value, found `--\(name)`",
      at: range,
      hint: "the flag is the variable `$\(variable)`",
      suggestion: Suggestion(range, replacement: "$\(variable)")
    )
  }

  static func flagOfSort(_ flag: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0302",
      "`sort` has no flag `\(flag)`",
      at: range,
      hint: "the other way round: sort … desc"
    )
  }

  static func foreignCatch(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0102",
      "expected `catch`, found `\(word)`",
      at: range,
      hint: "write `catch e { … }`"
    )
  }

  static func foreignComparison(
    _ word: String,
    _ replacement: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0120",
      "there is no operator `\(word)`",
      at: range,
      hint: "write `\(replacement)`"
    )
  }

  static func joinWithoutName(_ found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0102",
      "expected `as`, found \(found)",
      at: range,
      hint: "a join names what it adds: `join (workspaces list) as w on workspace_id == w.id`"
    )
  }

  static func missingBlock(_ found: String, at range: SourceRange, isPartial: Bool) -> Diagnostic {
    let isForeign = ["`then`", "`do`", "`:`"].contains(found)
    return Diagnostic(
      "E0102",
      "expected `{`, found \(found)",
      at: range,
      hint: isForeign ? "a block stands in braces, without \(found): `{ … }`" : "`{` goes here",
      isPartial: isPartial
    )
  }

  static func parenthesesOfStage(_ verb: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0101",
      "`\(verb)` is a stage, not a function",
      at: range,
      hint: "write it without parentheses: \(verb) a, b"
    )
  }

  static func parenthesizedError(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0102",
      "expected a name for the error, or `{`, found `(`",
      at: range,
      hint: "write `catch e { … }`, without parentheses"
    )
  }

  static func renamedColumn(_ found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0101",
      "unexpected \(found)",
      at: range,
      hint: "a column gets its name by `=`: mail = email"
    )
  }

  static func resultBehindColon(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0102",
      "expected `{`, found `:`",
      at: range,
      hint: "what a def gives stands behind an arrow: `-> int`"
    )
  }

  static func patternInSlashes(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0102",
      "expected a value, found `/`",
      at: range,
      hint: "a pattern is text: `=~ \"acme\"`, `=~ \"(?i)acme\"`"
    )
  }

  static func spacedUnit(
    _ number: String,
    _ unit: String,
    isAgo: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    if isAgo, unit != "mo" {
      return Diagnostic(
        "E0126",
        "a unit touches its number",
        at: range,
        hint: "write `ago(\(number)\(unit))`"
      )
    }
    let written = number + unit
    return Diagnostic(
      "E0126",
      "a unit touches its number",
      at: range,
      hint: unit == "mo" ? "months have no fixed length: use add_months()" : "write `\(written)`",
      suggestion: unit == "mo" ? nil : Suggestion(range, replacement: written)
    )
  }

  static func variableName(_ found: String, at range: SourceRange, isPartial: Bool) -> Diagnostic {
    var hint = "a variable's name behind `$` goes here"
    if found == "`{`" { hint = "write `$name`; a variable of the environment is env(\"NAME\")" }
    if found.dropFirst().first?.isNumber == true { hint = "an amount is written 5.00USD" }
    return Diagnostic(
      "E0102",
      "expected a variable's name behind `$`, found \(found)",
      at: range,
      hint: hint,
      isPartial: isPartial
    )
  }
}
