internal import StewardSyntax
internal import StewardValues

/// E0520: secrets where their text, or dots in its place, would leave the run.
extension Checker {
  /// The arguments and the input of a command that writes, or that sends requests.
  func checkSecrets(
    _ command: Command,
    _ binder: ArgumentBinder,
    _ input: DataType?,
    _ head: SourceRange
  ) {
    guard command.isOutlet || command.requests != nil else { return }
    let what =
      command.isOutlet
      ? "`\(command.name)` shows no secret" : "no secret goes into a request of `\(command.name)`"
    for value in binder.rest.map(\.value) where value.type.holdsSecret {
      report(.disclosesSecret(what, at: value.range))
    }
    for parameter in command.parameters where parameter.style != .rest && !parameter.takesSecret {
      guard let argument = binder.known[parameter.name], argument.type.holdsSecret,
        !parameter.type.isTextual
      else { continue }
      report(.disclosesSecret(what, at: argument.range))
    }
    if let input, input.holdsSecret { report(.disclosesSecret(what, at: head)) }
  }

  /// Text that stands where a secret is wanted is one: nobody may keep the line.
  func noteSecret(_ value: Value?, for type: DataType) {
    if value != nil, type.holdsSecret { holdsSecretText = true }
  }

  /// `throw`, whose message everybody sees.
  func checkSecret(thrown value: Typed) {
    if value.type.holdsSecret {
      report(.disclosesSecret("`throw` shows no secret", at: value.range))
    }
  }
}

extension CommandParameter {
  /// Where it holds none, the type of the argument is wrong already.
  fileprivate var takesSecret: Bool { type.holdsSecret }
}

extension Diagnostic {
  static func disclosesSecret(_ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "E0520",
      message,
      at: range,
      hint: "`reveal` gives the text of a secret, which is an effect of its own"
    )
  }
}
