/// All wording of the parser, sorted by name. Codes are stable; one code may have several wordings.
extension Diagnostic {
  static func arrowInCommand(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0110",
      "`=>` is no argument",
      at: range,
      hint: "it belongs to an arm of `match`, which begins after a comma or on a new line"
    )
  }

  static func assignmentInExpression(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0104",
      "`=` compares nothing",
      at: range,
      hint: "write `==`",
      suggestion: Suggestion(range, replacement: "==")
    )
  }

  static func bareAssignment(_ name: String, _ sign: String, at range: SourceRange) -> Diagnostic {
    let declares = sign == "="
    return Diagnostic(
      "E0119",
      "`\(name)` is a word, not a variable",
      at: range,
      hint: declares
        ? "assign with `$\(name) = …` or `let \(name) = …`" : "assign with `$\(name) \(sign) …`",
      suggestion: declares ? nil : Suggestion(range, replacement: "$\(name) \(sign)")
    )
  }

  static func bareDate(_ written: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0109",
      "`\(written)` would be a subtraction",
      at: range,
      hint: "write @\(written)",
      suggestion: Suggestion(range, replacement: "@\(written)")
    )
  }

  static func bareWord(
    _ word: String,
    at range: SourceRange,
    isRow: Bool
  ) -> Diagnostic {
    let quoted = Suggestion(range, replacement: "\"\(word)\"")
    let isPlain = word.utf8.allSatisfy { $0.isHeadPart || $0 == .dot }
    if isRow || !isPlain {
      return Diagnostic(
        "E0122",
        "`\(word)` is text without quotes",
        at: range,
        hint: "quote it: \"\(word)\"",
        suggestion: quoted
      )
    }
    if let literal = foreignLiterals[word] {
      return Diagnostic(
        "E0122",
        "`\(word)` is no value",
        at: range,
        hint: "write `\(literal)`",
        suggestion: Suggestion(range, replacement: literal)
      )
    }
    let isStage = StageKeyword(rawValue: word) != nil
    return Diagnostic(
      "E0122",
      isStage ? "`\(word)` cannot stand inside an expression" : "`\(word)` is a word, not a value",
      at: range,
      hint: isStage
        ? "put it in parentheses: `(\(word) …)`"
        : "quote it, or write `$\(word)` for a variable, `(\(word) …)` for a command"
    )
  }

  private static let foreignLiterals = [
    "True": "true", "TRUE": "true", "False": "false", "FALSE": "false", "None": "null",
    "NULL": "null", "nil": "null", "undefined": "null",
  ]

  static func bidirectionalControl(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0132",
      "a character here changes the direction in which the line is shown",
      at: range,
      hint: "remove it",
      suggestion: Suggestion(range, replacement: "")
    )
  }

  static func blockAsValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0115",
      "braces hold a record here, and this is none",
      at: range,
      hint: "a closure is written `{|x| …}`",
      suggestion: Suggestion(range, replacement: "{|x|")
    )
  }

  static func callOfValue(_ value: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0101",
      "`\(value)` is not the name of a function",
      at: range,
      hint: "a closure is run by `call \(value) …`"
    )
  }

  static func chainedComparison(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0105",
      "comparisons do not chain",
      at: range,
      hint: "join two of them with `and`: `a < b and b \(sign) c`"
    )
  }

  static func colourCode(_ written: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0107",
      "`\(written)` begins a comment",
      at: range,
      hint: "quote it: \"\(written)\"",
      suggestion: Suggestion(range, replacement: "\"\(written)\"")
    )
  }

  static func commaBetweenArguments(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0114",
      "a comma separates no arguments",
      at: range,
      hint: "arguments are separated by blanks",
      suggestion: Suggestion(range, replacement: "")
    )
  }

  static func commandInRowExpression(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0121",
      "a command cannot run inside a row expression",
      at: range,
      hint: "would send a request for every row: put it in a `let` first, or use `each`"
    )
  }

  static func commandWithoutParentheses(_ command: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0130",
      "a command stands where a value is wanted",
      at: range,
      hint: "put it in parentheses: `(\(command))`",
      suggestion: Suggestion(range, replacement: "(\(command))")
    )
  }

  static func continuationAtEnd(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0133",
      "nothing follows the `\\`",
      at: range,
      hint: "go on in the next line, or remove it",
      isPartial: true
    )
  }

  static func environmentAssignment(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0119",
      "scripts do not set environment variables",
      at: range,
      hint: "`env(\"\(name)\")` reads one; a variable is made by `let \(name) = …`"
    )
  }

  static func expected(
    _ what: String,
    found: String,
    at range: SourceRange,
    isPartial: Bool = false
  ) -> Diagnostic {
    Diagnostic(
      "E0102",
      "expected \(what), found \(found)",
      at: range,
      hint: "\(what) goes here",
      isPartial: isPartial
    )
  }

  static func foreignAssignment(
    _ sign: String,
    _ replacement: String,
    at range: SourceRange,
    isWhole: Bool
  ) -> Diagnostic {
    Diagnostic(
      "E0120",
      "there is no `\(sign)`",
      at: range,
      hint: "write `\(replacement)`",
      suggestion: isWhole ? Suggestion(range, replacement: replacement) : nil
    )
  }

  static func foreignOperator(
    _ sign: String,
    _ replacement: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0120",
      "there is no operator `\(sign)`",
      at: range,
      hint: "write `\(replacement)`",
      suggestion: Suggestion(range, replacement: sign == "!" ? "\(replacement) " : replacement)
    )
  }

  static func fractionalDuration(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0126",
      "a duration is written in whole numbers",
      at: range,
      hint: "write it in two units, as in `1h30m`"
    )
  }

  static func gluedFlag(_ written: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0118",
      "`\(written)` is no flag",
      at: range,
      hint: "a flag's value stands behind a blank or `=`, in quotes if it is made of parts"
    )
  }

  static func gluedWord(_ written: String, at range: SourceRange) -> Diagnostic {
    let (hint, replacement) = unglued(written)
    return Diagnostic(
      "E0118",
      "`\(written)` is glued together from parts",
      at: range,
      hint: hint,
      suggestion: replacement.map { Suggestion(range, replacement: $0) }
    )
  }

  /// What was meant: a call, a string of another language, or one word.
  private static func unglued(_ written: String) -> (hint: String, replacement: String?) {
    let name = written.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = written.dropFirst(name.count)
    if !name.isEmpty, rest.hasPrefix("("), rest.hasSuffix(")") {
      return ("a call goes in parentheses: (\(written))", "(\(written))")
    }
    if name.count == 1, rest.hasPrefix("\"") || rest.hasPrefix("'") {
      return ("a string in double quotes interpolates `$x` and `$(…)` by itself", nil)
    }
    if written.hasPrefix("'") { return ("text with an apostrophe stands in double quotes", nil) }
    guard !written.utf8.contains(.quote) else { return ("quote the whole word", nil) }
    return ("quote the whole word: \"\(written)\"", "\"\(written)\"")
  }

  static func indexByDot(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0101",
      "a field's name does not begin with a digit",
      at: range,
      hint: "an element is taken by `[0]`"
    )
  }

  static func interpolatedName(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0128",
      "a name must be known before the script runs",
      at: range,
      hint: "write it without `$`"
    )
  }

  static func interpolationOutsideString(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0102",
      "`$(` stands in strings only",
      at: range,
      hint: "remove the `$`: a pipeline in parentheses is a value",
      suggestion: Suggestion(range, replacement: "")
    )
  }

  static func invalidUTF8(at range: SourceRange) -> Diagnostic {
    Diagnostic("E0132", "the text is not valid UTF-8", at: range, hint: "save the file as UTF-8")
  }

  static func lateRunbook(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0135",
      "a runbook's header is the first statement of its file",
      at: range,
      hint: "move it to the top"
    )
  }

  static func leadingDot(at range: SourceRange, isRow: Bool) -> Diagnostic {
    Diagnostic(
      "E0136",
      isRow ? "a field of the row is written without a dot" : "there is nothing before the dot",
      at: range,
      hint: isRow
        ? "remove the dot" : "write a variable there: `$x.name`; of all rows: `| get name`",
      suggestion: isRow ? Suggestion(range, replacement: "") : nil
    )
  }

  static func leadingZeros(_ written: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0106",
      "a number does not begin with 0",
      at: range,
      hint: "remove the zeros, or quote it if it is text: \"\(written)\""
    )
  }

  static func malformedNumber(_ written: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0126",
      "`\(written)` is no number",
      at: range,
      hint:
        "units are `ms s m h d w`, currencies three capitals as in `5USD`; quote it if it is text"
    )
  }

  static func malformedScalar(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0127",
      "this is no Unicode character",
      at: range,
      hint: "write `\\u{…}` with one to six hexadecimal digits"
    )
  }

  static func misplacedKeyword(_ word: String, at range: SourceRange) -> Diagnostic {
    let hint: String
    switch word {
    case "else": hint = "it follows the block of an `if`"
    case "catch", "finally": hint = "it follows the block of a `try`"
    case "and", "or": hint = "it joins two conditions: one is missing before it"
    case "plan", "explain", "as-curl": hint = "it stands before the whole pipeline"
    default: hint = "a statement gives no value: put it on a line of its own"
    }
    return Diagnostic("E0129", "`\(word)` cannot stand here", at: range, hint: hint)
  }

  static func secondPrefix(
    _ word: String,
    behind first: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0143",
      "`\(word)` behind `\(first)`: one of them is enough",
      at: range,
      hint: "leave one of them out"
    )
  }

  static func missingBlank(behind word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0118",
      "an argument is glued to `\(word)`",
      at: range,
      hint: "put a blank before it",
      suggestion: Suggestion(SourceRange(at: range.lower), replacement: " ")
    )
  }

  static func missingColon(
    behind name: String,
    at range: SourceRange,
    insertion: UInt32
  ) -> Diagnostic {
    Diagnostic(
      "E0128",
      "a record's field needs a colon",
      at: range,
      hint: "write `\(name): …`",
      suggestion: Suggestion(SourceRange(at: insertion), replacement: ":")
    )
  }

  static func monthDuration(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0126",
      "months have no fixed length",
      at: range,
      hint: "use add_months()"
    )
  }

  static func needlessBy(
    _ verb: String,
    _ word: String,
    at range: SourceRange,
    next: Int
  ) -> Diagnostic {
    Diagnostic(
      "E0131",
      "`\(verb)` needs no `by`",
      at: range,
      hint: "write `\(verb) \(word)`",
      suggestion: Suggestion(SourceRange(range.lower, UInt32(next)), replacement: "")
    )
  }

  static func nestedTooDeeply(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0123",
      "this is nested more than \(Parser.nestingLimit) levels deep",
      at: range,
      hint: "take a part of it out with `let`"
    )
  }

  static func notACommandName(_ word: String, at range: SourceRange) -> Diagnostic {
    if word.hasPrefix("//") { return commentOfSlashes(at: range) }
    let isText = word.utf8.contains { $0 == .atSign }
    var hint = "names have letters, digits, `_`, `-`, and a dot behind a module"
    if isText { hint = "quote it if it is text" }
    if word.hasPrefix(".") {
      let field = word.drop { !$0.isLetter }
      let name = field.isEmpty || !field.allSatisfy({ $0.isLetter || $0 == "_" }) ? "name" : field
      hint = "rows come one by one; a field is taken by `get \(name)`"
    }
    if word == "%" { hint = "`each {|x| … }` does something with each row" }
    return Diagnostic("E0137", "`\(word)` is not a command's name", at: range, hint: hint)
  }

  static func notClosed(_ opener: String, at range: SourceRange, isPartial: Bool) -> Diagnostic {
    let closer = opener.utf8.last?.closer.map { String(decoding: [$0], as: UTF8.self) } ?? ""
    return Diagnostic(
      "E0124",
      "`\(opener)` is not closed",
      at: range,
      hint: "its `\(closer)` is missing",
      isPartial: isPartial
    )
  }

  static func notInOperand(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0138",
      "`not` stands before a whole comparison",
      at: range,
      hint: "put `(not …)` in parentheses"
    )
  }

  static func nulByte(at range: SourceRange) -> Diagnostic {
    Diagnostic("E0132", "the text contains a NUL byte", at: range, hint: "remove it")
  }

  static func numberTooLarge(_ written: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0126",
      "`\(written)` is too large",
      at: range,
      hint: "numbers have 64 bits; quote it if it is text"
    )
  }

  static func operationInCommand(_ written: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0110",
      "nothing is computed among the words of a command",
      at: range,
      hint: "an expression goes in parentheses: `(\(written))`",
      suggestion: Suggestion(range, replacement: "(\(written))")
    )
  }

  static func stageWithoutPipe(_ verb: Name) -> Diagnostic {
    Diagnostic(
      "E0110",
      "`\(verb.text)` is no argument",
      at: verb.range,
      hint: "a stage stands behind a `|`: `| \(verb.text) …`",
      suggestion: Suggestion(verb.range, replacement: "| \(verb.text)")
    )
  }

  static func operatorInCommand(
    _ sign: String,
    at range: SourceRange,
    operation: SourceRange?,
    in source: SourceText
  ) -> Diagnostic {
    let replacement = operation.map { "(\(source[$0]))" }
    let isLong = replacement.map { $0.utf8.count > 60 || $0.utf8.contains(.newline) } ?? true
    return Diagnostic(
      "E0110",
      "`\(sign)` is no argument",
      at: range,
      hint: "an expression goes in parentheses" + (isLong ? "" : ": `\(replacement ?? "")`"),
      suggestion: operation.flatMap { operation in
        replacement.map { Suggestion(operation, replacement: $0) }
      }
    )
  }

  static func queryWithoutInput(_ verb: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0117",
      "`\(verb)` has no rows to work on",
      at: range,
      hint: "it stands behind a `|`: `users list | \(verb) …`"
    )
  }

  static func recordAsBlock(_ record: String, at range: SourceRange, inMatch: Bool) -> Diagnostic {
    Diagnostic(
      "E0111",
      "a record cannot stand in the place of a block",
      at: range,
      hint: "a block starts here; a record is written `({…})`",
      suggestion: Suggestion(range, replacement: inMatch ? "(\(record))" : "{ (\(record)) }")
    )
  }

  static func reservedName(_ name: Name) -> Diagnostic {
    Diagnostic(
      "E0129",
      "`\(name.text)` is a word of the language",
      at: name.range,
      hint: "choose another name"
    )
  }

  static func selectionWithoutName(_ value: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0116",
      "this column needs a name",
      at: range,
      hint: "write `name = …`",
      suggestion: value.utf8.contains(.newline)
        ? nil : Suggestion(SourceRange(at: range.lower), replacement: "value = ")
    )
  }

  static func shellInterpolation(
    _ name: String,
    at range: SourceRange,
    whole: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "E0108",
      "`${` interpolates nothing",
      at: range,
      hint: name.isEmpty ? "write `$(…)` or `$name`" : "write `$(…)` or `$\(name)`",
      suggestion: whole.map { Suggestion($0, replacement: "$($\(name))") }
    )
  }

  static func shellOperator(_ operation: ShellOperator, at range: SourceRange) -> Diagnostic {
    var replacement: String?
    let hint: String
    switch operation {
    case .and: (hint, replacement) = ("write separate statements, each on its line", ";")
    case .or: hint = "what to do when a command fails: `try { … } catch { … }`"
    case .background: hint = "scripts have no background jobs: remove it"
    case .redirect: (hint, replacement) = ("write to a file with `| save FILE`", "| save")
    case .append: hint = "write to a file with `| save FILE`"
    case .input: hint = "read a file with `open FILE | …`"
    }
    return Diagnostic(
      "E0110",
      "there is no `\(operation.rawValue)`",
      at: range,
      hint: hint,
      suggestion: replacement.map { Suggestion(range, replacement: $0) }
    )
  }

  static func sigilInDeclaration(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0119",
      "a name is declared without `$`",
      at: range,
      hint: "write `\(name)`",
      suggestion: Suggestion(range, replacement: name)
    )
  }

  static func spreadWithoutVariable(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0139",
      "`...` spreads the list in a variable",
      at: range,
      hint: "write `...$name`"
    )
  }

  static func strayCloser(_ found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0125",
      "\(found) closes nothing",
      at: range,
      hint: "remove it",
      suggestion: Suggestion(range, replacement: "")
    )
  }

  static func takesNoInput(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0113",
      "a value takes no input",
      at: range,
      hint: "behind `|` stands a command, or `where`, `select` and their like"
    )
  }

  static func trailingComma(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0134",
      "no element follows the comma",
      at: range,
      hint: "remove it",
      suggestion: Suggestion(range, replacement: "")
    )
  }

  static func tryWithoutCatch(at range: SourceRange, isPartial: Bool) -> Diagnostic {
    Diagnostic(
      "E0112",
      "a `try` does nothing without `catch` or `finally`",
      at: range,
      hint: "add `catch { … }`",
      isPartial: isPartial
    )
  }

  static func unexpected(_ found: String, at range: SourceRange) -> Diagnostic {
    let isChain = found == "`elif`" || found == "`elsif`" || found == "`elseif`"
    return Diagnostic(
      "E0101",
      "unexpected \(found)",
      at: range,
      hint: isChain ? "write `else if`" : "the statement should end here, with a new line or `;`"
    )
  }

  static func unexpectedInBrackets(
    _ found: String,
    at range: SourceRange,
    closer: UInt8,
    _ opener: SourceRange
  ) -> Diagnostic {
    let closer = String(decoding: [closer], as: UTF8.self)
    return Diagnostic(
      "E0101",
      "unexpected \(found)",
      at: range,
      hint: inBracketsHint(found, closer),
      labels: [Label(opener, "opened here")]
    )
  }

  private static func inBracketsHint(_ found: String, _ closer: String) -> String {
    switch (closer, found) {
    case ("]", _): "a comma between two elements, or `]`"
    case (")", "`,`"): "expected `)`; a list is written `[a, b]`"
    default: "expected `\(closer)`"
    }
  }

  static func unknownEscape(_ escape: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0127",
      "`\(escape)` is no escape",
      at: range,
      hint: "write `\\\(escape)` for a backslash, or the whole text in single quotes",
      suggestion: Suggestion(range, replacement: "\\\(escape)")
    )
  }

  static func unquotedKey(_ name: Name) -> Diagnostic {
    Diagnostic(
      "E0128",
      "`\(name.text)` is no field's name",
      at: name.range,
      hint: "quote the name: \"\(name.text)\"",
      suggestion: Suggestion(name.range, replacement: "\"\(name.text)\"")
    )
  }

  static func unterminatedString(
    at range: SourceRange,
    isMultiline: Bool,
    isPartial: Bool
  ) -> Diagnostic {
    Diagnostic(
      "E0103",
      "the string is not closed",
      at: range,
      hint: isMultiline
        ? "its three closing quotes are missing"
        : "its closing quote is missing; a string of several lines has three quotes",
      isPartial: isPartial
    )
  }
}
