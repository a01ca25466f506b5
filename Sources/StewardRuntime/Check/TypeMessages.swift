internal import StewardSyntax
internal import StewardValues

/// All wording of the checker about types, fields and operators, sorted by name.
extension Diagnostic {
  static func badPattern(_ problem: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("E0318", "not a pattern: \(problem)", at: range)
  }

  static func cannotAggregate(_ function: AggregateFunction, _ argument: Typed) -> Diagnostic {
    Diagnostic(
      "E0320",
      "`\(function.name)` takes \(function.expectation), not \(argument.type.shown)",
      at: argument.range
    )
  }

  static func cannotContain(
    _ element: Typed,
    _ container: Typed,
    _ inner: DataType,
    at range: SourceRange
  ) -> Diagnostic {
    var hint: String?
    if let shape = inner.shape {
      let field = shape.fields.first { $0.type.isComparable(with: element.type, isEquality: true) }
      hint = "`get \(field?.name ?? "id")` gives the values: (… | get \(field?.name ?? "id"))"
    }
    return Diagnostic(
      "E0320",
      "\(element.type.shown) is never in \(container.type.shown)",
      at: range,
      hint: hint
    )
  }

  static func cannotNegate(_ value: Typed, isSortKey: Bool) -> Diagnostic {
    Diagnostic(
      "E0320",
      "`-` does not go with \(value.type.shown)",
      at: value.range,
      hint: isSortKey ? "the other way round: sort … desc" : nil
    )
  }

  static func constantComparison(at range: SourceRange) -> Diagnostic {
    Diagnostic("W0413", "this compares two constants", at: range)
  }

  static func constantCondition(_ value: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "W0413",
      "this condition is always \(JSONWriter.text(value))",
      at: range,
      hint: "a bare name is a field of the row"
    )
  }

  static func fieldOfElements(
    _ name: String,
    _ list: Field,
    of shape: Shape,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0310",
      "`\(name)` is not a field\(shape.name.map { " of \($0)" } ?? "")",
      at: range,
      hint: "the elements of `\(list.name)` have it: put `| flatten \(list.name)` before"
    )
  }

  static func fieldOfPlainRow(
    _ name: String,
    _ type: DataType,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0310",
      "no field `\(name)`: the rows are \(type)",
      at: range,
      hint: "`_` is the row itself"
    )
  }

  static func fieldOutsideAggregate(
    _ name: String,
    keys: [String],
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0316",
      "`\(name)` has many values here",
      at: range,
      hint: "put it into an aggregate, such as first(\(name)) or sum(\(name))",
      notes: keys.isEmpty
        ? [] : ["outside aggregates stand the keys: \(keys.joined(separator: ", "))"]
    )
  }

  static func fieldTwice(_ name: Name) -> Diagnostic {
    Diagnostic("E0314", "`\(name.text)` is there twice", at: name.range)
  }

  static func impossibleArithmetic(
    _ problem: String,
    hint: String?,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic("E0321", problem, at: range, hint: hint)
  }

  static func incomparable(
    _ left: Typed,
    _ right: Typed,
    _ operation: BinaryOperator,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0320",
      "`\(operation.rawValue)` cannot compare \(left.type.shown) with \(right.type.shown)",
      at: range,
      hint: comparisonHint(left, right)
    )
  }

  private static func comparisonHint(_ left: Typed, _ right: Typed) -> String? {
    for (first, second) in [(left, right), (right, left)] {
      if first.type.isTime, second.type.isTextual {
        if let text = second.constant?.string, CalendarDate(text) != nil || Timestamp(text) != nil {
          return "write @\(text) without quotes"
        }
        return "a moment is written @2026-10-01; text becomes a day with date(x)"
      }
      if case .money = first.type.unwrapped, second.type.isNumber {
        return "an amount has a currency: 500USD"
      }
      if first.type.isNumber, second.type.isTextual { return "text becomes a number with int(x)" }
      if let element = second.type.unwrapped.element,
        first.type.isComparable(with: element, isEquality: true)
      {
        return "whether it is among them: `in`"
      }
      if first.type.isTime, case .duration = second.type.unwrapped {
        return "the moment so long ago is ago(90d)"
      }
      if case .id(let resource) = first.type.unwrapped, case .name = second.type.unwrapped {
        return "the id of a name is resolve_id(\"\(resource.name)\", …)"
      }
      if case .secret = first.type.unwrapped {
        return "a secret is compared with another secret only"
      }
      if case .duration = first.type.unwrapped, second.type.isNumber {
        return "a duration has a unit: 30d"
      }
    }
    return nil
  }

  static func joinCondition(_ join: Join) -> Diagnostic {
    Diagnostic(
      "E0317",
      "a join compares one field of the row with one of `\(join.name.text)`",
      at: join.condition.range,
      hint: "on id == \(join.name.text).id"
    )
  }

  static func joinNameTaken(_ name: Name) -> Diagnostic {
    Diagnostic(
      "E0315",
      "the rows have a field `\(name.text)` already",
      at: name.range,
      hint: "give what is joined another name: as other_\(name.text)"
    )
  }

  static func missingArms(_ missing: [String], at range: SourceRange) -> Diagnostic {
    let shown = missing.map { "\"\($0)\"" }.joined(separator: ", ")
    return Diagnostic(
      "W0411",
      "`match` has no arm for \(shown)",
      at: range,
      hint: "add one, or `_ => …` for all others"
    )
  }

  static func mayBeNull(
    _ value: Typed,
    _ operation: BinaryOperator,
    _ text: String,
    meaning: String?
  ) -> Diagnostic {
    let note = meaning.map { ["null means: \($0)"] } ?? []
    let isArithmetic = [.add, .subtract, .multiply, .divide, .floorDivide, .remainder]
      .contains(operation)
    return Diagnostic(
      "W0401",
      isArithmetic
        ? "`\(text)` may be null, and `\(operation.rawValue)` of null is an error"
        : "`\(text)` may be null, and a comparison with null is never true",
      at: value.range,
      hint: isArithmetic
        ? "give a fallback value with `??`" : "`\(text) != null and …` says that this is meant",
      notes: note
    )
  }

  static func helpForSuffix(_ name: Name, _ base: String) -> String {
    "for text behind the value: \"$(\(base)).\(name.text)\""
  }

  static func memberInString(_ name: Name, _ type: DataType, _ base: String) -> Diagnostic {
    Diagnostic(
      "E0310",
      "no field `\(name.text)`: \(type.shown) has no fields",
      at: name.range,
      hint: helpForSuffix(name, base)
    )
  }

  static func memberOfList(_ name: Name, _ element: DataType, _ text: String) -> Diagnostic {
    if ["length", "size", "count"].contains(name.text) {
      return Diagnostic(
        "E0310",
        "no field `\(name.text)`: this is a list",
        at: name.range,
        hint: "the number of its elements is len(\(text))"
      )
    }
    return Diagnostic(
      "E0310",
      "no field `\(name.text)`: this is a list of \(element)",
      at: name.range,
      hint: "of all: (\(text) | get \(name.text)); of the first: \(text)[0].\(name.text)"
    )
  }

  static func memberOfNullable(_ name: Name, _ base: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0322",
      "`\(base)` may be null, and null has no fields",
      at: range,
      hint: "write `\(base)?.\(name.text)`"
    )
  }

  static func memberOfPlain(_ name: Name, _ type: DataType) -> Diagnostic {
    Diagnostic("E0310", "no field `\(name.text)`: \(type.shown) has no fields", at: name.range)
  }

  static func mismatch(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("E0320", message, at: range)
  }

  static func noArithmetic(
    _ left: Typed,
    _ right: Typed,
    _ operation: BinaryOperator,
    at range: SourceRange
  ) -> Diagnostic {
    var hint: String?
    if [left, right].contains(where: { $0.type.holdsSecret }) {
      hint = #"a string with a secret in it is one too: "…$token""#
    } else if left.type.isNullOnly || right.type.isNullOnly {
      hint = "null takes part in no calculation: use `??`"
    } else if operation == .add, left.type.isTextual || right.type.isTextual {
      hint = #"text is put together in a string: "$a and $b""#
      if left.type.isNumber || right.type.isNumber { hint? += "; it becomes a number with int(x)" }
    } else if [left, right].contains(where: {
      if case .money = $0.type.unwrapped { true } else { false }
    }) {
      hint = "an amount has a currency: 500USD"
    } else if [left, right].contains(where: \.type.isNumber),
      [left, right].contains(where: { $0.type.isTime || $0.type.isDuration })
    {
      hint = "a duration has a unit: 5d"
    } else if [left, right].contains(where: \.type.isTime),
      [left, right].contains(where: \.type.isTextual)
    {
      hint = "a moment is written @2026-10-01; text becomes a day with date(x)"
    }
    return Diagnostic(
      "E0320",
      "`\(operation.rawValue)` does not go with \(left.type.shown) and \(right.type.shown)",
      at: range,
      hint: hint
    )
  }

  static func noName(_ owner: String, _ mistake: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("E0304", "\(owner) \(mistake)", at: range)
  }

  static func noRows(_ type: DataType, verb: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0308",
      "`\(verb)` works on rows, and \(type.isNothing ? "nothing" : "\(type.shown)") comes before it",
      at: range
    )
  }

  static func notAContainer(_ container: Typed, _ operation: BinaryOperator) -> Diagnostic {
    Diagnostic(
      "E0320",
      "`\(operation.rawValue)` looks into a list, not into \(container.type.shown)",
      at: container.range,
      hint: container.type.isTextual ? "for a part of a text: contains(a, b)" : nil
    )
  }

  static func notASequence(
    _ type: DataType,
    hasTwoNames: Bool,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0320",
      "`for` goes over a list, a range or rows, not over \(type.shown)",
      at: range,
      hint: type.shape != nil && !hasTwoNames ? "over its fields: for key, value in …" : nil
    )
  }

  static func notBool(_ owner: String, _ type: DataType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0320",
      "\(owner) needs true or false, not \(type.shown)",
      at: range,
      hint: "compare it with something: nothing but true is true"
    )
  }

  static func notInEnumeration(
    _ word: String,
    _ enumeration: Enumeration,
    at range: SourceRange,
    field: SourceRange
  ) -> Diagnostic {
    let near = Spelling.nearest(word, in: enumeration.values)
    let values = enumeration.values.joined(separator: ", ")
    return Diagnostic(
      "E0312",
      "`\(word)` is not \(enumeration.name)",
      at: range,
      hint: near.map { "did you mean \"\($0)\"?" },
      labels: [Label(field, "this has: \(values)")],
      suggestion: near.map { Suggestion(range, replacement: "\"\($0)\"") }
    )
  }

  static func notOfType(
    _ value: Typed,
    _ type: DataType,
    of name: Name,
    _ misfit: (name: Name, type: DataType, range: SourceRange)? = nil
  ) -> Diagnostic {
    if let misfit {
      return Diagnostic(
        "E0304",
        "`\(name.text)` is to be \(type), and its `\(misfit.name.text)` is \(misfit.type.shown)",
        at: misfit.range
      )
    }
    return Diagnostic(
      "E0304",
      "`\(name.text)` is to be \(type), and this is \(value.type.shown)",
      at: value.range
    )
  }

  static func notAnIndex(_ place: Typed, of container: DataType) -> Diagnostic {
    let isRecord = container.shape != nil || container.isMap
    return Diagnostic(
      "E0320",
      isRecord
        ? "a field of \(container.shown) is named by text, not by \(place.type.shown)"
        : "an element of \(container.shown) is counted by an int, not by \(place.type.shown)",
      at: place.range
    )
  }

  static func notOfType(
    _ problem: ConversionProblem,
    _ hint: String?,
    of name: Name,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic("E0304", "`$\(name.text)` \(problem.message)", at: range, hint: hint)
  }

  static func queryWithoutInput(_ verb: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0308",
      "`\(verb)` works on what comes through a pipe",
      at: range,
      hint: "put a source before it: users list | \(verb) …"
    )
  }

  static func unknownField(
    _ name: String,
    of shape: Shape,
    nearest: String?,
    hint: String? = nil,
    at range: SourceRange
  ) -> Diagnostic {
    let owner = shape.name.map { " of \($0)" } ?? ""
    if let hint {
      return Diagnostic("E0310", "`\(name)` is not a field\(owner)", at: range, hint: hint)
    }
    let names = shape.fields.map(\.name)
    let listed = names.prefix(16).joined(separator: ", ") + (names.count > 16 ? ", …" : "")
    let has = names.isEmpty ? "it has no fields" : "it has: \(listed)"
    return Diagnostic(
      "E0310",
      "`\(name)` is not a field\(owner)",
      at: range,
      hint: nearest.map { "did you mean `\($0)`?" } ?? has,
      notes: nearest == nil ? [] : [has],
      suggestion: nearest.map { Suggestion(range, replacement: $0) }
    )
  }

  static func unknownResource(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "E0323",
      "`\(name.text)` is no resource with ids",
      at: name.range,
      hint: nearest.map { "did you mean `\($0)`?" }
    )
  }

  static func unknownType(_ name: Name, nearest: String?) -> Diagnostic {
    Diagnostic(
      "E0323",
      "`\(name.text)` is no type",
      at: name.range,
      hint: nearest.map { "did you mean `\($0)`?" },
      suggestion: nearest.map { Suggestion(name.range, replacement: $0) }
    )
  }

  static func unthrowable(_ type: DataType, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0304",
      "`throw` takes text or a record with `message`, not \(type.shown)",
      at: range,
      hint: #"throw {kind: "user.policy", message: "…"}"#
    )
  }

  static func unreadableDecimal(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0141",
      "`\(text)` \(ExactDecimal.mistake(in: text))",
      at: range,
      hint: "write fewer digits, or quote it if it is text"
    )
  }

  static func unreadableLiteral(
    _ text: String,
    _ type: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0141",
      "`\(text)` is no \(type)",
      at: range,
      hint: type == "datetime"
        ? "a day is written @2026-01-31, with two digits for month and day" : nil
    )
  }

  static func wordIsText(_ word: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0310",
      "`\(word)` is not a field: a bare word is a field",
      at: range,
      hint: "for the text: \"\(word)\"",
      suggestion: Suggestion(range, replacement: "\"\(word)\"")
    )
  }

  static func wordIsValue(
    _ word: String,
    _ value: String,
    of field: String,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      "E0310",
      "a bare word is a field, and `\(word)` is none",
      at: range,
      hint: word == value
        ? "\"\(value)\" is a value of \(field)" : "did you mean \"\(value)\", a value of \(field)?",
      suggestion: Suggestion(range, replacement: "\"\(value)\"")
    )
  }
}
