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

  @Test func `offboarding names the person and the keys`() async throws {
    let path = "\(Page.root)/docs/runbooks/offboard.steward"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let leaver = #"let email = "elena@northwind-consulting.example""#
    let engine = Engine(client: Rehearsal.client)
    let script = try await engine.check("\(leaver)\n\(text)")
    let readme = Page.all.first?.blocks.map(\.text).joined() ?? ""
    let report = await engine.run(script, allowing: .all) { changes in
      let question = changes.confirmationText(organization: "Acme Robotics")
      #expect(readme.contains(question), "the README shows something else than\n\(question)")
      return true
    }
    #expect(report.error == nil)
    #expect(report.output == "Elena Petrova is removed, 1 of their keys are off\n")
  }
}
