import Testing

/// Every rule of `docs/language.md` has conformance scripts, and the page names them.
@Suite struct LanguageRuleTests {
  /// Rules about what stands around a script, limits and Ctrl-C: HostileScriptTests and
  /// InterruptionTests hold them.
  private static let heldElsewhere: Set<String> = ["L11.4", "L11.5"]

  @Test func `every rule has a script`() {
    let held = Set(ConformanceCase.all.flatMap(\.rules))
    let missing = Set(LanguagePage.rules).subtracting(held).subtracting(Self.heldElsewhere)
    #expect(missing == [])
  }

  @Test func `every rule that a script names is there`() {
    let rules = Set(LanguagePage.rules)
    for script in ConformanceCase.all {
      #expect(Set(script.rules).subtracting(rules).isEmpty, "\(script)")
    }
    #expect(Self.heldElsewhere.subtracting(rules).isEmpty)
  }

  @Test func `no rule is there twice, and each begins with its number`() {
    #expect(Set(LanguagePage.rules).count == LanguagePage.rules.count)
    for rule in LanguagePage.rules {
      #expect(LanguagePage.text.contains("<a id=\"\(rule)\"></a>**\(rule)** "))
    }
  }

  @Test func `the page names the scripts of each rule`() throws {
    try LanguagePage.page.expect(LanguagePage.withScripts)
  }
}

/// `docs/language.md`, whose last section is written by a test.
private enum LanguagePage {
  static let page = GeneratedPage("language.md")
  static let text = page.text

  /// The numbers of its rules, in order.
  static let rules: [String] = text.matches(of: /<a id="(L\d+\.\d+)">/).map { String($0.1) }

  private static let heading = "\n## Scripts of the rules\n"

  /// The page with the last section as it should be.
  static var withScripts: String {
    let end = text.firstRange(of: heading)?.lowerBound ?? text.endIndex
    return text[..<end] + heading + "\n" + introduction + rules.map(row).joined()
  }

  private static let introduction = """
    Below `Tests/ConformanceTests/Scripts`; each case there names the rules that it holds.

    | rule | scripts |
    |---|---|

    """

  private static func row(_ rule: String) -> String {
    var names: [String] = []
    for script in ConformanceCase.all where script.rules.contains(rule) {
      if !names.contains(script.name) { names.append(script.name) }
    }
    return "| [\(rule)](#\(rule)) | \(names.map { "`\($0)`" }.joined(separator: ", ")) |\n"
  }
}
