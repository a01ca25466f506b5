import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// What holds for every script of this repository.
@Suite(.serialized, .ownThread) struct FormatterPropertyTests {
  @Test func `formatting keeps the script and its comments, and is done after once`() {
    #expect(ScriptCorpus.valid.count > 250)
    for script in ScriptCorpus.valid.map(\.text) {
      for width in [100, 40, 5] { expectStable(script, lineWidth: width) }
    }
  }

  @Test func `a comment may stand wherever a line may break`() {
    var places = 0
    for script in ScriptCorpus.valid.map(\.text) {
      for token in parse(script).tokens {
        for comment in [" # c\n", "\n\n\n## own\n\n", " ; ", " \\\n"] {
          let place = script.utf8.index(script.startIndex, offsetBy: Int(token.range.lower))
          let text = script[..<place] + comment + script[place...]
          guard !parse(String(text)).hasErrors else { continue }
          // A `;` beside documentation takes it off what it documents: such a text is left alone.
          let isBeside = isBehindDocumentation(script[..<place]) || script[place...].hasPrefix("##")
          if comment == " ; ", isBeside { continue }
          places += 1
          expectStable(String(text), lineWidth: places.isMultiple(of: 2) ? 100 : 30)
        }
      }
    }
    #expect(places > 5_000)
  }

  private func isBehindDocumentation(_ text: Substring) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.dropLast().last?.drop { $0 == " " }.hasPrefix("##") ?? false
  }

  private func expectStable(_ script: String, lineWidth: Int) {
    let tree = parse(script)
    let once = Formatter.layOut(tree, lineWidth: lineWidth, width: DisplayWidth.of)
    let result = parse(once)
    #expect(Formatter.isSameScript(tree, result), "\(script)\n---\n\(once)")
    #expect(result.comments.count == tree.comments.count)
    let twice = Formatter.layOut(result, lineWidth: lineWidth, width: DisplayWidth.of)
    #expect(twice == once, "\(script)")
  }
}
