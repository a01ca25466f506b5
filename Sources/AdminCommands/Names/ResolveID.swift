internal import AdminAPI
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

extension Function {
  /// The way from a computed name to an id: literals need none.
  static let resolveID = Function(
    "resolve_id",
    "The id of the object that has a name: a user's email, the name of a workspace or key; an id is "
      + "given back as it is. Each list of objects is read once a run",
    [Parameter("resource", .string), Parameter("name", .string)],
    effects: .read,
    example: (
      #"resolve_id("workspace", "Research")"#, #""wrkspc_01GXwa69cX53oSwoBQMEamZ6""#
    ),
    result: { arguments in arguments.namedResource.map { .id($0) } ?? .string },
    validate: { $0.mistakenResource ?? $0.mistakenName },
    evaluate: { values, context throws(RunError) in
      guard values.count == 2, let word = values[0].string, let text = values[1].string else {
        throw RunError(.type, "`resolve_id` takes the word for a resource and a name, both text")
      }
      guard let resource = Resource.named(word) else {
        throw RunError(.invalid, "`resolve_id`: \(Resource.unknown(word))")
      }
      if text.isEmpty { throw RunError(.invalid, "`resolve_id`: the name is empty") }
      if let mistake = NameLookup.admin.mistake(text, resource) {
        throw RunError(.invalid, "`resolve_id`: the name \(mistake)")
      }
      return try NameLookup.admin.resolve(values[1], .id(resource), context)
    }
  )
}

extension CheckedArguments {
  /// The resource, where it is known and its objects have names.
  fileprivate var namedResource: Resource? {
    guard let word = text(0) else { return nil }
    return Resource.named(word)
  }

  fileprivate var mistakenResource: FunctionProblem? {
    guard let word = text(0), namedResource == nil else { return nil }
    let names = Resource.withNames.map(\.name).sorted()
    let hint =
      Spelling.nearest(word, in: names).map { "did you mean \"\($0)\"?" }
      ?? "one of: \(names.joined(separator: ", "))"
    return FunctionProblem(0, "E0323", Resource.unknown(word), hint: hint)
  }

  fileprivate var mistakenName: FunctionProblem? {
    guard let resource = namedResource, let name = text(1),
      let mistake = NameLookup.admin.mistake(name, resource)
    else { return nil }
    return FunctionProblem(1, "E0304", "the name \(mistake)")
  }
}

extension Resource {
  /// Those whose objects have names.
  fileprivate static var withNames: [Resource] {
    Catalog.resources.filter { NaturalName(of: $0) != nil }
  }

  /// The one that is called so, if its objects have names.
  fileprivate static func named(_ word: String) -> Resource? {
    Catalog.resources.first { $0.name == word && NaturalName(of: $0) != nil }
  }

  fileprivate static func unknown(_ word: String) -> String {
    "`\(printable(word))` is no resource whose objects have names"
  }
}
