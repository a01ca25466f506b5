internal import StewardSyntax
internal import StewardValues

/// Commands: which one the words name, and what it takes and gives.
extension Checker {
  /// A call, with `input` the type of what comes through the pipe (nil at its beginning) and `line`
  /// the place where its rows come from, for the table of effects.
  func checkCommand(_ call: CommandCall, input: DataType?, from line: Int?) -> Typed {
    let words = self.words(of: call)
    let command = commands.longest(words)
    if let (definition, count) = lookUpDefinition(words), count >= command?.count ?? 0 {
      return checkDefined(definition, call, wordCount: count, input: input)
    }
    guard let (command, count) = command else {
      report(unknownCommand(call, words, hasInput: input != nil))
      checkLoose(call.arguments)
      return wrong(call.range)
    }
    observe(call, .command(command, input: input), after: count)
    checkInput(command, input, call, wordCount: count)
    let rowLine = line ?? self.line(of: call.range)
    var binder = ArgumentBinder(
      name: command.name,
      parameters: command.parameters,
      head: headRange(call, count)
    )
    bind(call, after: count, &binder, rowType: input?.row ?? .any, rowLine: rowLine)
    let checked = CheckedCall(arguments: binder.known, input: input)
    checkSecrets(command, binder, input, headRange(call, count))
    report(command.validate(checked), binder, call)
    addEffects(command, checked, call)
    let node = CommandNode(site(call.range), command, binder.codes, checked)
    return Typed(node, command.output(checked), call.range)
  }

  /// The head and the bare words right behind it.
  private func words(of call: CommandCall) -> [String] {
    var words = [call.head.text]
    for argument in call.arguments {
      guard case .word(let word) = argument.kind else { break }
      words.append(word)
    }
    return words
  }

  /// From the first to the last word of the name.
  func headRange(_ call: CommandCall, _ wordCount: Int) -> SourceRange {
    guard wordCount > 1, let last = call.arguments.at(wordCount - 2) else { return call.head.range }
    return call.head.range.union(last.range)
  }

  /// What cannot be bound is still looked through for mistakes.
  private func checkLoose(_ arguments: [Argument]) {
    for argument in arguments {
      switch argument.kind {
      case .value(let expression), .spread(let expression):
        if case .closure = expression.kind { continue }
        _ = check(expression)
      default: continue
      }
    }
  }

  private func checkInput(
    _ command: Command,
    _ input: DataType?,
    _ call: CommandCall,
    wordCount: Int
  ) {
    let range = headRange(call, wordCount)
    switch (command.input, input) {
    case (.none, let input?):
      report(.takesNoInput(command.name, hasRows: input.row != nil, at: range))
    case (.rows, nil), (.value, nil):
      report(.needsInput(command.name, meant: swapped(words(of: call)), at: range))
    case (.rows, let input?):
      if input.row == nil { report(.noRows(input, verb: command.name, at: range)) }
    case (.value, let input?), (.optionalValue, let input?):
      if input.isNothing { report(.noRows(input, verb: command.name, at: range)) }
    default: break
    }
  }

  private func report(
    _ problems: [ArgumentProblem],
    _ binder: ArgumentBinder,
    _ call: CommandCall
  ) {
    for problem in problems {
      let range = binder.known[problem.parameter]?.range ?? call.range
      report(Diagnostic(problem.code, problem.message, at: range, hint: problem.hint))
    }
  }

  private func addEffects(_ command: Command, _ checked: CheckedCall, _ call: CommandCall) {
    if command.name == Command.call.name { tally.callsClosures = true }
    let effects = command.effects(checked)
    guard !effects.isEmpty else { return }
    tally.own.formUnion(effects)
    let requests = command.requests.map { requests in
      guard let repetition else { return requests }
      return requests == "1 request" ? "1 per \(repetition)" : "\(requests), per \(repetition)"
    }
    tally.rows.append(
      EffectRow(
        source: source,
        range: call.range,
        command: command.name,
        effects: effects,
        rehearsedEffects: command.rehearsed(effects),
        requests: requests,
        isPredictable: command.isPredictable
      )
    )
    if !command.isPredictable { report(.unpredictable(command.name, at: call.range)) }
  }

  // MARK: Defs

  private func checkDefined(
    _ definition: DefinedCommand,
    _ call: CommandCall,
    wordCount: Int,
    input: DataType?
  ) -> Typed {
    tally.callees.append(definition)
    observe(call, .definition(DefinedName(definition)), after: wordCount)
    if input != nil {
      report(.takesNoInput(definition.name, at: headRange(call, wordCount)))
    }
    var binder = ArgumentBinder(
      name: definition.name,
      parameters: definition.parameters,
      head: headRange(call, wordCount)
    )
    bind(call, after: wordCount, &binder, rowType: .any, rowLine: line(of: call.range))
    checkIDs(of: definition, binder)
    let arguments = definition.parameters.indices.map { index in
      let parameter = definition.parameters[index]
      let given = binder.known[parameter.name]
      let fallback = definition.defaults.at(index) ?? nil
      return resolvingNames(
        binder.codes[index] ?? defaultArgument(definition, index, call.range),
        parameter,
        given?.type ?? fallback?.type,
        given?.constant ?? fallback?.constant
      )
    }
    let node = DefinedCommandNode(site(call.range), definition.code, arguments)
    return Typed(node, definition.result, call.range)
  }

  private func defaultArgument(
    _ definition: DefinedCommand,
    _ index: Int,
    _ range: SourceRange
  ) -> ArgumentCode {
    let isToggle = definition.parameters[index].style == .toggle
    let node =
      (definition.defaults.at(index) ?? nil)?.node
      ?? ConstantNode(site(range), isToggle ? .bool(false) : .null)
    return ArgumentCode(
      node: node,
      label: definition.parameters[index].name,
      target: nil,
      skipsNull: false,
      isNullable: true
    )
  }

  // MARK: Unknown ones

  private func unknownCommand(
    _ call: CommandCall,
    _ words: [String],
    hasInput: Bool
  ) -> Diagnostic {
    let (count, next) = commands.prefix(words)
    if count > 0 { return unknownWord(call, words, count, next) }
    let head = call.head.text
    if head.contains(".") {
      let spaced = head.split(separator: ".").map(String.init)
      if commands.longest(spaced) != nil || commands.prefix(spaced).count > 0 {
        return .unknownCommand(head, nearest: spaced.joined(separator: " "), at: call.head.range)
      }
    }
    if let hint = Habits.statements[head] ?? Habits.statements[head.lowercased()] {
      foreignStatements.append(call.head.range)
      return .foreignStatement(head, hint, at: call.head.range)
    }
    if let function = functions[head], Habits.commands[head] == nil || !hasInput {
      return .functionAsCommand(call, function, hasInput: hasInput)
    }
    if let swapped = swapped(words) {
      return .unknownCommand(
        words.prefix(2).joined(separator: " "),
        nearest: swapped,
        at: headRange(call, 2)
      )
    }
    return .unknownCommand(head, nearest: nearestCommand(head), at: call.head.range)
  }

  private func unknownWord(
    _ call: CommandCall,
    _ words: [String],
    _ count: Int,
    _ next: [String]
  ) -> Diagnostic {
    let group = words.prefix(count).joined(separator: " ")
    guard let word = words.at(count), let argument = call.arguments.at(count - 1) else {
      return .incompleteCommand(group, next, at: headRange(call, count))
    }
    var near = Spelling.nearest(word, in: next, synonyms: Habits.verbs)
    // `workspaces members Research` has a name where the verb belongs.
    if near == nil, word.first?.isUppercase == true || word.contains("@") {
      let verb = ["get", "list"].first { takesOne(words.prefix(count) + [$0]) }
      near = verb.map { "\($0) \(word)" }
    }
    return .unknownVerb(group, word, next, nearest: near, at: argument.range)
  }

  /// Whether a command needs one argument and no other.
  private func takesOne(_ words: [String]) -> Bool {
    guard let command = commands.longest(words)?.command else { return false }
    return command.words.count == words.count
      && command.parameters.count { $0.style == .positional && $0.isRequired } == 1
  }

  /// `list users` → `users list`.
  private func swapped(_ words: [String]) -> String? {
    guard words.count > 1 else { return nil }
    let heads = commands.prefix([]).next
    for second in [words[1], words[1] + "s"] {
      let (count, next) = commands.prefix([second])
      guard count == 1, heads.contains(second) else { continue }
      if let verb = next.first(where: { $0 == words[0] })
        ?? Spelling.nearest(words[0], in: next, synonyms: Habits.verbs)
      {
        return "\(second) \(verb)"
      }
    }
    return nil
  }

  private func nearestCommand(_ head: String) -> String? {
    let names = session.vocabulary.commands.map(\.name) + definitionNames
    let heads =
      commands.prefix([]).next
      + definitionNames.compactMap {
        $0.split(separator: " ").first.map(String.init)
      }
    return Spelling.nearest(
      head,
      in: heads + names + QueryVerb.allCases.map(\.rawValue),
      synonyms: Habits.commands
    )
  }
}
