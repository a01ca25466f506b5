import FoundationEssentials
import Testing

/// Every script below `Scripts/` behaves as it says.
///
/// A file holds cases with `---` between them. The first line of a case is a comment that says what
/// it shows and is no part of the script; `# rules: L3.4 L3.5` in the next names the rules of
/// `docs/language.md` that it holds. A case with fences is a Markdown page. Behind the code stands
/// what is expected, all of it:
///
/// - `#> TEXT`: a line of standard output: what is printed, and the value of the last statement
///   (rows as NDJSON).
/// - `#! CODE LINE:COLUMN TEXT`: a finding of the checker, or the error that ends the run (its kind
///   instead of a code); the message and the hint contain TEXT, with ` | ` between several.
/// - `#~ TEXT`: a line of standard error contains TEXT.
/// - `#= N`: so many requests were sent.
@Suite struct ConformanceTests {
  @Test(arguments: ConformanceCase.all)
  func `a script behaves as it says`(_ script: ConformanceCase) async {
    let outcome = await ConformanceRun.outcome(of: script)
    #expect(outcome.output == script.output)
    #expect(outcome.findings.count == script.findings.count, "\(outcome.findings)")
    for (found, expected) in zip(outcome.findings, script.findings) {
      #expect(found.code == expected.code)
      #expect(found.place == expected.place, "\(found.code)")
      for part in expected.parts {
        #expect(found.text.contains(part))
      }
    }
    for note in script.notes {
      #expect(outcome.notes.contains { $0.contains(note) }, "\(outcome.notes)")
    }
    if let requests = script.requests { #expect(outcome.requests == requests) }
  }

  @Test func `there are scripts`() {
    #expect(ConformanceCase.all.count > 100)
  }
}
