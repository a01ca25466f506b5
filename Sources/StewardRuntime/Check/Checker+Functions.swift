internal import StewardSyntax
internal import StewardValues

/// What is known of a function's call before the run: its value, what is wrong with it, what it does.
extension Checker {
  /// A call whose arguments have the right number and types.
  func functionCall(
    _ function: Function,
    _ values: [Typed],
    _ arguments: [Expression],
    _ range: SourceRange
  ) -> Typed {
    let checked = CheckedArguments(
      types: values.map(\.type.forced),
      constants: values.map(\.constant)
    )
    if let problem = function.validate(checked) {
      let place = values.at(problem.argument)?.range ?? range
      let message =
        problem.code == "E0304" ? "`\(function.name)`: \(problem.message)" : problem.message
      report(Diagnostic(problem.code, message, at: place, hint: problem.hint))
      return wrong(range)
    }
    checkEffects(of: function, arguments, range)
    let type = function.result(checked)
    if let folded = folded(function, values, arguments, type, range) { return folded }
    return Typed(FunctionNode(site(range), function, values.map(\.node)), type, range)
  }

  /// The value of a call that hangs on nothing but known arguments; nil if only the run tells it.
  private func folded(
    _ function: Function,
    _ values: [Typed],
    _ arguments: [Expression],
    _ type: DataType,
    _ range: SourceRange
  ) -> Typed? {
    let constants = values.compactMap(\.constant)
    guard function.isFoldable, constants.count == values.count else { return nil }
    do throws(RunError) {
      return constant(try function.evaluate(constants, SilentHost.context), type, range)
    } catch {
      // Of variables only the run tells whether it ever comes to this.
      guard arguments.allSatisfy(\.isLiteral) else { return nil }
      let place = values.count == 1 ? values[0].range : range
      report(.impossibleCall(error.message, hint: error.help, at: place))
      return wrong(range)
    }
  }

  /// What a function looks up is counted. With a field of the row it would be something else for
  /// every row; without, it is asked once.
  private func checkEffects(
    of function: Function,
    _ arguments: [Expression],
    _ range: SourceRange
  ) {
    guard !function.effects.isEmpty else { return }
    if rows.last != nil, arguments.contains(where: \.readsRow) {
      report(.lookupPerRow(function, at: range))
    }
    tallyLookup(function.name, function.effects, at: range)
  }
}

extension Diagnostic {
  static func impossibleCall(
    _ problem: String,
    hint: String?,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic("E0304", problem, at: range, hint: hint)
  }

  static func lookupPerRow(_ function: Function, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0121",
      "`\(function.name)` of a field would send a request for every row",
      at: range,
      hint: "join the rows with a list, or use `each`"
    )
  }
}

extension Expression {
  /// True if its value may be another for every row.
  fileprivate var readsRow: Bool {
    switch kind {
    case .field, .row: true
    case .member(let base, _, _): base.readsRow
    case .parenthesized(let inner), .unary(_, let inner): inner.readsRow
    case .index(let base, let index): base.readsRow || index.readsRow
    case .slice(let base, let lower, let upper):
      base.readsRow || lower?.readsRow ?? false || upper?.readsRow ?? false
    case .binary(_, _, let left, let right), .range(let left, let right):
      left.readsRow || right.readsRow
    case .call(_, let arguments): arguments.contains { $0.readsRow }
    case .list(let elements): elements.contains { $0.value.readsRow }
    case .record(let entries): entries.contains { $0.value.readsRow }
    case .string(let literal): literal.readsRow
    case .literal, .variable, .closure, .pipeline, .missing: false
    }
  }
}

extension StringLiteral {
  fileprivate var readsRow: Bool {
    segments.contains { segment in
      if case .expression(let expression) = segment { expression.readsRow } else { false }
    }
  }
}

extension Entry {
  fileprivate var value: Expression {
    switch self {
    case .field(_, let value), .spread(let value): value
    }
  }
}

/// The world of calls that the checker calculates: there is none, and what they make stays small.
private struct SilentHost: RunHost {
  static let context = RunContext(
    host: SilentHost(),
    now: Timestamp(microseconds: 0),
    limits: limits
  )

  private static var limits: Limits {
    var limits = Limits()
    limits.stringBytes = 1 << 20
    return limits
  }

  let fileRoot = ""
  let isRecording = true
  let terminalWidth: Int? = nil

  func write(_ bytes: [UInt8]) {}
  func note(_ line: String, _ importance: NoteImportance) {}
  func confirm(_ question: String) -> Bool? { nil }
  func environment(_ name: String) -> String? { nil }
  func standardInput() -> any ByteSource { MemoryByteSource([]) }
}
