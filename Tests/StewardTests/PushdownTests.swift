import AdminSandbox
import StewardRuntime
import TestSupport
import Testing

/// What `where` asks of the server: fewer rows, never other ones.
@Suite(.ownThread) struct PushdownTests {
  private func requests(_ script: String) throws -> [String] {
    let run = ScriptRun()
    try run.run(script)
    return run.transport.lines.map { $0.replacing("/v1/organizations/", with: "") }
  }

  @Test(arguments: [
    (#"users list | where email == "jane@acme.example""#, "email=jane%40acme.example"),
    (#"users list | where "jane@acme.example" == email"#, "email=jane%40acme.example"),
    (#"users list | where role == "admin" and name != "x""#, "roles%5B%5D=admin"),
    (#"users list | where name != "x" and role == "admin""#, "roles%5B%5D=admin"),
    (
      #"users list | where role in ["admin", "billing"]"#,
      "roles%5B%5D=admin&roles%5B%5D=billing"
    ),
    (
      #"users list | where role == "user" | where email == "kim@acme.example""#,
      "email=kim%40acme.example&roles%5B%5D=user"
    ),
    (#"users list | where added_at < ago(9d) and role == "user""#, "roles%5B%5D=user"),
    (
      #"let r = (users list | first 1 | get role | first); users list | where role == $r"#,
      "roles%5B%5D=developer"
    ),
    (#"invites list | where status == "pending""#, "statuses%5B%5D=pending"),
    (#"api-keys list | where status == "active""#, "status=active"),
    (#"api-keys list | where status in ["active"]"#, "status=active"),
    (#"api-keys list | where created_by?.id == "user_01X""#, "created_by_user_id=user_01X"),
    (#"api-keys list | where scope.workspace_id == "wrkspc_01X""#, "workspace_id=wrkspc_01X"),
    (#"api-keys list | where workspace_id == "wrkspc_01X""#, "workspace_id=wrkspc_01X"),
    (
      #"def active () { api-keys list }; active | where status == "active""#,
      "status=active"
    ),
  ])
  func `what the server can compare is left to it`(_ example: (String, String)) throws {
    let last = try #require(try requests(example.0).last)
    #expect(last.contains("?\(example.1)&limit="), "\(last)")
  }

  @Test(arguments: [
    // The first rows of all, not of those that match.
    #"users list | first 9 | where role == "admin""#,
    #"users list | skip 1 | where role == "admin""#,
    #"users list | uniq role | where role == "admin""#,
    #"users list | enumerate | where role == "admin""#,
    #"users list | tap {|u| $u.id } | where role == "admin""#,
    #"users list | rename role email_ | rename name role | where role == "admin""#,
    // Somebody wrote the filter.
    #"users list --roles user | where role == "user""#,
    // Not all matches would come.
    #"users list | where role == "admin" or name == "x""#,
    #"users list | where not (role == "admin")"#,
    #"users list | where role != "admin""#,
    #"api-keys list | where status in ["active", "inactive"]"#,
    #"api-keys list | where workspace_id == null"#,
    #"api-keys list | where workspace_id in ["wrkspc_01X", null]"#,
    // What the server cannot compare, or would refuse.
    #"users list | where name == "Kim Larsen""#,
    #"users list | where email == "kim""#,
    #"invites list | where status == "deleted""#,
    #"api-keys list | where created_by?.id == "svac_01X""#,
    #"workspaces list | where archived_at == null"#,
    // The list of the row, not of the script.
    #"users list | where role in [role]"#,
  ])
  func `what would change the rows stays here`(_ script: String) throws {
    let lines = try requests(script)
    #expect(lines.count == 1)
    let query = try #require(lines.first?.split(separator: "?").last)
    let own = query.split(separator: "&").filter { !$0.hasPrefix("limit=") }
    #expect(own.isEmpty || script.contains("--roles"), "\(lines)")
    #expect(own.count <= 1)
  }

  @Test func `an error in front of it is not hidden`() throws {
    let script = #"users list | where 1 / (len(name) - 12) > 0 and role == "primary_owner""#
    let run = ScriptRun()
    #expect(throws: RunError.self) { try run.run(script) }
    #expect(run.transport.lines.allSatisfy { !$0.contains("roles") })
  }

  @Test func `many pages become one`() throws {
    func count(_ script: String) throws -> Int {
      let run = ScriptRun(TestOrganization { $0.users = 2500 })
      #expect(try run.run(script) == "1")
      return run.transport.lines.count
    }
    let condition = #"where email == "jane@acme.example" | count"#
    #expect(try count("users list | \(condition)") == 1)
    #expect(try count("users list | tap {|u| null } | \(condition)") == 3)
  }
}
