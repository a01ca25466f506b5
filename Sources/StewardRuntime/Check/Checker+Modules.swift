internal import StewardSyntax
internal import StewardValues

/// What one module file gives to the texts that name it.
final class CheckedModule {
  let constants: [Variable]
  let definitions: [DefinedCommand]

  init(_ scope: Scope) {
    constants = scope.variables.values.filter { $0.kind == .const && $0.constant != nil }
      .sorted { $0.name < $1.name }
    // Who names a module need not use all of it.
    for constant in constants { constant.isUsed = true }
    definitions = scope.definitions.values.sorted { $0.name < $1.name }
  }
}

/// `source "f.steward"` and `use "f.steward" as name`: defs and constants of other files.
extension Checker {
  /// Its defs and constants in this scope, as if they stood here.
  func checkSource(_ literal: StringLiteral) {
    guard let module = module(literal) else { return }
    let last = scopes.count - 1
    for constant in module.constants { scopes[last].variables[constant.name] = constant }
    for definition in module.definitions { scopes[last].define(definition, as: definition.name) }
  }

  /// Its defs as `name.word …`, its constants as the fields of `$name`.
  func checkUse(_ literal: StringLiteral, as name: Name) {
    guard let module = module(literal) else { return }
    let last = scopes.count - 1
    for definition in module.definitions {
      scopes[last].define(definition, as: "\(name.text).\(definition.name)")
    }
    guard !module.constants.isEmpty else { return }
    let shape = Shape(fields: module.constants.map { Field($0.name, $0.type) })
    let values = module.constants.map { $0.constant ?? .null }
    declare(
      name,
      .const,
      .record(shape),
      constant: .record(Record(shape: shape, values: values))
    ).isUsed = true
  }

  private func module(_ literal: StringLiteral) -> CheckedModule? {
    guard let path = literal.constant else {
      report(.computedModule(at: literal.range))
      return nil
    }
    if let probe {
      // A file is not read at each key.
      probe.hasSkippedModule = true
      return nil
    }
    do throws(ModuleProblem) {
      let text = try session.loader.load(path, from: source.name)
      if let known = session.modules[text.name] { return known }
      guard session.admits(text) else { throw ModuleProblem("makes the script too large") }
      guard session.modulesUnderWay.insert(text.name).inserted else {
        report(.moduleCycle(path, at: literal.range))
        return nil
      }
      defer { session.modulesUnderWay.remove(text.name) }
      return checkModule(text, path, literal.range)
    } catch {
      report(.module(path, error.message, at: literal.range))
      return nil
    }
  }

  private func checkModule(
    _ text: SourceText,
    _ path: String,
    _ range: SourceRange
  ) -> CheckedModule? {
    let tree = Parser.parse(text)
    let inner = Checker(session, text)
    inner.scopes = [Scope(context: session.context)]
    if let header = tree.script.runbook { inner.report(.notInModule(at: header.range)) }
    for statement in tree.script.statements where !statement.mayStandInModule {
      inner.report(.notInModule(at: statement.range))
    }
    _ = inner.checkStatements(tree.script.statements, wantsValue: false)
    inner.checkDefinedEffects()
    let errors = (tree.diagnostics + inner.diagnostics).filter { $0.severity == .error }
    guard errors.isEmpty else {
      report(.moduleErrors(path, errors, in: text, at: range))
      return nil
    }
    let module = CheckedModule(inner.scopes[0])
    session.modules[text.name] = module
    return module
  }
}

extension Statement {
  /// A module only defines: naming it does nothing.
  fileprivate var mayStandInModule: Bool {
    switch kind {
    case .definition, .source, .use, .missing: true
    case .binding(let binding): binding.keyword == .const
    default: false
    }
  }
}
