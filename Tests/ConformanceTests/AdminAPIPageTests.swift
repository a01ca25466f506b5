import AdminAPI
import Testing

@Suite struct AdminAPIPageTests {
  private static let page = GeneratedPage("admin-api.md")

  @Test func `the page of operations is up to date`() throws {
    try Self.page.expect(AdminAPIPage().text)
  }

  @Test func `every operation is on the page once`() {
    let text = AdminAPIPage().text
    for operation in Catalog.all {
      #expect(text.split(separator: "`\(operation.id)`").count == 2, "\(operation.id)")
    }
  }
}
