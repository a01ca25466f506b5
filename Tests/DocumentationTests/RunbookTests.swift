import FoundationEssentials
import Steward
import StewardValues
import Testing

/// The scripts below `docs/runbooks`.
@Suite struct RunbookTests {
  @Test func `the tour shows five scenes on a small screen`() {
    let output = Shell.output(of: "scripts/tour && echo shown", in: Page.root)
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.last == "shown", "\(output)")
    #expect(lines.count { $0.hasPrefix("> ") } == 5)
    #expect(lines.count <= 41)
    #expect(lines.filter { $0.count > 80 } == [])
  }

  @Test func `offboarding has a parameter`() {
    let command = "steward --sandbox --yes docs/runbooks/offboard.steward"
    let leaver = "elena@northwind-consulting.example"
    let output = Shell.output(of: "\(command) --email \(leaver)", in: Page.root)
    #expect(output == "Elena Petrova is removed, 1 of their keys are off\n")
    #expect(Shell.output(of: "\(command); echo $?", in: Page.root).hasSuffix("\n64\n"))
  }

  @Test func `offboarding names the person and the keys`() async throws {
    let path = "\(Page.root)/docs/runbooks/offboard.steward"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let body = try #require(text.split(separator: "\n}\n", maxSplits: 1).last)
    let leaver = #"let email = "elena@northwind-consulting.example""#
    // A working day: when keys were used is a part of the question.
    let now = try #require(Timestamp("2026-11-24T12:00:00Z"))
    let engine = Engine(client: Rehearsal.client(at: now), now: { now })
    let script = try await engine.check("\(leaver)\n\(body)")
    let readme = Page.all.first?.blocks.map(\.text).joined() ?? ""
    let confirm = Confirmer.ask { request in
      #expect(
        readme.contains(request.text),
        "the README shows something else than\n\(request.text)"
      )
      return true
    }
    let report = await engine.run(script, policy: Policy(allow: .all, confirm: confirm))
    #expect(report.error == nil)
    #expect(report.output == "Elena Petrova is removed, 1 of their keys are off\n")
  }
}
