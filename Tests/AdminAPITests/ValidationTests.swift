import AdminAPI
import StewardValues
import Testing

@Suite struct ValidationTests {
  private func messages(_ id: String, _ arguments: Arguments) -> [String] {
    Operation.named(id).validate(arguments).map(\.description)
  }

  @Test func `arguments that fit have no violation`() {
    #expect(messages("invites.create", ["email": "a@b.example", "role": "developer"]) == [])
    #expect(
      messages(
        "workspaces.create",
        [
          "name": "Research", "tags": Value(record: ["team": "ml"]), "display_color": "#6C5BB9",
          "data_residency": Value(record: [
            "default_inference_geo": "us", "allowed_inference_geos": ["us"],
          ]),
        ]
      ) == []
    )
  }

  @Test(
    arguments: [
      ("invites.create", ["role": "user"], "email is required"),
      (
        "users.update", ["user_id": "user_1", "role": .null],
        "role cannot be null: leave it out instead"
      ),
      (
        "users.update", ["user_id": "user_1", "role": "admin"],
        "role cannot be `admin`: the API cannot assign admin: an admin does it in the Console"
      ),
      (
        "api_keys.update", ["api_key_id": "apikey_1", "status": "off"],
        "status cannot be `off`: a status that a key can be set to is active, inactive or archived"
      ),
      ("users.list", ["colour": "red"], "colour is no parameter of users.list"),
      (
        "users.list", ["after_id": "user_1", "before_id": "user_2"],
        "only one of after_id and before_id can be given"
      ),
      ("users.list", ["limit": 1001], "limit must be between 1 and 1000, not 1001"),
      ("users.list", ["limit": "10"], "limit must be int, not string"),
      ("users.list", ["roles": "admin"], "roles must be a list, not string"),
      (
        "users.list", ["roles": ["admin", "boss"]],
        "roles cannot be `boss`: an organization role is admin, billing, claude_code_user, "
          + "developer, managed, membership_admin, owner, primary_owner or user"
      ),
      (
        "invites.create", ["email": "jane", "role": "user"],
        "email must be an email address, and `jane` is none"
      ),
      ("workspaces.create", ["name": ""], "name must have 1 to 40 characters, and this has 0"),
      (
        "workspaces.create", ["name": "a", "display_color": "#6C5BBG"],
        "display_color must be a colour such as \"#6C5BB9\""
      ),
      (
        "workspaces.create", ["name": "a", "tags": Value(record: ["Anthropic-x": "y"])],
        "tags has the key `Anthropic-x`: keys cannot begin with anthropic"
      ),
      (
        "workspaces.create", ["name": "a", "tags": Value(record: ["x": 1])],
        "tags has `x`, which must be string, not int"
      ),
      (
        "workspaces.update",
        ["workspace_id": "wrkspc_1", "data_residency": Value(record: ["workspace_geo": "us"])],
        "data_residency has no field `workspace_geo`: "
          + "there is default_inference_geo, allowed_inference_geos"
      ),
      (
        "workspaces.create",
        [
          "name": "a",
          "data_residency": Value(record: [
            "default_inference_geo": "us", "allowed_inference_geos": ["global"],
          ]),
        ],
        "data_residency has the default `us`, which is not among the allowed geos"
      ),
      (
        "workspaces.members.add",
        ["workspace_id": "wrkspc_1", "user_id": "wrkspc_2", "workspace_role": "workspace_user"],
        "user_id must be the id of a user, and `wrkspc_2` is the id of a workspace"
      ),
      (
        "usage_report.messages",
        ["starting_at": .datetime(.test), "bucket_width": "1d", "limit": 32],
        "limit must be between 1 and 31, not 32"
      ),
      (
        "cost_report.list", ["starting_at": "2026-01-01"],
        "starting_at must be datetime, not string"
      ),
    ] as [(String, Arguments, String)]
  ) func `what is wrong is named`(
    id: String,
    arguments: Arguments,
    message: String
  ) {
    #expect(messages(id, arguments) == [message])
  }

  @Test(arguments: [("1m", 1440), ("1h", 168), ("1d", 31)])
  func `the largest page of a report hangs on the bucket width`(width: String, maximum: Int) {
    let arguments: Arguments = [
      "starting_at": .datetime(.test), "bucket_width": Value(width), "limit": .int(maximum),
    ]
    #expect(messages("usage_report.messages", arguments) == [])
  }

  @Test(arguments: [
    ("a@b.example", true), ("a+b@c.d.example", true), ("a@b", true), ("@b.example", false),
    ("a@", false), ("a@b@c", false), ("a b@c.example", false), ("a@b..example", false), ("", false),
  ]) func `an email address has one name and one domain`(text: String, isPlausible: Bool) {
    #expect(EmailAddress.isPlausible(text) == isPlausible)
  }
}
