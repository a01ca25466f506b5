import AdminCommands
import FoundationEssentials
import StewardCLI
import StewardRuntime
import StewardSyntax
import StewardValues
import Testing

/// Every code of the checker is explained, with scripts that are refused and that are right, and has
/// a conformance script.
@Suite struct ErrorCodeTests {
  /// What no conformance script can bring about: a parameter with the name of an option of the
  /// command line.
  private static let heldElsewhere: Set<String> = ["E0703"]

  @Test func `every code has a script`() throws {
    let held = Set(ConformanceCase.all.flatMap(\.mentionedCodes)).union(Self.heldElsewhere)
    #expect(try SourceCodes.all().subtracting(held).isEmpty)
  }

  @Test func `every code is explained, and nothing else`() throws {
    #expect(Set(ErrorCode.all.map(\.code)) == (try SourceCodes.all()))
    #expect(Set(ErrorCode.all.map(\.code)).count == ErrorCode.all.count)
  }

  @Test func `every code of a script is one of the checker`() throws {
    let mentioned = Set(ConformanceCase.all.flatMap(\.mentionedCodes))
    #expect(mentioned.subtracting(try SourceCodes.all()).isEmpty)
  }

  @Test(arguments: ErrorCode.all)
  func `its script is refused or warned of for that reason`(_ code: ErrorCode) async {
    let found = await ExplainedScript(code, code.wrong).codes
    #expect(found.first == code.code, "\(found)")
  }

  @Test(arguments: ErrorCode.all)
  func `the script beside it is right`(_ code: ErrorCode) async {
    guard let right = code.right else { return }
    #expect(await ExplainedScript(code, right).codes == [])
  }

  /// With `RECORD=1` it is written anew, and still fails, so that somebody looks at it.
  @Test func `the page of codes is up to date`() throws {
    var scripts: [String: [String]] = [:]
    for script in ConformanceCase.all {
      for code in script.mentionedCodes where scripts[code]?.contains(script.name) != true {
        scripts[code, default: []].append(script.name)
      }
    }
    try GeneratedPage("errors.md").expect(MarkdownCodes(scripts: scripts).text)
  }
}

/// The codes that the sources of the checker give.
private enum SourceCodes {
  static func all() throws -> Set<String> {
    var codes: Set<String> = []
    for module in ["StewardSyntax", "StewardRuntime", "AdminCommands"] {
      let folder = "\(GeneratedPage.root)/Sources/\(module)"
      for file in try FileManager.default.subpathsOfDirectory(atPath: folder)
      where file.hasSuffix(".swift") && !file.hasPrefix("Codes/") {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        for match in text.matches(of: /"([EW]0\d{3})["\ ]/) { codes.insert(String(match.1)) }
      }
    }
    return codes
  }
}

extension ConformanceCase {
  /// Codes that it expects, those that a warning of the run has, and those that the note of a
  /// module's error names.
  var mentionedCodes: [String] {
    let texts = findings.flatMap { [$0.code] + $0.parts } + notes
    return texts.flatMap { text in
      text.matches(of: /\b[EW]0\d{3}\b/).map { String($0.0) }
    }
  }
}
