internal import StewardSyntax
internal import StewardValues

/// All wording of the checker about names, statements and defs, sorted by name. Commands, types and
/// fields have files of their own.
extension Diagnostic {
  static func assignsCaptured(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0211",
      "`$\(name)` is a copy here: a closure cannot assign what it captured",
      at: range,
      hint: "use a `for` loop"
    )
  }

  static func assignsFixed(
    _ variable: Variable,
    isField: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    let why: String
    var hint: String
    switch variable.kind {
    case .let: (why, hint) = ("`let` never changes", "declare it with `mut \(variable.name) = …`")
    case .const: (why, hint) = ("a `const` never changes", "use `mut \(variable.name) = …`")
    case .given:
      (why, hint) = ("it was given to the script", "copy it: `mut x = $\(variable.name)`")
    case .parameter, .loop, .caught, .mut:
      (why, hint) = ("it never changes", "copy it: `mut x = $\(variable.name)`")
    }
    if isField { hint = "to compare write `==`; " + hint }
    let labels = variable.range.map { [Label($0, "declared here")] } ?? []
    return Diagnostic(
      "E0210",
      "`$\(variable.name)` cannot be assigned: \(why)",
      at: range,
      hint: hint,
      labels: labels
    )
  }

  static func changesElement(_ target: String, _ type: DataType, _ value: Typed) -> Diagnostic {
    Diagnostic("E0213", "`\(target)` is \(type), and this is \(value.type)", at: value.range)
  }

  static func changesType(_ variable: Variable, _ value: Typed) -> Diagnostic {
    var hint = "declare it with a type: mut \(variable.name): any = …"
    if case .int = variable.type, case .decimal = value.type {
      hint = "int divided by int is a decimal: use `//`, or `mut \(variable.name): decimal = …`"
    }
    return Diagnostic(
      "E0213",
      "`$\(variable.name)` is \(variable.type), and this is \(value.type)",
      at: value.range,
      hint: hint,
      labels: variable.range.map { [Label($0, "\(variable.type) since here")] } ?? []
    )
  }

  static func computedModule(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0704",
      "the path of a module is a plain text: it is read before the run",
      at: range
    )
  }

  static func declaredTwice(_ name: Name, earlier: SourceRange?) -> Diagnostic {
    Diagnostic(
      "E0203",
      "`$\(name.text)` is declared already",
      at: name.range,
      hint: "choose another name, or assign: $\(name.text) = …",
      labels: earlier.map { [Label($0, "declared here")] } ?? []
    )
  }

  static func definedTwice(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("E0204", "`\(name)` is defined already", at: range, hint: "choose another name")
  }

  static func definesBuiltin(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0205",
      "`\(name)` is a command already",
      at: range,
      hint: "choose another name: commands cannot be replaced"
    )
  }

  static func effectsAboveClause(
    _ name: String,
    _ more: Effects,
    _ clause: [Name],
    _ culprit: EffectRow?
  ) -> Diagnostic {
    let range = clause.dropFirst().reduce(clause.first?.range ?? SourceRange(0, 0)) {
      $0.union($1.range)
    }
    return Diagnostic(
      "E0501",
      "`\(name)` does more than its effects say: \(more)",
      at: range,
      hint: "add: \(more)",
      labels: culprit.map { [Label($0.range, "\($0.command): \($0.effects)")] } ?? []
    )
  }

  static func effectsAboveHeader(
    _ more: Effects,
    _ allowed: [Name],
    _ culprit: EffectRow?
  ) -> Diagnostic {
    let range = allowed.dropFirst().reduce(allowed.first?.range ?? SourceRange(0, 0)) {
      $0.union($1.range)
    }
    return Diagnostic(
      "E0502",
      "the script does more than its header allows: \(more)",
      at: culprit?.range ?? range,
      hint: culprit.map { "\($0.command): \($0.effects)" },
      labels: culprit == nil ? [] : [Label(range, "allowed here")]
    )
  }

  static func hiddenFromDefinition(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0206",
      "`$\(name)` cannot be seen from inside a def",
      at: range,
      hint: "make it a parameter, or a `const`"
    )
  }

  static func impureFunction(
    _ name: String,
    _ effects: Effects,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0503",
      "`\(name)` is no function: it may \(effects)",
      at: range,
      hint: "call it as a command: (\(name) …)"
    )
  }

  static func jumpOutside(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0216",
      "`\(word)` outside a loop",
      at: range,
      hint: "it belongs into `for` or `while`; a closure ends with `return`"
    )
  }

  static func module(
    _ path: String,
    _ problem: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic("E0704", "the module \(path) \(problem)", at: range)
  }

  static func tooLarge(_ excess: Excess) -> Diagnostic {
    Diagnostic("E0704", excess.message, at: SourceRange(at: 0), hint: excess.help)
  }

  static func moduleCycle(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0702",
      "\(path) is named by a module that it names itself",
      at: range,
      hint: "move what both need into a third file"
    )
  }

  static func moduleErrors(
    _ path: String,
    _ errors: [Diagnostic],
    in text: SourceText,
    at range: SourceRange
  ) -> Diagnostic {
    // What is wrong in a module of the module is said where it stands.
    let notes = errors.prefix(3).flatMap { error -> [String] in
      if error.code == "E0704", !error.notes.isEmpty { return error.notes }
      let (line, column) = text.position(of: error.range.lower)
      return ["\(text.name):\(line):\(column): \(error.code) \(error.message)"]
    }
    let count = errors.count == 1 ? "1 error" : "\(errors.count) errors"
    return Diagnostic("E0704", "the module \(path) has \(count)", at: range, notes: notes)
  }

  static func notInModule(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0701",
      "a module only defines: it has nothing but `def` and `const`",
      at: range,
      hint: "put this into a def"
    )
  }

  static func notConstant(_ name: Name, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0214",
      "the value of `const \(name.text)` is known only when the script runs",
      at: range,
      hint: "use `let`"
    )
  }

  static func parameterIsOption(_ name: Name, _ option: String) -> Diagnostic {
    Diagnostic(
      "E0703",
      "`--\(option)` is an option of steward: no parameter can have its name",
      at: name.range,
      hint: "choose another name"
    )
  }

  static func patternNotConstant(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0217",
      "a pattern is a literal",
      at: range,
      hint: "for anything else: _ if $x == … => …"
    )
  }

  static func returnOutside(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0215",
      "`return` outside a def or closure",
      at: range,
      hint: "a script ends with `exit`"
    )
  }

  static func shadows(_ name: Name, earlier: SourceRange) -> Diagnostic {
    Diagnostic(
      "W0207",
      "this `$\(name.text)` hides another one until the end of the block",
      at: name.range,
      hint: "choose another name; to change the outer one: `$\(name.text) = …`",
      labels: [Label(earlier, "hidden")]
    )
  }

  static func unknownEffect(_ name: Name, nearest: String?) -> Diagnostic {
    let names = Effects.names.map(\.name).joined(separator: ", ")
    return Diagnostic(
      "E0504",
      "`\(name.text)` is no effect",
      at: name.range,
      hint: nearest.map { "did you mean `\($0)`?" } ?? "one of: \(names)",
      suggestion: nearest.map { Suggestion(name.range, replacement: $0) }
    )
  }

  static func unknownVariable(
    _ name: String,
    nearest: String?,
    hint: String? = nil,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0201",
      "`$\(name)` is not defined",
      at: range,
      hint: hint ?? nearest.map { "did you mean `$\($0)`?" } ?? Habits.variable(name)
        ?? "define it with `let \(name) = …`",
      suggestion: nearest.map { Suggestion(range, replacement: "$\($0)") }
    )
  }

  static func unreachable(_ statement: String, at range: SourceRange) -> Diagnostic {
    let word = statement.prefix { !$0.isWhitespace }
    return Diagnostic("W0410", "nothing behind `\(word)` is ever reached", at: range)
  }

  static func wordIsVariable(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "W0415",
      "`\(word)` is text here",
      at: range,
      hint: "the variable is written `$\(word)`; quote it if the text is meant",
      suggestion: Suggestion(range, replacement: "$\(word)")
    )
  }

  static func unused(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "W0202",
      "`$\(name)` is never used",
      at: range,
      hint: "remove it, or call it `_\(name)` if that is meant"
    )
  }

  static func unseenAnswer(_ prefix: Name) -> Diagnostic {
    Diagnostic(
      "W0414",
      "what `\(prefix.text)` says is not shown here",
      at: prefix.range,
      hint: "only the value of the last statement is: move it to the end"
    )
  }

  static func unusedRows(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "W0414",
      "these rows are fetched and used by nobody",
      at: range,
      hint: "keep them with `let x = (…)`, or show them with `print (… | table)`"
    )
  }

  static func wrongResult(
    _ name: String,
    _ type: DataType,
    _ wanted: DataType,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic("E0304", "`\(name)` is to give \(wanted), and this is \(type.shown)", at: range)
  }
}
