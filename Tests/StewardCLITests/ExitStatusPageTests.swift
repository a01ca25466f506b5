import FoundationEssentials
import StewardCLI
import Testing

/// The table of the documentation and that of the help have the same statuses.
@Suite struct ExitStatusPageTests {
  @Test func `the page has every status, in order`() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let page = try String(contentsOfFile: "\(root)/docs/exit-status.md", encoding: .utf8)
    let documented = page.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
      .compactMap { $0.dropFirst(2).split(separator: " |").first.map(String.init) }
    let shown = try HelpPages.program.page(on: ["exit"]).split(separator: "\n")
    for status in documented {
      #expect(shown.contains { $0.hasPrefix("  \(status)  ") }, "\(status)")
    }
    #expect(documented.count == 13)
  }
}
