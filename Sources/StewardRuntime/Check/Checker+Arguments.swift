internal import StewardSyntax
internal import StewardValues

/// Arguments: which parameter each belongs to, and whether it fits there.
extension Checker {
  /// Binds what stands behind a command's words.
  func bind(
    _ call: CommandCall,
    after wordCount: Int,
    _ binder: inout ArgumentBinder,
    rowType: DataType,
    rowLine: Int
  ) {
    var arguments = call.arguments.dropFirst(wordCount - 1)
    binder.writtenFlags = call.flagNames
    var mayBeFlag = true
    let place = RowPlace(type: rowType, line: rowLine)
    while let argument = arguments.popFirst() {
      switch argument.kind {
      case .endOfFlags: mayBeFlag = false
      case .flag(let name, let skipsNull, let value) where mayBeFlag:
        bindFlag(name, skipsNull, value, argument, &arguments, &binder, place)
      case .flag, .word, .value, .spread: bindPositional(plain(argument), &binder, place)
      }
    }
    finishRest(&binder, call)
    let missing = binder.missing
    if !missing.isEmpty { report(.missingArguments(binder, missing, at: binder.head)) }
  }

  /// Behind `--` what looks like a flag is a word.
  private func plain(_ argument: Argument) -> Argument {
    guard case .flag(_, _, let value) = argument.kind else { return argument }
    switch value?.kind {
    case nil, .word:
      var word = argument
      word.kind = .word(source[argument.range])
      return word
    default: return argument
    }
  }

  /// What a closure argument is called with, and where those rows come from.
  struct RowPlace {
    let type: DataType
    let line: Int
  }

  // MARK: Flags

  private func bindFlag(
    _ name: Name,
    _ skipsNull: Bool,
    _ value: Argument?,
    _ argument: Argument,
    _ rest: inout ArraySlice<Argument>,
    _ binder: inout ArgumentBinder,
    _ place: RowPlace
  ) {
    guard let index = binder.flag(name.text) else {
      bindUnknownFlag(name, value, argument, &rest, &binder)
      return
    }
    let parameter = binder.parameters[index]
    observe(flag: parameter, argument)
    if binder.codes[index] != nil { report(.flagTwice(name, at: argument.range)) }
    if parameter.style == .toggle {
      bindToggle(parameter, index, value, argument, &binder, place)
      return
    }
    if case .bool = parameter.type.unwrapped, value == nil, !(rest.first?.isTruthWord ?? false) {
      bindToggle(parameter, index, nil, argument, &binder, place)
      return
    }
    guard let value = value ?? rest.popUnlessFlag() else {
      report(.flagWithoutValue(parameter, at: argument.range))
      binder.codes[index] = placeholder(parameter, argument.range)
      return
    }
    bind(value, to: index, &binder, place, skipsNull: skipsNull)
  }

  /// Its value goes with it, so that it is not taken for a positional, and what it was meant to be is
  /// not missed.
  private func bindUnknownFlag(
    _ name: Name,
    _ value: Argument?,
    _ argument: Argument,
    _ rest: inout ArraySlice<Argument>,
    _ binder: inout ArgumentBinder
  ) {
    report(unknownFlag(name, binder, argument))
    let meant = Spelling.nearest(name.text, in: binder.flagNames).flatMap { binder.flag($0) }
    let takesValue = meant.map { binder.parameters[$0].style == .flag } ?? binder.hasNoPositionals
    if value == nil, takesValue, let next = rest.first, !next.isFlag { rest = rest.dropFirst() }
    guard let meant, binder.codes[meant] == nil else { return }
    binder.codes[meant] = placeholder(binder.parameters[meant], argument.range)
  }

  private func bindToggle(
    _ parameter: CommandParameter,
    _ index: Int,
    _ value: Argument?,
    _ argument: Argument,
    _ binder: inout ArgumentBinder,
    _ place: RowPlace
  ) {
    guard let value else {
      let node = ConstantNode(site(argument.range), .bool(true))
      binder.codes[index] = ArgumentCode(
        node: node,
        label: parameter.label,
        target: nil,
        skipsNull: false,
        isNullable: false
      )
      binder.known[parameter.name] = CheckedCall.Argument(
        type: .bool,
        constant: .bool(true),
        range: argument.range
      )
      return
    }
    bind(value, to: index, &binder, place)
  }

  private func unknownFlag(
    _ name: Name,
    _ binder: ArgumentBinder,
    _ argument: Argument
  ) -> Diagnostic {
    let range = SourceRange(argument.range.lower, max(name.range.upper, argument.range.lower))
    let near = Spelling.nearest(name.text, in: binder.flagNames)
    if binder.flag("page-size") != nil, near == nil || Checker.pagingNames.contains(name.text) {
      let paging =
        Checker.pagingNames.first { $0 == name.text }
        ?? Spelling.nearest(name.text, in: Checker.pagingNames)
      if let paging { return .pagingFlag(name, meaning: paging, at: range) }
    }
    return .unknownFlag(name, of: binder, nearest: near, at: range)
  }

  private static let pagingNames = [
    "limit", "page", "after-id", "before-id", "max-items", "count", "per-page",
  ]

  // MARK: Positionals

  private func bindPositional(
    _ argument: Argument,
    _ binder: inout ArgumentBinder,
    _ place: RowPlace
  ) {
    guard let index = binder.takePositional() else {
      bindExtra(argument, &binder)
      return
    }
    let parameter = binder.parameters[index]
    if parameter.style == .rest {
      bindRest(argument, parameter, &binder, place)
    } else if case .spread(let expression) = argument.kind {
      report(.spreadIntoOne(parameter, at: argument.range))
      _ = check(expression)
    } else {
      bind(argument, to: index, &binder, place)
    }
  }

  /// One argument too many; a flag that was meant by it is not missed.
  private func bindExtra(_ argument: Argument, _ binder: inout ArgumentBinder) {
    let text = source[argument.range]
    let meant = binder.flag(meantBy: text)
    if !binder.hasExtra || meant != nil {
      report(.extraArgument(binder, text, at: argument.range))
    }
    binder.hasExtra = true
    guard let meant, binder.codes[meant] == nil else { return }
    binder.codes[meant] = placeholder(binder.parameters[meant], argument.range)
  }

  private func bindRest(
    _ argument: Argument,
    _ parameter: CommandParameter,
    _ binder: inout ArgumentBinder,
    _ place: RowPlace
  ) {
    observe(argument, of: parameter)
    switch argument.kind {
    case .spread(let expression): binder.rest.append((check(expression), true))
    default:
      let bound = self.bound(argument, parameter, place)
      binder.rest.append(
        (Typed(bound.node, bound.type, constant: bound.constant, argument.range), false)
      )
    }
  }

  private func finishRest(_ binder: inout ArgumentBinder, _ call: CommandCall) {
    guard let index = binder.parameters.firstIndex(where: { $0.style == .rest }) else { return }
    let parameter = binder.parameters[index]
    let elements = binder.rest.map { (node: $0.value.node, isSpread: $0.isSpread) }
    let constants = binder.rest.compactMap { $0.isSpread ? nil : $0.value.constant }
    let known = constants.count == elements.count ? Value(constants) : nil
    binder.codes[index] = ArgumentCode(
      node: ListNode(site(call.range), elements),
      label: parameter.label,
      target: nil,
      skipsNull: false,
      isNullable: false
    )
    binder.known[parameter.name] = CheckedCall.Argument(
      type: .list(parameter.type),
      constant: known,
      range: call.range
    )
    if parameter.isRequired, elements.isEmpty {
      report(.missingArguments(binder, [parameter], at: binder.head))
    }
  }

  // MARK: One argument

  private func bind(
    _ argument: Argument,
    to index: Int,
    _ binder: inout ArgumentBinder,
    _ place: RowPlace,
    skipsNull: Bool = false
  ) {
    let parameter = binder.parameters[index]
    observe(argument, of: parameter)
    let bound = self.bound(argument, parameter, place, skipsNull: skipsNull)
    noteSecret(bound.constant, for: parameter.type)
    binder.codes[index] = ArgumentCode(
      node: bound.node,
      label: parameter.label,
      target: bound.target,
      skipsNull: skipsNull,
      isNullable: parameter.isNullable || parameter.type.isOptional || parameter.type.isAny,
      help: helpForName(parameter.type)
    )
    binder.known[parameter.name] = CheckedCall.Argument(
      type: bound.type,
      constant: bound.constant,
      range: argument.range,
      closureResult: bound.closureResult,
      skipsNull: skipsNull
    )
  }

  /// An argument that has met its parameter.
  struct BoundArgument {
    var node: Node
    var type: DataType
    var constant: Value?
    /// Set where the run must convert the value.
    var target: DataType?
    var closureResult: DataType?
  }

  private func bound(
    _ argument: Argument,
    _ parameter: CommandParameter,
    _ place: RowPlace,
    skipsNull: Bool = false
  ) -> BoundArgument {
    switch argument.kind {
    case .word(let word): return boundWord(word, parameter, argument.range)
    case .value(let expression):
      return bound(expression, parameter, place, argument.range, skipsNull: skipsNull)
    case .spread(let expression):
      report(.spreadIntoOne(parameter, at: argument.range))
      _ = check(expression)
    case .flag, .endOfFlags:
      report(.flagAsValue(parameter, source[argument.range], at: argument.range))
    }
    return BoundArgument(node: ConstantNode(site(argument.range), .null), type: .any)
  }

  private func boundWord(
    _ word: String,
    _ parameter: CommandParameter,
    _ range: SourceRange
  ) -> BoundArgument {
    if word == "null", parameter.isNullable || parameter.type.isOptional {
      return constant(.null, range)
    }
    if word == "null", !parameter.type.isAny {
      report(.nullArgument(parameter, at: range))
      return constant(.null, range)
    }
    warnOfVariable(word, parameter, range)
    return bound(text: word, parameter, range, isBare: true)
  }

  /// W0415: a word that is written like a variable that could stand there, but for the `$`.
  private func warnOfVariable(
    _ word: String,
    _ parameter: CommandParameter,
    _ range: SourceRange
  ) {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parameter.type.isAny || parameter.type.isTextual, let name = parts.first,
      let (variable, isHidden) = lookUp(name), !isHidden
    else { return }
    let isMeant =
      parts.count > 1
      ? variable.type.shape?.index(of: parts[1]) != nil
      : parameter.style != .rest && (variable.kind == .loop || variable.kind == .parameter)
    if isMeant { report(.wordIsVariable(word, at: range)) }
  }

  private func bound(
    text: String,
    _ parameter: CommandParameter,
    _ range: SourceRange,
    isBare: Bool
  ) -> BoundArgument {
    switch WordReader.value(of: text, as: parameter.type, isBare: isBare) {
    case .success(let value):
      tallyNames(in: value, for: parameter.type, at: range)
      noteArgument(value, parameter, range)
      return constant(value, range, parameter.type.unwrapped)
    case .failure(let problem):
      report(.argument(problem, parameter, at: range))
      return BoundArgument(
        node: ConstantNode(site(range), .null),
        type: parameter.type,
        constant: nil
      )
    }
  }

  private func constant(
    _ value: Value,
    _ range: SourceRange,
    _ type: DataType = .null
  ) -> BoundArgument {
    BoundArgument(node: ConstantNode(site(range), value), type: type, constant: value)
  }

  private func placeholder(_ parameter: CommandParameter, _ range: SourceRange) -> ArgumentCode {
    ArgumentCode(
      node: ConstantNode(site(range), .null),
      label: parameter.label,
      target: nil,
      skipsNull: false,
      isNullable: true
    )
  }

  private func bound(
    _ expression: Expression,
    _ parameter: CommandParameter,
    _ place: RowPlace,
    _ range: SourceRange,
    skipsNull: Bool
  ) -> BoundArgument {
    if case .closure(let closure) = expression.kind {
      return boundClosure(closure, parameter, place)
    }
    let value = check(expression)
    if case .string(let literal) = expression.kind, let text = literal.constant {
      return bound(text: text, parameter, range, isBare: false)
    }
    if let known = value.constant {
      if literals[range] != nil { noteArgument(known, parameter, range) }
      return bound(constant: known, value, parameter, range)
    }
    tallyName(of: value, for: parameter.type)
    var result = BoundArgument(node: value.node, type: value.type)
    switch value.type.assignability(to: parameter.type) {
    case .always: break
    case .checkedAtRunTime: result.target = parameter.type
    case .never:
      if skipsNull, value.type.isNullOnly { break }
      report(.argumentType(value, parameter))
    }
    return result
  }

  private func bound(
    constant known: Value,
    _ value: Typed,
    _ parameter: CommandParameter,
    _ range: SourceRange
  ) -> BoundArgument {
    if known.isNull {
      if !parameter.isNullable, !parameter.type.isOptional, !parameter.type.isAny {
        report(.nullArgument(parameter, at: range))
      }
      return constant(.null, range)
    }
    if case .money = parameter.type.unwrapped, known.isNumber {
      report(.bareAmount(source[range], at: range))
      return constant(.null, range)
    }
    if value.type.resourceOfNames != nil, parameter.type.resourceOfIDs != nil {
      return boundName(known, value, parameter, range)
    }
    switch Conversion.convert(known, to: parameter.type) {
    case .success(let converted):
      return constant(
        converted,
        range,
        parameter.type.isAny ? value.type : parameter.type.unwrapped
      )
    case .failure(let problem):
      let hint = problem.help ?? helpForName(parameter.type)
      report(.constantArgument(parameter, problem.message, hint: hint, at: range))
      return constant(known, range, value.type)
    }
  }

  /// A constant of a type `name<R>` stays the text it is: the run finds the id.
  private func boundName(
    _ known: Value,
    _ value: Typed,
    _ parameter: CommandParameter,
    _ range: SourceRange
  ) -> BoundArgument {
    if value.type.assignability(to: parameter.type) == .never {
      report(.argumentType(value, parameter))
    } else {
      tallyNames(in: known, for: parameter.type, at: range)
    }
    return constant(known, range, parameter.type.unwrapped)
  }

  private func boundClosure(
    _ closure: Closure,
    _ parameter: CommandParameter,
    _ place: RowPlace
  ) -> BoundArgument {
    if parameter.type.assignability(to: .closure) == .never {
      report(.closureAsValue(parameter, at: closure.range))
    }
    let (value, result) = checkClosure(
      closure,
      parameterTypes: parameter.takesRow ? [place.type] : [],
      per: parameter.takesRow ? "row of line \(place.line)" : nil
    )
    return BoundArgument(node: value.node, type: .closure, closureResult: result)
  }

  /// The value as a parameter of a def wants it, in an expression.
  func converted(_ value: Typed, to parameter: CommandParameter) -> Node {
    switch value.type.assignability(to: parameter.type) {
    case .always: return value.node
    case .checkedAtRunTime:
      return ConvertNode(
        site(value.range),
        value.node,
        to: parameter.type,
        label: parameter.name
      )
    case .never:
      report(.argumentType(value, parameter))
      return value.node
    }
  }
}

extension Argument {
  fileprivate var isFlag: Bool {
    switch kind {
    case .flag, .endOfFlags: true
    default: false
    }
  }
}

extension Argument {
  /// `--include-archived false`; without a value such a flag is true.
  fileprivate var isTruthWord: Bool {
    if case .word(let word) = kind { word == "true" || word == "false" } else { false }
  }
}

extension ArraySlice<Argument> {
  /// The next argument, if it can be a flag's value.
  fileprivate mutating func popUnlessFlag() -> Argument? {
    guard let next = first, !next.isFlag else { return nil }
    return popFirst()
  }
}

extension ArgumentBinder {
  fileprivate var hasNoPositionals: Bool {
    !parameters.contains { $0.style == .positional || $0.style == .rest }
  }
}
