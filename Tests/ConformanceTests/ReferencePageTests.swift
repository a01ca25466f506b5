import StewardCLI
import StewardRuntime
import Testing

/// `docs/commands.md` is what `steward help --markdown` prints.
@Suite struct ReferencePageTests {
  @Test func `the page of commands is up to date`() throws {
    try GeneratedPage("commands.md").expect(MarkdownReference(.program).text)
  }

  @Test func `every link of the page has its place`() {
    let page = MarkdownReference(.program).text
    let anchors = Set(page.matches(of: /<a id="([^"]+)">/).map { $0.1 })
    for match in page.matches(of: /\]\(#([^)]+)\)/) {
      #expect(anchors.contains(match.1), "\(match.1)")
    }
  }
}
