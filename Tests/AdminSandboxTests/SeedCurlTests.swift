import AdminAPI
import AdminSandbox
import StewardValues
import Testing

/// The commands that people paste from the API's guide, sent as curl sends them.
@Suite struct SeedCurlTests {
  struct Command: Sendable, CustomTestStringConvertible {
    let operation: String
    let method: Method
    /// `{…}` is replaced with the id of something that exists.
    let target: String
    var body: String?

    var testDescription: String { "\(method.rawValue) \(target)" }
  }

  static let commands = [
    Command(operation: "users.list", method: .get, target: "users?limit=10"),
    Command(
      operation: "users.update",
      method: .post,
      target: "users/{user}",
      body: #"{"role": "developer"}"#
    ),
    Command(operation: "users.remove", method: .delete, target: "users/{user}"),
    Command(
      operation: "invites.create",
      method: .post,
      target: "invites",
      body: """
        {
        "email": "newuser@domain.example",
        "role": "developer"
        }
        """
    ),
    Command(operation: "invites.list", method: .get, target: "invites?limit=10"),
    Command(operation: "invites.delete", method: .delete, target: "invites/{invite}"),
    Command(
      operation: "workspaces.create",
      method: .post,
      target: "workspaces",
      body: #"{"name": "Production"}"#
    ),
    Command(
      operation: "workspaces.list",
      method: .get,
      target: "workspaces?limit=10&include_archived=false"
    ),
    Command(
      operation: "workspaces.archive",
      method: .post,
      target: "workspaces/{workspace}/archive"
    ),
    Command(
      operation: "workspaces.members.add",
      method: .post,
      target: "workspaces/{workspace}/members",
      body: """
        {
        "user_id": "{stranger}",
        "workspace_role": "workspace_developer"
        }
        """
    ),
    Command(
      operation: "workspaces.members.list",
      method: .get,
      target: "workspaces/{workspace}/members?limit=10"
    ),
    Command(
      operation: "workspaces.members.update",
      method: .post,
      target: "workspaces/{workspace}/members/{user}",
      body: """
        {
        "workspace_role": "workspace_admin"
        }
        """
    ),
    Command(
      operation: "workspaces.members.remove",
      method: .delete,
      target: "workspaces/{workspace}/members/{user}"
    ),
    Command(
      operation: "api_keys.list",
      method: .get,
      target: "api_keys?limit=10&status=active&workspace_id={workspace}"
    ),
    Command(
      operation: "api_keys.update",
      method: .post,
      target: "api_keys/{key}",
      body: """
        {
        "status": "inactive",
        "name": "New Key Name"
        }
        """
    ),
    Command(operation: "organization.retrieve", method: .get, target: "me"),
  ]

  @Test(arguments: commands)
  func `a command of the guide gets the documented answer`(command: Command) async throws {
    let probe = try Probe()
    let ids = [
      "{user}": try await probe.userID("jane@acme.example"),
      "{stranger}": try await probe.userID("oliver@acme.example"),
      "{workspace}": try await probe.workspaceID("Research"),
      "{key}": try await probe.keyID("research-notebooks"),
      "{invite}": try #require(
        try await probe.all("invites?statuses[]=pending").first?.field("id")
      ),
    ]
    let fill = { (text: String) in
      ids.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }
    // With --data and no content type curl says that it sends a form.
    let reply = try await probe.send(
      command.method,
      fill(command.target),
      command.body.map(fill),
      headers: [
        ("anthropic-version", "2023-06-01"), ("x-api-key", probe.sandbox.key),
        ("content-type", "application/x-www-form-urlencoded"),
      ]
    )
    #expect(reply.status == 200)
    let operation = try #require(Catalog.operation(id: command.operation))
    #expect(ShapeCheck.problem(in: reply.bytes, of: operation) == nil)
  }
}
