internal import AdminAPI
internal import StewardValues

extension ArgumentReader {
  /// Whether the call has the beta header that it needs: asked before anything is wrong with an
  /// argument.
  func checkBeta(_ request: Request) throws(APIFailure) {
    guard let beta = operation.betaHeader,
      let condition = beta.condition(metBy: unread(request.query))
    else { return }
    let given = request.headers.fields.filter { $0.name.lowercased() == "anthropic-beta" }
      .flatMap { $0.value.split(separator: ",") }
    guard !given.contains(where: { $0.trimmed == beta.value[...] }) else { return }
    if case .always(otherwise: 404) = condition { throw .notFound("Not found") }
    throw .invalid("This request needs the header anthropic-beta: \(beta.value)")
  }

  /// The query as texts, whatever the parameters should be.
  private func unread(_ query: [(name: String, value: String)]) -> Arguments {
    var arguments = Arguments()
    for (name, text) in query {
      let plain = name.hasSuffix("[]") ? String(name.dropLast(2)) : name
      guard let parameter = operation.parameters.first(where: { $0.wireName == plain }) else {
        continue
      }
      let before = Array(arguments[parameter.name]?.list ?? [])
      arguments[parameter.name] = Value(before + [Value(text)])
    }
    return arguments
  }
}

extension Substring {
  /// Without blanks at its ends.
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
