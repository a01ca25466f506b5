internal import StewardSyntax
internal import StewardValues

/// One forward pass over a tree: resolves names to slots, binds words to commands and arguments to
/// parameters, follows types, and makes the nodes that run.
///
/// Types flow forward only and `any` silences: what is reported as an error is certainly wrong.
final class Checker {
  let session: Session
  let unit: SourceUnit
  let commands: CommandTable
  let functions: [String: Function]
  var diagnostics: [Diagnostic] = []
  var scopes: [Scope]
  var context: Context
  /// Of the body that is being checked.
  var tally = EffectTally()
  /// All row expressions being checked, innermost last.
  var rows: [RowScope] = []
  /// Paths such as `$x.owner` that are known not to be null here.
  var notNull: Set<String> = []
  /// How often what is checked now happens: "row of line 13".
  var repetition: String?
  var loopDepth = 0
  /// Inside a def or a closure, which `return` leaves.
  var isInBody = false
  /// What the `return`s of the body give.
  var returnTypes: [DataType] = []
  /// The def whose body is checked, and what it says that it gives.
  var promise: (name: String, type: DataType)?
  /// In the keys of a `sort`, where `-amount` means something else.
  var isSortKey = false
  /// What the parameters of a runbook are where they are not given, by their slots.
  var runbookDefaults: [Int: Node] = [:]
  /// Words of other languages that no statement begins with.
  var foreignStatements: [SourceRange] = []
  /// Texts and times that the script holds itself, by their places.
  var literals: [SourceRange: LiteralUse] = [:]
  /// What stands behind each `plan`, which must have something to plan.
  var plans: [(tally: EffectTally, range: SourceRange)] = []
  /// Defs whose bodies were checked, and calls of defs in expressions.
  var definitions: [DefinedCommand] = []
  var functionCalls: [(DefinedCommand, SourceRange)] = []
  /// Notes what is known at a place, while a text is typed; nil where one is run.
  let probe: Probe?
  /// A secret stands in the text itself.
  var holdsSecretText = false

  /// So many errors are told, and so many warnings.
  static let diagnosticLimit = 20

  init(_ session: Session, _ source: SourceText, _ probe: Probe? = nil) {
    self.session = session
    self.probe = probe
    unit = SourceUnit(source)
    commands = session.commands
    functions = session.functions
    scopes = [session.scope]
    context = session.context
  }

  var source: SourceText { unit.text }

  func site(_ range: SourceRange) -> Site { Site(range: range, unit: unit) }

  /// Says it, if there is room for it, and once of one place however often that is looked at.
  /// Warnings take no error's place: a text with an error must not run.
  func report(_ finding: @autoclosure () -> Diagnostic) {
    guard room(for: .error) else { return }
    let diagnostic = finding()
    guard diagnostic.severity == .error || room(for: diagnostic.severity), !isSaid(diagnostic)
    else { return }
    diagnostics.append(diagnostic)
  }

  private func isSaid(_ diagnostic: Diagnostic) -> Bool {
    diagnostics.contains { $0.code == diagnostic.code && $0.range == diagnostic.range }
  }

  private func room(for severity: Diagnostic.Severity) -> Bool {
    diagnostics.count { $0.severity == severity } < Self.diagnosticLimit
  }

  func newCache() -> Int {
    defer { session.cacheCount += 1 }
    return session.cacheCount
  }

  func line(of range: SourceRange) -> Int { source.line(of: range.lower) }

  /// What stands in for an expression that was wrong: nothing more is said about it.
  func wrong(_ range: SourceRange) -> Typed {
    Typed(ConstantNode(site(range), .null), .any, range)
  }

  // MARK: Scopes

  func inScope<Result>(_ body: () -> Result) -> Result {
    scopes.append(Scope(context: context))
    let known = notNull
    defer {
      reportUnused(scopes.removeLast())
      notNull = known
    }
    return body()
  }

  /// Checks code with slots of its own.
  func inContext<Result>(_ inner: Context, _ body: () -> Result) -> Result {
    let outer = context
    context = inner
    defer { context = outer }
    return inScope(body)
  }

  func reportUnusedGlobals(besides earlier: Set<ObjectIdentifier>) {
    reportUnused(scopes[0], besides: earlier)
  }

  private func reportUnused(_ scope: Scope, besides earlier: Set<ObjectIdentifier> = []) {
    let unused = scope.variables.values.filter { variable in
      guard !earlier.contains(ObjectIdentifier(variable)), !variable.isUsed,
        !variable.name.hasPrefix("_")
      else { return false }
      switch variable.kind {
      case .let, .mut, .const: return true
      default: return false
      }
    }
    for variable in unused.sorted(by: { ($0.range?.lower ?? 0) < ($1.range?.lower ?? 0) }) {
      if let range = variable.range { report(.unused(variable.name, at: range)) }
    }
  }

  @discardableResult
  func declare(
    _ name: Name,
    _ kind: Variable.Kind,
    _ type: DataType,
    constant: Value? = nil
  ) -> Variable {
    let variable = Variable(
      name.text,
      kind,
      type,
      at: name.range,
      in: context,
      constant: constant
    )
    let last = scopes.count - 1
    if let earlier = scopes[last].variables[name.text], !session.isInteractive || last > 0 {
      report(.declaredTwice(name, earlier: earlier.range))
    } else if let outer = shadowed(by: name.text, kind), let range = outer.range {
      report(.shadows(name, earlier: range))
    }
    scopes[last].variables[name.text] = variable
    return variable
  }

  /// The variable of an outer block that a new one hides.
  private func shadowed(by name: String, _ kind: Variable.Kind) -> Variable? {
    guard kind == .let || kind == .mut, scopes.last?.variables[name] == nil,
      let (outer, isHidden) = lookUp(name), !isHidden,
      outer.kind == .let || outer.kind == .mut
    else { return nil }
    return outer
  }

  /// The variable of that name, as far as it can be seen from here.
  func lookUp(_ name: String) -> (variable: Variable, isHidden: Bool)? {
    var isOutsideDefinition = false
    for index in scopes.indices.reversed() {
      let scope = scopes[index]
      if let variable = scope.variables[name] {
        return (variable, isOutsideDefinition && !variable.isModuleLevel)
      }
      let isOutermost = index == 0 || scopes[index - 1].context !== scope.context
      if scope.context.kind == .definition, isOutermost { isOutsideDefinition = true }
    }
    return nil
  }

  func lookUpDefinition(_ words: [String]) -> (command: DefinedCommand, count: Int)? {
    let longest = scopes.reduce(0) { max($0, $1.longestDefinition) }
    for count in stride(from: min(words.count, longest), to: 0, by: -1) {
      let name = words.prefix(count).joined(separator: " ")
      for scope in scopes.reversed() {
        if let found = scope.definitions[name] { return (found, count) }
      }
    }
    return nil
  }

  /// All names that `$` may be followed by here.
  var visibleNames: [String] { scopes.flatMap { $0.variables.keys }.sorted() }
  var definitionNames: [String] { scopes.flatMap { $0.definitions.keys }.sorted() }
}

/// What the bare names of a row expression mean.
struct RowScope {
  /// Of the row in slot 0.
  let type: DataType
  let code: RowCode
  let context: Context
  /// For a join: this name is the row itself.
  var alias: String?
  /// In a `group`: fields that are keys, with their slots; other fields stand in aggregates only.
  var keys: [String: (slot: Int, type: DataType)]?
  /// Collects the aggregates; nil where none may stand.
  var aggregates: AggregateList?
}

/// The aggregates of one stage.
final class AggregateList {
  var codes: [AggregateCode] = []
}
