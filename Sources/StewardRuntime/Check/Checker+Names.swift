internal import StewardSyntax
internal import StewardValues

/// Names where ids are expected: each is looked up, which is a read of its own.
extension Checker {
  /// Counts the reads for names in a constant that stands where `type` is expected.
  func tallyNames(in constant: Value, for type: DataType, at range: SourceRange) {
    switch (type.unwrapped, constant) {
    case (.id(let resource), .string(let box)):
      guard session.vocabulary.isName(box.string, of: resource) else { return }
      tallyName("\(resource.name) `\(box.string)`", at: range)
    case (.list(let element), .list(let list)):
      for value in list.values { tallyNames(in: value, for: element, at: range) }
    default: return
    }
  }

  /// Counts the read for a parameter of the script that may be given as a name.
  func tallyName(of parameter: Name, _ type: DataType) {
    guard case .id(let resource) = type.unwrapped,
      session.vocabulary.namedResources.contains(resource)
    else { return }
    tallyName("\(resource.name) of `\(parameter.text)`", at: parameter.range)
  }

  private func tallyName(_ subject: String, at range: SourceRange) {
    tally.own.insert(.read)
    tally.rows.append(
      EffectRow(
        source: source,
        range: range,
        command: subject,
        effects: .read,
        requests: "once a run",
        isPredictable: true
      )
    )
  }

  /// E0304 for ids of something else that are given to a def.
  func checkIDs(of definition: DefinedCommand, _ binder: ArgumentBinder) {
    for parameter in definition.parameters {
      guard case .id(let wanted) = parameter.type.unwrapped,
        let argument = binder.known[parameter.name], let text = argument.constant?.string,
        let found = session.vocabulary.resource(ofID: text), found != wanted
      else { continue }
      report(.idOfOther(parameter, text, found, at: argument.range))
    }
  }
}
