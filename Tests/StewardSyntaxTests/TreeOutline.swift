import StewardSyntax

extension TreeOutline {
  static func of(_ text: String) -> String { of(parse(text).script) }
}
