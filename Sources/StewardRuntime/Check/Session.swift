package import StewardSyntax
package import StewardValues

/// Names and values that outlive one text: a script has a session of its own, a REPL keeps one.
/// Used on one thread.
package final class Session {
  package let vocabulary: Vocabulary
  /// At a prompt a name may be declared again, and a first line that begins with `|` goes on.
  package let isInteractive: Bool

  let commands: CommandTable
  let functions: [String: Function]
  let context = Context(.script, in: nil)
  var scope: Scope
  let loader: any ModuleLoader
  /// Bytes that a text may have, with the modules that it loads; nil without a limit.
  private let maximumBytes: Int?
  /// Of the modules so far.
  private var moduleBytes = 0
  /// By the names of their texts: a module is checked once.
  var modules: [String: CheckedModule] = [:]
  var modulesUnderWay: Set<String> = []
  /// How many field accesses have a memory of their own; it only grows.
  var cacheCount = 0
  private var values: [Value] = []
  /// Grows whenever names or their types may have changed.
  package private(set) var revision = 0
  /// What `$_` stands for; nil before the first result.
  package private(set) var last: LastResult?

  /// A session that knows `constants` beforehand: `--arg NAME VALUE`.
  package init(
    _ vocabulary: Vocabulary,
    constants: [(name: String, value: Value)] = [],
    isInteractive: Bool = false,
    loader: any ModuleLoader = ModuleFiles(),
    limits: Limits = .none
  ) {
    maximumBytes = limits.sourceBytes
    self.vocabulary = vocabulary
    self.isInteractive = isInteractive
    self.loader = loader
    commands = CommandTable(vocabulary.groups)
    functions = Dictionary(vocabulary.functions.map { ($0.name, $0) }) { first, _ in first }
    scope = Scope(context: context)
    for (name, value) in constants {
      scope.variables[name] = Variable(
        name,
        .given,
        value.staticType,
        at: nil,
        in: context,
        constant: value
      )
    }
  }

  /// Checks a text against what the session knows. Nothing is run, and the session stays as it is.
  package func check(_ source: SourceText) -> CheckResult { check(source, nil) }

  /// The same for the fences of a Markdown file.
  package func check(_ runbook: MarkdownRunbook) -> CheckResult { check(runbook.source, runbook) }

  /// Looks through a text that is being typed: what is known at the place `offset`, if one is given,
  /// and what is wrong. No file is read, and the session stays as it is.
  package func inspect(_ source: SourceText, at offset: Int? = nil) -> Inspection {
    let tree = Parser.parse(source, isPrompt: isInteractive)
    let probe = Probe(offset)
    let known = (cacheCount, context.frameSize)
    let checker = Checker(self, source, probe)
    let program = checker.check(tree.script, nil)
    // What was made here is never run.
    cacheCount = known.0
    context.forgetSlots(from: known.1)
    return Inspection(
      tree: tree,
      findings: checker.diagnostics,
      effects: program.effects,
      effectRows: program.effectRows,
      place: probe.place,
      isComplete: !probe.hasSkippedModule,
      holdsSecret: checker.holdsSecretText
    )
  }

  private func check(_ source: SourceText, _ runbook: MarkdownRunbook?) -> CheckResult {
    if let problem = excess(source) { return CheckResult(refused: source, problem) }
    let tree = Parser.parse(source, isPrompt: isInteractive)
    let checker = Checker(self, source)
    let program = checker.check(tree.script, runbook?.sections)
    let hidden = runbook?.diagnostics ?? []
    let foreign = checker.foreignStatements
    let readable = tree.diagnostics.filter { !source.isBehind($0.range, any: foreign) }
    let diagnostics = Self.joined(
      readable + hidden,
      checker.diagnostics.filter { !source.isBehind($0.range, any: foreign) },
      in: source,
      tree.script.statements.map(\.range)
    )
    let isWrong = diagnostics.contains { $0.severity == .error }
    return CheckResult(
      tree: tree,
      diagnostics: diagnostics,
      program: isWrong ? nil : program
    )
  }

  /// What is wrong with the size of one more text.
  private func excess(_ source: SourceText) -> Diagnostic? {
    guard let maximumBytes, moduleBytes + source.bytes.count > maximumBytes else { return nil }
    return .tooLarge(Excess.sourceBytes(maximumBytes))
  }

  /// Whether a module is still within what the session may load.
  func admits(_ module: SourceText) -> Bool {
    guard excess(module) == nil else { return false }
    moduleBytes += module.bytes.count
    return true
  }

  /// Where the parser could not read a line, what the checker says of that line is noise.
  private static func joined(
    _ syntax: [Diagnostic],
    _ checked: [Diagnostic],
    in source: SourceText,
    _ statements: [SourceRange]
  ) -> [Diagnostic] {
    let errors = syntax.filter { $0.severity == .error }.map(\.range.lower)
    // On one line, with no other statement beginning between them.
    func isUnreadable(_ place: UInt32) -> Bool {
      errors.contains { error in
        let (first, last) = (min(error, place), max(error, place))
        return source.line(of: first) == source.line(of: last)
          && !statements.contains { first < $0.lower && $0.lower <= last }
      }
    }
    // An unknown command comes first: what follows was read by the rules of another stage.
    func isCause(_ finding: Diagnostic) -> Bool {
      finding.code == "E0301" && !errors.contains { $0 <= finding.range.lower }
    }
    let further = checked.filter { isCause($0) || !isUnreadable($0.range.lower) }
    // While something is wrong, what is not used yet says nothing.
    let isWrong = (syntax + further).contains { $0.severity == .error }
    let told = isWrong ? further.filter { $0.code != "W0202" } : further
    let all = (syntax + told).enumerated().sorted {
      ($0.element.range.lower, $0.offset) < ($1.element.range.lower, $1.offset)
    }
    return readable(all.map(\.element))
  }

  /// As many as a person reads. Warnings take no error's place: a text with an error must not run.
  private static func readable(_ all: [Diagnostic]) -> [Diagnostic] {
    let limit = Checker.diagnosticLimit
    var room = limit - all.count { $0.severity == .error }
    let told = all.filter { diagnostic in
      if diagnostic.severity == .error { return true }
      room -= 1
      return room >= 0
    }
    return Array(told.prefix(limit))
  }

  /// Runs a checked text on the calling thread; what it binds stays in the session.
  ///
  /// - Parameters:
  ///   - program: What ``check(_:)`` of this session gave.
  ///   - context: The run's own.
  ///   - parameters: Values for a runbook's parameters, by their names.
  /// - Returns: What its last statement gives, which may still have to be pulled.
  /// - Throws: What goes wrong in it, and `invalid` for a parameter that is missing.
  package func run(
    _ program: Program,
    _ context: RunContext,
    parameters: [String: Value] = [:]
  ) throws(RunError) -> Output {
    let evaluator = try evaluator(for: context)
    defer {
      values = evaluator.bottomValues(self.context.frameSize)
      revision += 1
    }
    try evaluator.bind(parameters, of: program, vocabulary.names)
    let output = try program.code.runOutermost(evaluator)
    scope = program.scope
    return output
  }

  /// The first of two passes: runs to the end, and leaves the session as it was.
  package func rehearse(
    _ program: Program,
    _ context: RunContext,
    parameters: [String: Value] = [:]
  ) throws(RunError) {
    let evaluator = try evaluator(for: context)
    try evaluator.bind(parameters, of: program, vocabulary.names)
    try program.code.runOutermost(evaluator).drained(by: evaluator)
  }

  /// The names that a next text may use, for completion.
  package var variables: [(name: String, type: DataType)] {
    scope.variables.values.map { ($0.name, $0.type) }.sorted { $0.name < $1.name }
  }

  /// Sets `$_`.
  package func keepLast(_ result: LastResult) {
    last = result
    scope.variables["_"] = Variable(result, in: context)
    revision += 1
  }

  private func evaluator(for context: RunContext) throws(RunError) -> Evaluator {
    let evaluator = Evaluator(context: context)
    try evaluator.reserveBottom(self.context.frameSize)
    evaluator.reserveCaches(cacheCount)
    for (index, value) in values.enumerated() { evaluator.bottom[index] = value }
    return evaluator
  }
}

extension SourceText {
  /// True if a place is in the line of one of some words, behind it.
  fileprivate func isBehind(_ place: SourceRange, any words: [SourceRange]) -> Bool {
    words.contains { word in
      word.upper <= place.lower
        && position(of: word.lower).line == position(of: place.lower).line
    }
  }
}

extension Evaluator {
  fileprivate func bottomValues(_ count: Int) -> [Value] { (0..<count).map { bottom[$0] } }

  /// Gives a runbook's parameters their values. One that is missing is null, if it may be.
  fileprivate func bind(
    _ values: [String: Value],
    of program: Program,
    _ names: NameLookup
  ) throws(RunError) {
    for parameter in program.terms?.parameters ?? [] {
      if let value = values[parameter.name] {
        bottom[parameter.slot] = try names.resolve(value, parameter.type, context)
      } else if let node = program.defaults[parameter.slot] {
        let value = try node.evaluate(self, bottom)
        bottom[parameter.slot] = try names.resolve(value, parameter.type, context)
      } else if parameter.isRequired {
        throw RunError(.invalid, "the runbook needs --\(parameter.name)")
          .at(parameter.range, in: program.source)
      }
    }
  }
}

extension Code {
  /// Runs the outermost code, whose frame is already there.
  fileprivate func runOutermost(_ evaluator: Evaluator) throws(RunError) -> Output {
    if try body.execute(evaluator, evaluator.bottom) == .returned {
      return evaluator.takeReturned()
    }
    return try body.value?.open(evaluator, evaluator.bottom, nil) ?? .nothing
  }
}

extension Checker {
  /// The whole text.
  func check(_ script: Script, _ sections: [MarkdownRunbook.Section]?) -> Program {
    let before = Set(scopes[0].variables.values.map { ObjectIdentifier($0) })
    let terms = script.runbook.map { check($0) }
    let code = Code(name: source.name, unit: unit)
    let type: DataType
    if let sections {
      code.body = checkSections(script.statements, sections)
      type = .nothing
    } else {
      (code.body, type) = checkStatements(script.statements, wantsValue: true)
    }
    checkDefinedEffects()
    if let header = script.runbook { checkCeiling(header) }
    if !session.isInteractive { reportUnusedGlobals(besides: before) }
    let (effects, rows) = tally.reachable
    return Program(
      source: source,
      effects: effects,
      effectRows: rows,
      resultType: type,
      terms: terms,
      literals: literals.values.sorted { $0.range.lower < $1.range.lower },
      code: code,
      defaults: runbookDefaults,
      scope: scopes[0]
    )
  }
}

extension Value {
  /// The type of a value that was given to a script.
  var staticType: DataType {
    switch self {
    case .null: .any
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .decimal: .decimal
    case .money: .money
    case .date: .date
    case .datetime: .datetime
    case .duration: .duration
    case .string: .string
    case .list(let box):
      .list(
        box.values.dropFirst().reduce(box.values.first?.staticType ?? .any) {
          $0.joined(with: $1.staticType)
        }
      )
    case .record(let record): .record(record.shape)
    case .secret: .secret
    case .closure: .closure
    }
  }
}
