internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The parameters of a script's header, for values that a host gives.
struct ScriptParameters {
  private let parameters: [RunbookParameter]

  init(_ program: Program) { parameters = program.terms?.parameters ?? [] }

  /// Values of the parameters' types, by the parameters' names. A name may be given as a flag is
  /// written, as the script writes it, or as Swift does.
  ///
  /// - Throws: `invalid` for a name that is none, and for a value that does not fit.
  func bind(_ given: [String: Value]) throws(RunError) -> [String: Value] {
    var bound: [String: Value] = [:]
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      let parameter = try parameter(name)
      bound[parameter.name] = try parameter.value(of: value).get()
    }
    return bound
  }

  private func parameter(_ name: String) throws(RunError) -> RunbookParameter {
    let flag = FieldName.inLanguage(name).split(separator: "_").joined(separator: "-")
    if let found = parameters.first(where: { $0.name == flag }) { return found }
    throw RunError(.invalid, "the script has no parameter `\(name)`", help: help(flag))
  }

  private func help(_ name: String) -> String {
    let names = parameters.map(\.name)
    guard !names.isEmpty else { return "it needs a `runbook` header that declares it" }
    return Spelling.nearest(name, in: names).map { "did you mean `\($0)`?" }
      ?? "it has: \(names.joined(separator: ", "))"
  }
}
