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

  /// On a working day: when keys were used is a part of the question.
  private let offboarding =
    "steward --sandbox=now=\(TerminalSession.now) docs/runbooks/offboard.md"
  private let leaver = "--email elena@northwind-consulting.example"

  @Test func `offboarding takes keys, invitations and the person, and looks again`() {
    let output = Shell.output(of: "\(offboarding) --yes -o lines \(leaver)", in: Page.root)
    #expect(output.contains("## 4. Look again"))
    let counts = "Keys off: 1. Invitations withdrawn: 0. Memberships ended: 1."
    #expect(output.hasSuffix("Elena Petrova is removed. \(counts)\n"), "\(output)")
  }

  @Test func `offboarding has a parameter, and admins are none of its business`() {
    #expect(Shell.output(of: "\(offboarding) --yes; echo $?", in: Page.root).hasSuffix("\n64\n"))
    let admin = "--email margaret@acme.example"
    let output = Shell.output(of: "\(offboarding) --yes \(admin); echo $?", in: Page.root)
    #expect(output.contains("Margaret Okafor is admin"))
    #expect(output.contains("no change was sent") || !output.contains("changes were made"))
    #expect(output.hasSuffix("\n1\n"))
    let nobody = Shell.output(of: "\(offboarding) --yes --email x@y.example", in: Page.root)
    #expect(nobody.contains("0 people have the address x@y.example"))
  }

  @Test func `offboarding names the person and the keys, as the README shows`() {
    let output = Shell.output(of: "\(offboarding) --dry-run \(leaver)", in: Page.root)
    let shown = output.split(separator: "\n1 of 2 cannot").first ?? ""
    let readme = Page.all.first?.blocks.map(\.text).joined() ?? ""
    #expect(shown.hasPrefix("2 changes in Acme Robotics:\n"))
    #expect(readme.contains(shown), "the README shows something else than\n\(shown)")
  }
}
