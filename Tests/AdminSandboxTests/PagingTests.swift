import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct PagingTests {
  private func probe() throws -> Probe {
    try Probe { settings in
      settings.users = 137
      settings.workspaces = 33
      settings.keys = 64
      settings.invites = 29
    }
  }

  @Test(
    arguments: ["users", "workspaces?include_archived=true", "api_keys", "invites"],
    [1, 7, 20]
  )
  func `pages forward have no gap and no repeat`(list: String, limit: Int) async throws {
    let probe = try probe()
    let whole = try await probe.all(list).compactMap { $0.field("id") }
    let paged = try await probe.all(list, limit: limit).compactMap { $0.field("id") }
    #expect(paged == whole)
    #expect(Set(whole).count == whole.count)
    #expect(whole.count > 20)
  }

  @Test(arguments: [1, 10, 137])
  func `pages backward give the same`(limit: Int) async throws {
    let probe = try probe()
    let whole = try await probe.all("users").compactMap { $0.field("id") }
    var ids = [try #require(whole.last)]
    while true {
      let page = try await probe.get("users?limit=\(limit)&before_id=\(ids[0])")
      ids = page.rows.compactMap { $0.field("id") } + ids
      if page["has_more"]?.bool == false { break }
    }
    #expect(ids == whole)
  }

  @Test func `members are paged too`() async throws {
    let probe = try probe()
    let workspace = try await probe.workspaceID("Production")
    let path = "workspaces/\(workspace)/members"
    let whole = try await probe.all(path).compactMap { $0.field("user_id") }
    let paged = try await probe.all(path, limit: 2).compactMap { $0.field("user_id") }
    #expect(paged == whole)
    #expect(Set(whole).count == whole.count)
    #expect(whole.count >= 8)
  }

  @Test func `a list goes on where somebody has gone`() async throws {
    let probe = try Probe()
    let workspace = try await probe.workspaceID("Research")
    let path = "workspaces/\(workspace)/members"
    let whole = try await probe.all(path).compactMap { $0.field("user_id") }
    let jane = try await probe.userID("jane@acme.example")
    let place = try #require(whole.firstIndex(of: jane))
    #expect(try await probe.delete("\(path)/\(jane)").status == 200)
    let rest = try await probe.get("\(path)?after_id=\(jane)").rows
    #expect(rest.compactMap { $0.field("user_id") } == Array(whole[(place + 1)...]))
    let before = try await probe.get("\(path)?before_id=\(jane)").rows
    #expect(before.compactMap { $0.field("user_id") } == Array(whole[..<place]))
  }

  @Test func `an empty list has no ids`() async throws {
    let page = try await probe().get("users?email=nobody@acme.example")
    #expect(page.rows.isEmpty)
    #expect(page["first_id"]?.isNull == true)
    #expect(page["last_id"]?.isNull == true)
    #expect(page["has_more"]?.bool == false)
  }

  @Test func `a page has twenty rows where nobody says`() async throws {
    let page = try await probe().get("users")
    #expect(page.rows.count == 20)
    #expect(page["has_more"]?.bool == true)
    #expect(page.text("first_id") == page.text("data.0.id"))
    #expect(page.text("last_id") == page.text("data.19.id"))
  }

  @Test func `filters hold on all pages`() async throws {
    let rows = try await probe().all("users?roles[]=developer", limit: 3)
    #expect(rows.count > 10)
    #expect(rows.allSatisfy { $0.field("role") == "developer" })
  }
}
