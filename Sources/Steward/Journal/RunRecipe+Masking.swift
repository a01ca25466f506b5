internal import AdminAPI
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

extension RunRecipe {
  /// The same with dots where the text of a secret stands: in the script, in what it loads and in
  /// what it was given.
  func masking(_ secrets: [Secret]) -> RunRecipe {
    let mask = SecretMask(secrets)
    var masked = self
    masked.source = mask.masked(source)
    masked.modules = modules.replacingTexts(mask.masked)
    masked.bindings = bindings.map { ($0.name, mask.masked($0.value)) }
    masked.standardInput = standardInput.map {
      Array(mask.masked(String(decoding: $0, as: UTF8.self)).utf8)
    }
    let isSame =
      masked.source.bytes.elementsEqual(source.bytes) && masked.modules.json == modules.json
      && masked.standardInput == standardInput
      && zip(masked.bindings, bindings).allSatisfy { $0.value == $1.value }
    guard !isSame else { return self }
    masked.isMasked = true
    return masked
  }

  /// The same without any text, for a run whose secrets are not known when it is written down.
  func withoutTexts() -> RunRecipe {
    var bare = self
    bare.source = SourceText("", name: source.name)
    bare.modules = KeptModules()
    bare.bindings = []
    bare.standardInput = nil
    bare.isMasked = true
    return bare
  }

  /// - Throws: `invalid` if the script cannot run again, since a secret stood in it.
  func checkMask() throws(RunError) {
    guard isMasked else { return }
    throw RunError(
      .invalid,
      "a secret stands in the script, and it was not written down: no change was sent",
      help: "take it from the environment, such as env(\"OTEL_TOKEN\"), and run the script again"
    )
  }
}

/// Puts dots in the place of secrets.
private struct SecretMask {
  /// As they are, and as they stand between quotes; the longest first.
  private let texts: [String]

  init(_ secrets: [Secret]) {
    let plain = Set(secrets.map { $0.reveal() }.filter { !$0.isEmpty })
    let quoted = plain.map { String(JSONWriter.text(Value($0)).dropFirst().dropLast()) }
    texts = plain.union(quoted).sorted { $0.utf8.count > $1.utf8.count }
  }

  func masked(_ text: String) -> String {
    texts.reduce(text) { $0.replacing($1, with: Secret.mask) }
  }

  func masked(_ source: SourceText) -> SourceText {
    SourceText(masked(String(decoding: source.bytes, as: UTF8.self)), name: source.name)
  }
}

extension Program {
  /// Whether one of its commands sends secrets.
  var sendsSecrets: Bool {
    let takers = Catalog.all.filter { $0.parameters.contains { $0.type.holdsSecret } }
    let names = Set(takers.map { $0.words.joined(separator: " ") })
    return effectRows.contains { names.contains($0.command) }
  }
}
