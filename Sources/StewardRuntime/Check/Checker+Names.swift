internal import StewardSyntax
internal import StewardValues

/// Names where ids are expected: each is looked up, which is a read of its own.
extension Checker {
  private var lookup: NameLookup { session.vocabulary.names }

  /// Counts the reads for names in a constant that stands where `type` is expected.
  func tallyNames(in constant: Value, for type: DataType, at range: SourceRange) {
    switch (type.unwrapped, constant) {
    case (.id(let resource), .string(let box)):
      guard session.vocabulary.isName(box.string, of: resource) else { return }
      tallyLookup("\(resource.name) `\(box.string)`", at: range)
    case (.list(let element), .list(let list)):
      for value in list.values { tallyNames(in: value, for: element, at: range) }
    default: return
    }
  }

  /// Counts the read for a value of a type `name<R>` that stands where an id is expected.
  func tallyName(of value: Typed, for type: DataType) {
    guard let resource = value.type.resourceOfNames, type.resourceOfIDs == resource else { return }
    tallyLookup("\(resource.name) of `\(source[value.range])`", at: value.range)
  }

  /// Counts the read for a parameter of the script that may be given as a name.
  func tallyName(of parameter: Name, _ type: DataType) {
    guard let resource = type.resourceOfIDs, lookup.hasNames(resource) else { return }
    tallyLookup("\(resource.name) of `\(parameter.text)`", at: parameter.range)
  }

  /// Counts something that is looked up once a run.
  func tallyLookup(_ subject: String, _ effects: Effects = .read, at range: SourceRange) {
    tally.own.formUnion(effects)
    tally.rows.append(
      EffectRow(
        source: source,
        range: range,
        command: subject,
        effects: effects,
        rehearsedEffects: effects,
        requests: "once a run",
        isPredictable: true
      )
    )
  }

  /// A constant of a type with names in it: E0304 for what can be none of the resource's.
  func checkNames(in constant: Value, _ type: DataType, of owner: String, at range: SourceRange) {
    guard let resource = type.resourceOfNames ?? type.resourceOfIDs else { return }
    let texts = constant.list?.compactMap(\.string) ?? [constant.string].compactMap(\.self)
    for text in texts {
      guard let mistake = mistake(in: text, of: resource) else { continue }
      report(.noName(owner, mistake, at: range))
      return
    }
  }

  private func mistake(in text: String, of resource: Resource) -> String? {
    if let found = session.vocabulary.resource(ofID: text), found != resource {
      return
        "takes the id or name of a \(resource.name), and `\(text)` is the id of a \(found.name)"
    }
    return lookup.mistake(text, resource)
  }

  /// E0304 for ids of something else, and for what can be no name, that are given to a def.
  func checkIDs(of definition: DefinedCommand, _ binder: ArgumentBinder) {
    for parameter in definition.parameters {
      guard let argument = binder.known[parameter.name], let known = argument.constant else {
        continue
      }
      checkNames(in: known, parameter.type, of: "`\(parameter.label)`", at: argument.range)
    }
  }

  /// An argument of a def, which sees an id where it says so: a name is looked up on the way.
  func resolvingNames(
    _ code: ArgumentCode,
    _ parameter: CommandParameter,
    _ type: DataType?,
    _ constant: Value?
  ) -> ArgumentCode {
    guard let resource = parameter.type.resourceOfIDs, lookup.hasNames(resource),
      constant != nil || type?.resourceOfNames != nil
    else { return code }
    return code.with(ResolvedNameNode(code.node.site, code.node, parameter.type, lookup))
  }

  /// What to do about computed text that is no id.
  func helpForName(_ type: DataType) -> String? {
    guard let resource = type.resourceOfIDs, lookup.hasNames(resource) else { return nil }
    return "the id of a name is resolve_id(\"\(resource.name)\", …)"
  }
}
