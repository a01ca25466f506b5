internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The values of a runbook's parameters: from the words behind its file, from a file of parameters,
/// and from a person at a terminal.
struct RunbookArguments {
  private let words: [String]
  private let file: String
  private let terms: RunbookTerms?

  init(_ words: [String], file: String, terms: RunbookTerms?) {
    self.words = words
    self.file = file
    self.terms = terms
  }

  private var parameters: [RunbookParameter] { terms?.parameters ?? [] }

  /// - Parameter ask: Asks for one value, which is not shown where it is hidden; nil if nobody is there.
  /// - Returns: Values by the parameters' names; what has a default may be missing.
  /// - Throws: ``UsageError`` for words that are no parameters, values that do not fit, and what is
  ///   missing where nobody can be asked.
  func values(
    asking ask: (_ question: String, _ isHidden: Bool) throws(UsageError) -> String?
  ) throws(UsageError) -> [String: Value] {
    var values = try given()
    for parameter in parameters where parameter.isRequired && values[parameter.name] == nil {
      let summary = parameter.summary.isEmpty ? "" : " (\(parameter.summary))"
      values[parameter.name] = try answer("\(parameter.name)\(summary): ", parameter, ask)
    }
    return values
  }

  /// Asks again after a slip; whoever answers wrongly three times wants something else.
  private func answer(
    _ question: String,
    _ parameter: RunbookParameter,
    _ ask: (_ question: String, _ isHidden: Bool) throws(UsageError) -> String?
  ) throws(UsageError) -> Value {
    var question = question
    for _ in 1..<Self.mostAnswers {
      guard let text = try ask(question, parameter.isSecret) else { throw missing(parameter) }
      switch parameter.value(of: text) {
      case .success(let value): return value
      case .failure(let error):
        let help = error.help.map { " (\($0))" } ?? ""
        question =
          "  \(escapingControls(error.message))\(escapingControls(help))\n\(parameter.name): "
      }
    }
    guard let text = try ask(question, parameter.isSecret) else { throw missing(parameter) }
    return try accepted(parameter.value(of: text))
  }

  private static let mostAnswers = 3

  private func given() throws(UsageError) -> [String: Value] {
    var named: [String: Value] = [:]
    var fromFile: [String: Value] = [:]
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else { throw unknown(word) }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1)
      let name = parts.first.map(String.init) ?? ""
      let attached = parts.dropFirst().first.map(String.init)
      if name == "params" {
        guard let path = attached ?? rest.popFirst() else { throw withoutValue("params") }
        fromFile = try values(in: path)
        continue
      }
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        throw unknown(word)
      }
      guard !parameter.isSecret else { throw onCommandLine(parameter) }
      named[name] = try accepted(parameter.value(of: try text(attached, &rest, of: parameter)))
    }
    return fromFile.merging(named) { _, word in word }
  }

  private func text(
    _ attached: String?,
    _ rest: inout ArraySlice<String>,
    of parameter: RunbookParameter
  ) throws(UsageError) -> String {
    if let attached { return attached }
    if case .bool = parameter.type { return "true" }
    guard let next = rest.popFirst() else { throw withoutValue(parameter.name) }
    return next
  }

  /// The fields of a JSON object in a file, or on standard input.
  private func values(in path: String) throws(UsageError) -> [String: Value] {
    let source = try ScriptText.file(path)
    var reader = JSONReader()
    guard let record = (try? reader.read(source.bytes))?.record else {
      throw UsageError("--params: \(path) holds no JSON object")
    }
    var values: [String: Value] = [:]
    for (field, value) in zip(record.shape.fields, record.values) {
      let name = field.name.split(separator: "_").joined(separator: "-")
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        throw UsageError("--params: the runbook has no parameter `\(field.name)`", help: usage)
      }
      values[name] = try accepted(parameter.value(of: value))
    }
    return values
  }

  // MARK: - What is wrong

  private func accepted(_ result: Result<Value, RunError>) throws(UsageError) -> Value {
    switch result {
    case .success(let value): return value
    case .failure(let error): throw UsageError(error.message, help: error.help)
    }
  }

  private var usage: String { "usage: steward \(terms?.usage(file) ?? file)" }

  private func missing(_ parameter: RunbookParameter) -> UsageError {
    parameter.isSecret
      ? UsageError("the runbook needs `\(parameter.name)`, a secret", help: secretHelp)
      : UsageError("the runbook needs --\(parameter.name)", help: usage)
  }

  private func onCommandLine(_ parameter: RunbookParameter) -> UsageError {
    UsageError(
      "--\(parameter.name) is a secret: other users of this machine would see it",
      help: secretHelp
    )
  }

  private var secretHelp: String { "it is asked for at a terminal, or given with --params FILE" }

  private func withoutValue(_ name: String) -> UsageError {
    UsageError("--\(name) needs a value", help: usage)
  }

  private func unknown(_ word: String) -> UsageError {
    guard terms != nil else {
      return UsageError(
        "`\(word)` behind \(file): a script without a runbook header takes no words",
        help: "--arg NAME VALUE binds $NAME"
      )
    }
    let name = String(word.drop { $0 == "-" }.prefix { $0 != "=" })
    let near = Spelling.nearest(name, in: parameters.map(\.name) + ["params"])
    return UsageError(
      "the runbook has no parameter `\(word)`",
      help: near.map { "did you mean --\($0)?" } ?? usage
    )
  }
}
