internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

extension OperationCommand {
  /// What a call may do, as far as its arguments are known before the run.
  func effects(of call: CheckedCall) -> Effects {
    let effects = operation.effects.effects { name in
      guard let argument = operation.parameter(name).flatMap({ call[$0.commandName] })
      else { return .absent }
      return argument.constant.map { .known($0) } ?? .unknown
    }
    return operation.sendsFiles ? effects.union(.file) : effects
  }

  /// What is wrong with constant arguments of the right type: ids of something else, constraints.
  /// Words that are no value of a type at all are found where they are read.
  func problems(of call: CheckedCall) -> [ArgumentProblem] {
    let problems = parameters.compactMap { parameter in
      call[parameter.commandName]?.constant
        .flatMap { parameter.mistake(in: $0) }
        .map { parameter.problem($0) }
    }
    return problems + [pageSizeProblem(call)].compactMap(\.self)
  }

  private func pageSizeProblem(_ call: CheckedCall) -> ArgumentProblem? {
    guard let pageStyle, let size = call[Self.pageSize]?.constant,
      let breach = Constraint.range(1...pageStyle.largestPage).breach(by: size)
    else { return nil }
    return ArgumentProblem(Self.pageSize, "E0304", "`--\(Self.pageSize)` \(breach)")
  }
}

extension Parameter {
  /// As words after the name.
  fileprivate func mistake(in constant: Value) -> String? {
    switch (type, constant) {
    case (.id(let resource), .string(let box)):
      type.mismatch(with: constant) ?? resource.mistake(inName: box.string)
    case (.record, .record), (.map, .record):
      type.mismatch(with: constant) ?? constraint?.breach(by: constant)
    case (.string, .string), (.int, .int), (.list, .list): constraint?.breach(by: constant)
    default: nil
    }
  }

  fileprivate func problem(_ mistake: String) -> ArgumentProblem {
    let shown = place == .path ? commandName : "--\(commandName)"
    return ArgumentProblem(commandName, "E0304", "`\(shown)` \(mistake)")
  }
}

extension Resource {
  /// As words after a parameter's name; nil for what is an id, or a name that may exist.
  func mistake(inName text: String) -> String? {
    guard isName(text), let names = NaturalName(of: self), !names.isPossible(text) else {
      return nil
    }
    // People are called by their names, which several may have.
    let found = names.field == "email" && text.contains(" ")
    let advice = found ? "; `users list | where name == \"\(text)\"` finds it" : ""
    return "must be the id or the \(names.field) of a \(words), and `\(text)` is neither\(advice)"
  }
}

extension AdminAPI.Operation {
  /// Whether some of its arguments are names of files.
  fileprivate var sendsFiles: Bool {
    parameters.contains { if case .file? = $0.constraint { true } else { false } }
  }
}
