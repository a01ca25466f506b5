import Steward
import StewardRuntime
import StewardSyntax
import StewardValues
import TestSupport
import Testing

/// Explanations as people read them.
@Suite(.ownThread) struct ExplainTests {
  /// The text of the last statement's explanation, and what was sent for the statements before it.
  private func explained(_ script: String) throws -> (text: String, requests: [String]) {
    let host = TestHost()
    let run = ScriptRun(host: host)
    try run.show(script, in: .table)
    return (host.output, run.transport.lines)
  }

  private func text(_ script: String) throws -> String {
    let (text, requests) = try explained(script)
    #expect(requests == [])
    return text
  }

  @Test func `a pipeline is explained stage by stage`() throws {
    #expect(
      try text(#"explain users list | where role == "admin" | select email | sort email"#) == """
        1  users list
             sends     GET /v1/organizations/users?roles[]=admin&limit=1000
             requests  1 per page of 1000 rows, to the last page
             pushed    role == "admin"
             rows      all
             fields    email, role
             effects   read
             notes     at most 100 requests a minute (general)
        2  where role == "admin"
             rows      stream
             holds     nothing
             notes     `role` is compared by the server (--roles), and here again
        3  select email
             rows      stream
             holds     nothing
        4  sort email
             rows      takes all before it gives the first
             holds     all rows
        nothing was sent

        """
    )
  }

  @Test func `what is fetched hangs on what is taken`() throws {
    #expect(try text("explain users list | first 5").contains("users?limit=5\n     requests  1\n"))
    #expect(try text("explain users list | first 2500").contains("at most 3"))
    #expect(try text("explain users list | one").contains("stops its input after 2 rows"))
    let first = try text(#"explain users list | where name == "x" | first"#)
    #expect(first.contains("1 per page of 1000 rows, as they are wanted"))
    #expect(try text("explain users list | count").contains("none is decoded"))
    #expect(try text("explain users list | take-while {|u| true }").contains("may stop"))
  }

  @Test(arguments: [
    ("users list | uniq role", "one entry for each different value"),
    ("users list | reverse", "all rows"),
    ("users list | last 3", "a few rows"),
    (
      "users list | join semi [{a: \"x\"}] as x on name == x.a",
      "one entry for each different value of the right side"
    ),
    ("users list | to csv", "a few rows"),
    ("users list | to json", "all rows"),
    ("[1, 2] | sort", "all rows"),
  ])
  func `a stage says what it holds`(_ example: (String, String)) throws {
    #expect(try text("explain \(example.0)").contains("holds     \(example.1)\n"))
  }

  @Test func `what only the run will tell stands in braces`() throws {
    let text = try text(
      "explain workspaces members list (workspaces list | first | get id) | count"
    )
    #expect(text.contains("/v1/organizations/workspaces/{workspace_id}/members"))
    #expect(text.contains("   1.1  workspaces list\n        requests  1 per page\n"))
    #expect(text.contains("before the stage begins, line 1"))
  }

  @Test func `variables are known`() throws {
    let (text, requests) = try explained(
      #"let who = (users list | where email == "jane@acme.example" | one); explain users get $who.id"#
    )
    #expect(text.contains("GET /v1/organizations/users/user_01"))
    #expect(requests.count == 1)
  }

  @Test func `blocks may do what is in them`() throws {
    let text = try text("explain if true { users list } else { [] }")
    #expect(text.contains("   1.1  users list\n        requests  1 per page\n"))
    #expect(!text.contains("nothing is fetched"))
    #expect(!text.contains("before the stage"))
    #expect(try self.text("explain [1]").contains("nothing is fetched"))
  }

  @Test func `any path is explained`() throws {
    let text = try text("explain api get /v1/organizations/me --query {limit: 2}")
    #expect(text.contains(#"GET /v1/organizations/me {"limit":2}"#))
  }

  @Test func `names are looked up first`() throws {
    let text = try text("explain users get jane@acme.example")
    #expect(text.contains("GET /v1/organizations/users/{user_id}\n"))
    #expect(text.contains("   1.1  user `jane@acme.example`\n        requests  once a run\n"))
  }

  @Test func `changes for each row are told, with what happens before they are made`() throws {
    let text = try text(
      "explain invites list | each {|i| invites delete $i.id } | count"
    )
    #expect(text.contains("   2.1  invites delete\n        requests  1 per row of line 1\n"))
    #expect(text.contains("effects   cut\n        notes     the run is gone through without"))
  }

  @Test func `nothing is written, asked or waited for`() throws {
    let text = try text(#"explain [{a: 1}] | tap {|r| print "no" } | save --force /no/where.csv"#)
    #expect(!text.contains("no\n1"))
    #expect(text.contains("effects   file"))
    _ = try self.text("explain sleep 100000s")
    _ = try self.text(#"explain confirm "really?""#)
  }

  @Test func `lines keep to 80 columns`() throws {
    let script = """
      explain api-keys list --workspace-id wrkspc_01JwQvzr7rXLA5AGx3HKfFUJ \
      --created-by-user-id user_01WCz1FkmYMm4gnmykNKUu3Q --status active \
      | where name =~ "a rather long pattern that goes on and on for very many words" | count
      """
    for line in try text(script).split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 80, "\(line)")
    }
  }
}
