internal import StewardSyntax
internal import StewardValues

/// All wording of the checker about commands, arguments and functions, sorted by name.
extension Diagnostic {
  static func aggregateCount(
    _ function: AggregateFunction,
    _ count: Int,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0303",
      "`\(function.rawValue)` takes \(counted(function.parameters.count, "argument")), not \(count)",
      at: range
    )
  }

  static func aggregateOutside(_ name: Name) -> Diagnostic {
    Diagnostic(
      "E0316",
      "`\(name.text)` puts rows together: it stands in `group` and `agg`",
      at: name.range,
      hint: "… | agg n = \(name.text)(…), or the stage `| \(name.text) …`"
    )
  }

  static func argument(
    _ problem: WordReader.Problem,
    _ parameter: CommandParameter,
    at range: SourceRange
  ) -> Diagnostic {
    let message =
      problem.code == "E0312" ? problem.message : "`\(parameter.label)` \(problem.message)"
    return Diagnostic(
      problem.code,
      message,
      at: range,
      hint: problem.hint,
      notes: problem.labels.map { "`\(parameter.label)` takes: \($0)" },
      suggestion: problem.replacement.map { Suggestion(range, replacement: $0) }
    )
  }

  static func argumentCount(
    _ function: Function,
    _ count: Int,
    at range: SourceRange
  ) -> Diagnostic {
    let required = function.parameters.count { !$0.isOptional }
    let most = function.parameters.count
    let takes =
      function.isVariadic
      ? "at least \(counted(required, "argument"))"
      : required == most
        ? counted(most, "argument") : "\(required) to \(counted(most, "argument"))"
    let parts = function.parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    return Diagnostic(
      "E0303",
      "`\(function.name)` takes \(takes), not \(count)",
      at: range,
      hint: "\(function.name)(\(parts.joined(separator: ", ")))"
    )
  }

  static func argumentCount(
    ofDef name: String,
    _ required: Int,
    _ count: Int,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0303",
      "`\(name)` takes \(counted(required, "argument")), not \(count)",
      at: range
    )
  }

  static func argumentType(_ value: Typed, _ parameter: CommandParameter) -> Diagnostic {
    if case .money = parameter.type.unwrapped, value.type.isNumber {
      return .bareAmount("this", at: value.range)
    }
    var hint: String?
    if case .id(let own) = value.type.unwrapped, case .id = parameter.type.unwrapped {
      hint = "this is the id of a \(own.name)"
    }
    if case .name(let own) = value.type.unwrapped, case .id = parameter.type.unwrapped {
      hint = "this is the name of a \(own.name)"
    }
    if value.type.shape != nil, case .id = parameter.type.unwrapped { hint = "give its `.id`" }
    if value.type.holdsSecret, parameter.type.isTextual {
      return .disclosesSecret("`\(parameter.label)` takes no secret", at: value.range)
    }
    return Diagnostic(
      "E0304",
      "`\(parameter.label)` takes \(parameter.type), not \(value.type.shown)",
      at: value.range,
      hint: hint
    )
  }

  static func bareAmount(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0306",
      "\(text) what? an amount has a currency, and the API counts cents",
      at: range,
      hint: "write \(text == "this" ? "500" : text)USD"
    )
  }

  static func closureAsValue(_ parameter: CommandParameter, at range: SourceRange) -> Diagnostic {
    Diagnostic("E0304", "`\(parameter.label)` takes \(parameter.type), not a closure", at: range)
  }

  static func commandAsFunction(_ name: Name, _ command: Command) -> Diagnostic {
    Diagnostic(
      "E0301",
      "`\(command.name)` is a command, not a function",
      at: name.range,
      hint: "write `\(command.name) …` without parentheses around its arguments"
    )
  }

  /// The id of another resource, given to a def.
  static func idOfOther(
    _ parameter: CommandParameter,
    _ text: String,
    _ found: Resource,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0304",
      "`\(parameter.label)` takes \(parameter.type), and `\(text)` is the id of a \(found.name)",
      at: range
    )
  }

  static func constantArgument(
    _ parameter: CommandParameter,
    _ problem: String,
    hint: String?,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic("E0304", "`\(parameter.label)` \(problem)", at: range, hint: hint)
  }

  static func extraArgument(
    _ binder: ArgumentBinder,
    _ text: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0303",
      "`\(binder.name)` takes no argument `\(text.prefix(40))`",
      at: range,
      hint: extraHint(binder, text),
      notes: binder.hasExtra ? [] : ["usage: \(binder.usage)"]
    )
  }

  /// `role=developer` and `-r` are flags elsewhere; `count by role` is a group.
  private static func extraHint(_ binder: ArgumentBinder, _ text: String) -> String? {
    if QueryVerb(rawValue: text) != nil { return "a stage stands behind a `|`: `| \(text) …`" }
    let flag = binder.flag(meantBy: text).map { binder.parameters[$0].label }
    if text.hasPrefix("-"), text.utf8.count > 1 {
      let habit = Habits.flags[String(text.dropFirst())]
      return "there are no short flags"
        + ((flag.map { "write \($0)" } ?? habit).map { ": \($0)" } ?? "")
    }
    if let flag = binder.flag(takingAlone: text).map({ binder.parameters[$0].label }) {
      let several =
        text.contains("@")
        ? "; several: `for x in [\"…\", \"…\"] { \(binder.name) \(flag) $x … }`" : ""
      return "write \(flag) \(text)\(several)"
    }
    if let flag {
      return "a flag: \(flag) \(text.split(separator: "=", maxSplits: 1).last ?? "…")"
    }
    return binder.name == "count" ? "`group role` counts the rows of each role" : nil
  }

  static func flagAsValue(
    _ parameter: CommandParameter,
    _ text: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0303",
      "`\(text)` is a flag, and \(parameter.label) needs a value",
      at: range,
      hint: "behind `--` nothing is a flag"
    )
  }

  static func flagTwice(_ name: Name, at range: SourceRange) -> Diagnostic {
    Diagnostic("E0303", "`--\(name.text)` is given twice", at: range)
  }

  static func flagWithoutValue(
    _ parameter: CommandParameter,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0303",
      "`\(parameter.label)` needs a value",
      at: range,
      hint: "\(parameter.label) \(parameter.type)"
    )
  }

  static func closureAsFunction(_ name: Name) -> Diagnostic {
    Diagnostic(
      "E0301",
      "`\(name.text)` is not a function",
      at: name.range,
      hint: "`$\(name.text)` holds a closure: (call $\(name.text) …)"
    )
  }

  static func foreignFunction(_ name: Name, _ hint: String) -> Diagnostic {
    Diagnostic("E0301", "`\(name.text)` is not a function", at: name.range, hint: hint)
  }

  static func foreignStatement(_ word: String, _ hint: String, at range: SourceRange) -> Diagnostic
  {
    Diagnostic("E0301", "`\(word)` is not a command", at: range, hint: hint)
  }

  static func functionArgument(
    _ function: Function,
    _ parameter: Function.Parameter,
    _ value: Typed
  ) -> Diagnostic {
    Diagnostic(
      "E0304",
      "`\(function.name)` takes \(parameter.type) as its \(parameter.name), not \(value.type.shown)",
      at: value.range,
      hint: argumentHint(value, parameter.type)
    )
  }

  /// `ago("30d")`: what is no text needs no quotes.
  private static func argumentHint(_ value: Typed, _ type: DataType) -> String? {
    if case .duration = type.unwrapped, value.type.isNumber { return "a duration has a unit: 30d" }
    return value.constant?.string.flatMap { unquoted($0, type) }
  }

  private static func unquoted(_ text: String, _ type: DataType) -> String? {
    guard case .success = WordReader.value(of: text, as: type, isBare: false) else { return nil }
    return "write it without quotes: \(type.isTime ? "@" : "")\(text)"
  }

  static func functionAsCommand(
    _ call: CommandCall,
    _ function: Function,
    hasInput: Bool
  ) -> Diagnostic {
    let parts = function.parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    let written = "\(function.name)(\(parts.joined(separator: ", ")))"
    return Diagnostic(
      "E0301",
      "`\(function.name)` is a function, not a command",
      at: call.head.range,
      hint: hasInput
        ? "it takes no input: write \(written)" : "write it without a blank: \(written)"
    )
  }

  static func givesNothing(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("E0309", "`\(name)` gives no value", at: range)
  }

  static func incompleteCommand(
    _ group: String,
    _ next: [String],
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0301",
      "`\(group)` is no command by itself",
      at: range,
      hint: "it goes on with: \(next.joined(separator: ", "))",
      isPartial: true
    )
  }

  static func missingArguments(
    _ binder: ArgumentBinder,
    _ missing: [CommandParameter],
    at range: SourceRange
  ) -> Diagnostic {
    let names = missing.map { "`\($0.label)`" }.joined(separator: " and ")
    return Diagnostic(
      "E0303",
      "`\(binder.name)` needs \(names)",
      at: range,
      notes: binder.hasExtra ? [] : ["usage: \(binder.usage)"]
    )
  }

  /// `meant`: The command that `get users` may be.
  static func needsInput(_ name: String, meant: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0308",
      "`\(name)` works on what comes through a pipe",
      at: range,
      hint: meant.map { "did you mean `\($0)`?" }
        ?? "put a source before it: users list | \(name)"
    )
  }

  static func noSingleRequest(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0142",
      "`as-curl` shows the request of one API command",
      at: range,
      hint: "as-curl users list --roles admin"
    )
  }

  static func nullArgument(_ parameter: CommandParameter, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0305",
      "`\(parameter.label)` cannot be null",
      at: range,
      hint: parameter.style == .flag ? "leave the flag out" : nil
    )
  }

  static func pagingFlag(
    _ name: Name,
    meaning paging: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0302",
      name.text == paging
        ? "`--\(paging)` is not needed: lists follow all pages by themselves"
        : "there is no flag `--\(name.text)`",
      at: range,
      hint: name.text == paging
        ? "for ten rows: `| first 10`, one request"
        : "did you mean `--\(paging)`? for ten rows: `| first 10`, one request"
    )
  }

  static func spreadIntoOne(_ parameter: CommandParameter, at range: SourceRange) -> Diagnostic {
    Diagnostic("E0303", "`\(parameter.label)` takes one value, not a list spread out", at: range)
  }

  static func takesNoInput(
    _ name: String,
    hasRows: Bool = true,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0113",
      "`\(name)` takes no input",
      at: range,
      hint: hasRows ? "for each row: | each {|r| \(name) … }" : "write \(name) (…)"
    )
  }

  static func unknownCommand(
    _ name: String,
    nearest: String?,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0301",
      "`\(name)` is not a command",
      at: range,
      hint: nearest.map { "did you mean `\($0)`?" } ?? "`help commands` lists them",
      suggestion: nearest.map { Suggestion(range, replacement: $0) }
    )
  }

  static func unknownFlag(
    _ name: Name,
    of binder: ArgumentBinder,
    nearest: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let flags = binder.flagNames.map { "--\($0)" }.joined(separator: ", ")
    let takes = flags.isEmpty ? "it takes no flags" : "it takes: \(flags)"
    let isPositional = binder.parameters.contains {
      $0.style == .positional && $0.name.replacing("_", with: "-") == name.text
    }
    if isPositional {
      return Diagnostic(
        "E0302",
        "`\(binder.name)` has no flag `--\(name.text)`",
        at: range,
        hint: "its value stands by itself, without `--\(name.text)`",
        notes: ["usage: \(binder.usage)"]
      )
    }
    return Diagnostic(
      "E0302",
      "`\(binder.name)` has no flag `--\(name.text)`",
      at: range,
      hint: nearest.map { "did you mean `--\($0)`?" } ?? Habits.flags[name.text] ?? takes,
      notes: nearest == nil ? [] : [takes],
      suggestion: nearest.map { Suggestion(range, replacement: "--\($0)") }
    )
  }

  static func unknownFunction(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "E0301",
      "`\(name.text)` is not a function",
      at: name.range,
      hint: nearest.map { "did you mean `\($0)`?" } ?? "`help functions` lists them",
      suggestion: nearest.map { Suggestion(name.range, replacement: $0) }
    )
  }

  static func unknownVerb(
    _ group: String,
    _ word: String,
    _ next: [String],
    nearest: String?,
    at range: SourceRange
  ) -> Diagnostic {
    let has = "`\(group)` has: \(next.joined(separator: ", "))"
    return Diagnostic(
      "E0301",
      "`\(group) \(word)` is not a command",
      at: range,
      hint: nearest.map { "did you mean `\(group) \($0)`?" } ?? has,
      notes: nearest == nil ? [] : [has],
      suggestion: nearest.map { Suggestion(range, replacement: $0) }
    )
  }

  static func unpredictable(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "W0510",
      "what `\(name)` changes cannot be told before it is done",
      at: range,
      notes: ["with what cuts or destroys in the same script, no plan can be made of it"]
    )
  }

  static func plansNothing(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "W0511",
      "nothing here changes anything: its plan is empty",
      at: range,
      hint: "leave out `plan` to see what it gives"
    )
  }

  fileprivate static func counted(_ count: Int, _ noun: String) -> String {
    count == 0 ? "no \(noun)s" : count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
