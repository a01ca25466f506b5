import FoundationEssentials
import StewardSyntax
import Testing

/// What holds for every script of the conformance tests and of the documentation.
@Suite struct FormatterPropertyTests {
  @Test func `formatting keeps the script and its comments, and is done after once`() {
    #expect(ScriptCorpus.scripts.count > 150)
    for script in ScriptCorpus.scripts {
      for width in [100, 40, 5] { expectStable(script, lineWidth: width) }
    }
  }

  @Test func `a comment may stand wherever a line may break`() {
    var places = 0
    for script in ScriptCorpus.scripts {
      for token in parse(script).tokens {
        for comment in [" # c\n", "\n\n\n## own\n\n", " ; ", " \\\n"] {
          let place = script.utf8.index(script.startIndex, offsetBy: Int(token.range.lower))
          let text = script[..<place] + comment + script[place...]
          guard !parse(String(text)).hasErrors else { continue }
          // A `;` behind documentation takes it off what it documents: such a text is left alone.
          if comment == " ; ", isBehindDocumentation(script[..<place]) { continue }
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
    let once = Formatter.layOut(tree, lineWidth: lineWidth, width: scalars)
    let result = parse(once)
    #expect(Formatter.isSameScript(tree, result), "\(script)\n---\n\(once)")
    #expect(result.comments.count == tree.comments.count)
    let twice = Formatter.layOut(result, lineWidth: lineWidth, width: scalars)
    #expect(twice == once, "\(script)")
  }
}

/// The scripts of this repository that have no errors of syntax.
enum ScriptCorpus {
  static let scripts: [String] = files.flatMap { file in
    let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n---\n").map(String.init).filter { !parse($0).hasErrors }
  }

  private static var files: [String] {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return ["Tests/ConformanceTests/Scripts", "docs"].flatMap { folder in
      let found = try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")
      return (found ?? []).filter { $0.hasSuffix(".steward") }.sorted()
        .map { "\(root)/\(folder)/\($0)" }
    }
  }
}
