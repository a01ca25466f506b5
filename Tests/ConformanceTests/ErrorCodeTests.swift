import FoundationEssentials
import Testing

/// Every code of the checker has a script that brings it about, and stands in `docs/errors.md`.
@Suite struct ErrorCodeTests {
  /// What no script alone can bring about: what hides in a page's HTML, and a parameter with the name
  /// of an option of the command line.
  private static let heldElsewhere: Set<String> = ["E0703", "E0710"]

  @Test func `every code has a script`() throws {
    let held = Set(ConformanceCase.all.flatMap(\.mentionedCodes)).union(Self.heldElsewhere)
    let missing = try SourceCodes.all().subtracting(held)
    #expect(missing.isEmpty)
  }

  @Test func `every code of a script is one of the checker`() throws {
    let unknown = Set(ConformanceCase.all.flatMap(\.mentionedCodes)).subtracting(
      try SourceCodes.all()
    )
    #expect(unknown.isEmpty)
  }

  /// With `RECORD=1` it is written anew, and still fails, so that somebody looks at it.
  @Test func `the page of errors is up to date`() throws {
    let file = "\(SourceCodes.root)/docs/errors.md"
    let page = ErrorPage(ConformanceCase.all).text
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try page.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("docs/errors.md was written: look at it, and run without RECORD=1")
    }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == page)
  }
}

/// The codes that the sources of the checker have.
private enum SourceCodes {
  static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  static func all() throws -> Set<String> {
    var codes: Set<String> = []
    for module in ["StewardSyntax", "StewardRuntime", "AdminCommands"] {
      let folder = "\(root)/Sources/\(module)"
      for file in try FileManager.default.subpathsOfDirectory(atPath: folder)
      where file.hasSuffix(".swift") {
        let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
        for match in text.matches(of: /"([EW]0\d{3})["\ ]/) { codes.insert(String(match.1)) }
      }
    }
    return codes
  }
}

extension ConformanceCase {
  /// Codes that it expects, and those that the note of a module's error names.
  var mentionedCodes: [String] {
    told.flatMap { finding in
      [finding.code]
        + finding.parts.flatMap { part in
          part.matches(of: /[EW]0\d{3}/).map { String($0.0) }
        }
    }
    .filter { $0.wholeMatch(of: /[EW]0\d{3}/) != nil }
  }
}

extension ConformanceCase {
  /// What is found before the run, then what the run itself warns of: `W0403 FILE:LINE:COLUMN: …`.
  fileprivate var told: [Finding] {
    findings
      + notes.compactMap { note in
        guard let match = note.wholeMatch(of: /(W0\d{3}) [^:]+:(\d+:\d+):? ?(.*)/) else {
          return nil
        }
        let text = String(match.3)
        return Finding(
          code: String(match.1),
          place: String(match.2),
          parts: text.isEmpty ? [] : [text]
        )
      }
  }
}

/// `docs/errors.md`: for each code the first script that brings it about.
private struct ErrorPage {
  private let cases: [ConformanceCase]

  init(_ cases: [ConformanceCase]) { self.cases = cases }

  var text: String {
    let codes = Set(cases.flatMap { $0.told.map(\.code) })
      .filter { $0.wholeMatch(of: /[EW]0\d{3}/) != nil }
    return ([introduction] + codes.sorted().compactMap(section)).joined(separator: "\n\n") + "\n"
  }

  private var introduction: String {
    """
    # Error codes

    What `steward check` finds, before anything is sent. Errors begin with E, warnings with W. The
    first two digits tell the area: 01 how it is written, 02 names, 03 commands and types, 04 null and
    use, 05 effects, 07 files. Each code stands here with one script that brings it about; the page is
    made from the scripts in `Tests/ConformanceTests/Scripts`, and a test keeps it up to date.
    """
  }

  private func section(_ code: String) -> String? {
    let all = cases.filter { $0.told.first?.code == code }
    // What people bring from other languages is the edge of a code, not its heart.
    let ours = all.filter { !$0.file.hasSuffix("/foreign.steward") }
    let candidates = ours.isEmpty ? all : ours
    guard let example = candidates.min(by: { $0.code.utf8.count < $1.code.utf8.count }),
      let finding = example.told.first
    else { return nil }
    let script =
      example.code.utf8.count > 400 ? String(example.code.prefix(80)) + "…" : example.code
    let said = finding.parts.isEmpty ? "" : ": \(finding.parts.joined(separator: "; "))"
    return """
      ## \(code)

      \(example.title.prefix(1).uppercased() + example.title.dropFirst()).

      ```text
      \(script.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n"))
      ```

      At \(finding.place)\(said).
      """
  }
}
