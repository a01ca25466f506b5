internal import StewardRuntime
internal import StewardValues

/// What a text is, where that is an id, a name or an address that somebody looked up.
struct KnownText {
  /// For a parameter, in kebab case.
  let name: String
  let meaning: String
  let resource: Resource?

  /// Nil for any other text.
  init?(_ part: LiteralPart, _ vocabulary: Vocabulary) {
    let text = part.value.plainText
    guard !text.isEmpty else { return nil }
    if case .id(let resource) = part.type {
      self.init(of: resource, text)
    } else if case .name(let resource) = part.type {
      self.init(of: resource, text)
    } else if let resource = vocabulary.resource(ofID: text), Self.isID(text, resource) {
      self.init(of: resource, text)
    } else if EmailText.looksLikeOne(text) {
      self.init(name: "email", meaning: "an email address")
    } else if let field = part.name, field == "name" || field.hasSuffix("-name") {
      let owner = part.owner.map(Self.kebab)
      self.init(
        name: field == "name" ? owner ?? field : field,
        meaning: owner.map { "the name of \(Self.article($0))" } ?? "a name"
      )
    } else {
      return nil
    }
  }

  private init(name: String, meaning: String, resource: Resource? = nil) {
    self.name = name
    self.meaning = meaning
    self.resource = resource
  }

  private init(of resource: Resource, _ text: String) {
    let words = resource.name.split(separator: "_").joined(separator: "-")
    let way = resource.name == "user" ? "email" : "name"
    self.init(
      name: EmailText.looksLikeOne(text) ? "email" : words,
      meaning: Self.article(words) + (Self.isID(text, resource) ? "" : ", by \(way) or id"),
      resource: resource
    )
  }

  /// An id has its prefix, and more than letters that a word might have.
  private static func isID(_ text: String, _ resource: Resource) -> Bool {
    guard let prefix = resource.prefix, text.hasPrefix(prefix) else { return false }
    return text.utf8.count > prefix.utf8.count + 8
      && text.utf8.allSatisfy {
        $0.isASCIIAlphanumeric || $0 == UInt8(ascii: "_")
      }
  }

  /// `a workspace`, `an api key`.
  private static func article(_ name: String) -> String {
    let words = name.split(separator: "-").joined(separator: " ")
    let isVowel = words.first.map { "aeio".contains($0) } ?? false
    return (isVowel ? "an " : "a ") + words
  }

  /// `ApiKey` as `api-key`.
  private static func kebab(_ typeName: String) -> String {
    var name = ""
    for character in typeName {
      if character.isUppercase, !name.isEmpty { name += "-" }
      name += character.lowercased()
    }
    return name
  }
}

extension LiteralPart {
  /// The type of the rows whose field is compared.
  fileprivate var owner: String? {
    if case .comparison(_, let owner) = use.place { owner } else { nil }
  }
}

enum EmailText {
  /// `jane@acme.example`: one `@`, a domain with a dot, and nothing that no address has.
  static func looksLikeOne(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !parts[1].hasPrefix("."),
      !parts[1].hasSuffix(".")
    else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && !"\"'()<>,;:\\[]{}|/".utf8.contains($0) }
  }
}
