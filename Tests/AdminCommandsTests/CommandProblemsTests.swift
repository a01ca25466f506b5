import AdminCommands
import StewardRuntime
import StewardValues
import Testing

@Suite struct CommandProblemsTests {
  private func problems(_ name: String, _ arguments: [String: Value?]) throws -> [String] {
    try command(name).validate(checkedCall(arguments)).map { "\($0.code) \($0.message)" }
  }

  @Test func `an id of something else is refused`() throws {
    #expect(
      try problems("users get", ["user-id": "wrkspc_1"]) == [
        "E0304 `user-id` must be the id of a user, and `wrkspc_1` is the id of a workspace"
      ]
    )
    #expect(try problems("users get", ["user-id": "jane@acme.example"]) == [])
    #expect(
      try problems("api-keys list", ["workspace-id": "user_1"]) == [
        "E0304 `--workspace-id` must be the id of a workspace, and `user_1` is the id of a user"
      ]
    )
  }

  @Test func `constraints are checked`() throws {
    #expect(
      try problems("users list", ["email": "jane"]) == [
        "E0304 `--email` must be an email address, and `jane` is none"
      ]
    )
    let long = Value(String(repeating: "x", count: 41))
    #expect(
      try problems("workspaces create", ["name": long]) == [
        "E0304 `--name` must have 1 to 40 characters, and this has 41"
      ]
    )
    #expect(
      try problems("workspaces create", ["name": "A", "display-color": "red"]) == [
        "E0304 `--display-color` must be a colour such as \"#6C5BB9\""
      ]
    )
    #expect(
      try problems("users list", ["page-size": 1001]) == [
        "E0304 `--page-size` must be between 1 and 1000, not 1001"
      ]
    )
  }

  @Test func `a record is checked field by field`() throws {
    let residency = Value(record: ["place": "us"])
    let problems = try problems("workspaces create", ["name": "A", "data-residency": residency])
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("E0304 `--data-residency` has no field `place`") == true)
  }

  @Test func `what the type says already is left to it`() throws {
    #expect(try problems("users update", ["user-id": "user_1", "role": "admin"]) == [])
    #expect(try problems("users list", ["email": 3]) == [])
  }

  @Test func `what only the run will tell is no problem`() throws {
    #expect(try problems("users list", ["email": nil, "page-size": nil]) == [])
    #expect(try problems("api-keys update", ["api-key-id": nil, "name": .some(.null)]) == [])
  }

  @Test(arguments: [
    ("organizations/me", "write /v1/organizations/me"),
    ("v1/organizations/me", "write /v1/organizations/me"),
    ("https://api.example/v1/organizations/me", "write /v1/organizations/me"),
    ("https://api.example/users", nil),
    ("/v1/organizations/../secrets", nil),
    ("/v1/organizations/%2e%2e/secrets", nil),
    ("/v1//me", nil),
    ("/v1/me#x", "write it as %23"),
    ("", "it begins with /v1/"),
  ]) func `only a path below the base URL is read`(path: String, hint: String?) throws {
    let problems = try command("api get").validate(checkedCall(["path": Value(path)]))
    #expect(problems.map(\.code) == ["E0304"])
    #expect(problems.first?.hint == hint)
    #expect(throws: RunError.self) { try CommandCall(nil).value("api get", ["path": Value(path)]) }
  }
}
