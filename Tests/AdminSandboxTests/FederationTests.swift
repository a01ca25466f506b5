import AdminAPI
import AdminSandbox
import StewardValues
import Testing

@Suite struct FederationTests {
  /// A sandbox with an issuer that is nobody else's, and an account.
  private struct Setting {
    let probe: Probe
    let issuer: String
    let account: String

    init() async throws {
      probe = try Probe()
      let made = try await probe.post(
        "federation_issuers",
        #"{"name": "our-ci", "issuer_url": "https://ci.acme.example"}"#
      )
      issuer = try #require(made.text("id"))
      let bot = try await probe.post("service_accounts", #"{"name": "bot"}"#)
      account = try #require(bot.text("id"))
    }

    /// A rule, with other fields where they are given.
    func rule(_ name: String, _ others: [String: String] = [:]) async throws -> Probe.Reply {
      var fields = [
        "name": #""\#(name)""#, "issuer_id": #""\#(issuer)""#,
        "match": #"{"subject_prefix": "job:"}"#, "oauth_scope": #""workspace:developer""#,
        "target": #"{"type": "service_account", "service_account_id": "\#(account)"}"#,
        "applies_to_all_workspaces": "true",
      ]
      for (name, value) in others { fields[name] = value }
      let body = fields.map { #""\#($0.key)": \#($0.value)"# }.joined(separator: ", ")
      return try await probe.post("federation_rules", "{\(body)}")
    }
  }

  @Test func `a rule's workspaces are those that it was enabled in`() async throws {
    let setting = try await Setting()
    let probe = setting.probe
    let research = try await probe.workspaceID("Research")
    let production = try await probe.workspaceID("Production")
    let made = try await setting.rule(
      "deploy",
      ["workspace_id": #""\#(research)""#, "applies_to_all_workspaces": "false"]
    )
    let rule = try #require(made.text("id"))
    let list = "federation_rules/\(rule)/workspaces"
    #expect(made["workspace_ids"]?.list?.compactMap(\.string) == [research])
    #expect(try await probe.get(list).text("data.0.workspace_name") == "Research")

    let body = #"{"workspace_id": "\#(production)"}"#
    let added = try await probe.post(list, body)
    #expect(added["workspace_name"]?.isNull == true)
    probe.time.advance(seconds: 60)
    let again = try await probe.post(list, body)
    #expect(again.text("created_at") == added.text("created_at"))
    let both = try await probe.get("federation_rules/\(rule)")
    #expect(both["workspace_ids"]?.list?.compactMap(\.string) == [research, production])
    // All of them, whatever is asked for.
    let listed = try await probe.get("\(list)?limit=1&page=anything")
    #expect(listed.rows.count == 2)
    #expect(listed["next_page"]?.isNull == true)

    let moved = try await probe.post(
      "federation_rules/\(rule)",
      #"{"workspace_id": "\#(research)"}"#
    )
    #expect(moved.status == 400)
    #expect(try await probe.delete("\(list)/\(research)").status == 200)
    #expect(try await probe.delete("\(list)/\(research)").status == 200)
    let left = try await probe.post(
      "federation_rules/\(rule)",
      #"{"workspace_id": "\#(research)"}"#
    )
    #expect(left["workspace_ids"]?.list?.compactMap(\.string) == [research])
    #expect(try await probe.get(list).rows.map { $0.field("workspace_id") } == [research])
  }

  @Test func `a rule holds somewhere`() async throws {
    let setting = try await Setting()
    let nowhere = try await setting.rule("nowhere", ["applies_to_all_workspaces": "false"])
    #expect(nowhere.status == 400)
    let made = try await setting.rule("everywhere")
    let rule = try #require(made.text("id"))
    let narrowed = try await setting.probe.post(
      "federation_rules/\(rule)",
      #"{"applies_to_all_workspaces": false}"#
    )
    #expect(narrowed.status == 400)
  }

  @Test func `an archived rule holds nowhere and cannot be changed`() async throws {
    let setting = try await Setting()
    let probe = setting.probe
    let research = try await probe.workspaceID("Research")
    let made = try await setting.rule("old", ["workspace_id": #""\#(research)""#])
    let rule = try #require(made.text("id"))
    let archived = try await probe.post("federation_rules/\(rule)/archive")
    #expect(archived["workspace_ids"]?.list?.isEmpty == true)
    #expect(archived.text("archived_by_actor_id")?.hasPrefix("user_") == true)
    #expect(try await probe.get("federation_rules/\(rule)/workspaces").rows.isEmpty)
    let body = #"{"workspace_id": "\#(research)"}"#
    #expect(try await probe.post("federation_rules/\(rule)/workspaces", body).status == 400)
    #expect(try await probe.post("federation_rules/\(rule)", #"{"name": "new"}"#).status == 400)
    #expect(try await probe.post("federation_rules/\(rule)/archive").status == 200)
  }

  @Test(
    arguments: [
      (["oauth_scope": #""org:admin""#], 403),
      (["oauth_scope": #""workspace:developer org:admin""#], 403),
      (["oauth_scope": #""workspace:developer workspace:inference""#], 200),
      (["oauth_scope": #""""#], 400),
      (["name": #""Deploy main""#], 400), (["name": #""deploy-main""#], 409),
      (["match": #"{"audience": "x"}"#], 400), (["match": #"{"subject_prefix": "*"}"#], 400),
      (["match": #"{"condition": " true "}"#], 400), (["match": #"{"claims": {}}"#], 400),
      (["match": #"{"claims": {"ref": "main"}}"#], 200),
      (["issuer_id": #""fdis_01nobody""#], 400),
      (["target": #"{"type": "service_account", "service_account_id": "svac_01nobody"}"#], 400),
      (["token_lifetime_seconds": "59"], 400),
    ] as [([String: String], Int)]
  )
  func `a rule that the API would refuse is refused`(
    fields: [String: String],
    status: Int
  ) async throws {
    #expect(try await Setting().rule("deploy", fields).status == status)
  }

  @Test(arguments: [
    (#"{"subject_prefix": "repo:acme/web:*"}"#, 200), (#"{"subject_prefix": "repo:acme*"}"#, 400),
    (#"{"subject_prefix": "repo:*/web:"}"#, 400), (#"{"subject_prefix": "job:"}"#, 400),
    (#"{"claims": {"ref": "main"}}"#, 400), (#"{"claims": {"repository_owner": "acme"}}"#, 200),
    (#"{"condition": "claims.repository_owner == 'acme'"}"#, 200),
    (#"{"condition": "claims.ref == 'main'"}"#, 400),
  ])
  func `of an issuer that everybody uses, a rule says whose tokens`(
    match: String,
    status: Int
  ) async throws {
    let setting = try await Setting()
    let issuers = try await setting.probe.all("federation_issuers", limit: 100)
    let github = try #require(issuers.first { $0.field("name") == "github-actions" }?.field("id"))
    let fields = ["issuer_id": #""\#(github)""#, "match": match]
    let made = try await setting.rule("shared", fields)
    #expect(made.status == status)
    guard let id = made.text("id") else { return }
    let loosened = try await setting.probe.post(
      "federation_rules/\(id)",
      #"{"match": {"claims": {"ref": "main"}}}"#
    )
    #expect(loosened.status == 400)
  }

  @Test func `what is archived is no issuer and no target`() async throws {
    let setting = try await Setting()
    let probe = setting.probe
    let made = try await setting.rule("first")
    let rule = try #require(made.text("id"))
    #expect(made.text("issuer_name") == "our-ci")
    #expect(made.text("target.service_account_name") == "bot")
    #expect(made.text("created_by_actor_id")?.hasPrefix("user_") == true)
    // While a rule refers to them, they stay.
    #expect(try await probe.post("federation_issuers/\(setting.issuer)/archive").status == 400)
    #expect(try await probe.post("service_accounts/\(setting.account)/archive").status == 400)
    #expect(try await probe.post("federation_rules/\(rule)/archive").status == 200)
    #expect(try await probe.post("service_accounts/\(setting.account)/archive").status == 200)
    #expect(try await setting.rule("second").status == 400)
    let bot = try await probe.post("service_accounts", #"{"name": "bot"}"#)
    let target = #"{"type": "service_account", "service_account_id": "\#(bot.text("id") ?? "")"}"#
    #expect(try await probe.post("federation_issuers/\(setting.issuer)/archive").status == 200)
    #expect(try await setting.rule("third", ["target": target]).status == 400)
  }

  @Test func `a rule goes by the issuer's name of today`() async throws {
    let setting = try await Setting()
    let made = try await setting.rule("first")
    let path = "federation_issuers/\(setting.issuer)"
    #expect(try await setting.probe.post(path, #"{"name": "new-ci"}"#).status == 200)
    let rule = try await setting.probe.get("federation_rules/\(made.text("id") ?? "")")
    #expect(rule.text("issuer_name") == "new-ci")
    #expect(try await setting.probe.post(path, #"{"name": "github-actions"}"#).status == 409)
  }

  @Test func `a description that is taken away is empty`() async throws {
    let setting = try await Setting()
    let made = try await setting.rule("first", ["description": #""x""#])
    let path = "federation_rules/\(made.text("id") ?? "")"
    #expect(try await setting.probe.post(path, #"{"description": null}"#).text("description") == "")
  }

  @Test(arguments: [
    (#""issuer_url": "http://ci.acme.example""#, 400),
    (#""issuer_url": "https://localhost""#, 400), (#""issuer_url": "https://10.0.0.1""#, 400),
    (#""issuer_url": "https://ci.acme.example""#, 200),
    (
      #""issuer_url": "http://ci", "jwks": {"type": "discovery", "discovery_base": "https://a.example"}"#,
      200
    ),
    (
      #""issuer_url": "http://ci", "jwks": {"type": "discovery", "discovery_base": "http://a.example"}"#,
      400
    ),
    (#""issuer_url": "http://ci", "jwks": {"type": "inline", "keys": [{"kty": "RSA"}]}"#, 200),
    (#""issuer_url": "https://ci.acme.example", "check_jti": null"#, 200),
  ])
  func `keys are discovered by HTTPS at a public place`(fields: String, status: Int) async throws {
    let probe = try Probe()
    let reply = try await probe.post("federation_issuers", #"{"name": "ci", \#(fields)}"#)
    #expect(reply.status == status)
    if status == 200 { #expect(reply["check_jti"]?.bool == true) }
  }

  @Test func `polling can only be switched on again`() async throws {
    let setting = try await Setting()
    let path = "federation_issuers/\(setting.issuer)"
    let off = try await setting.probe.post(path, #"{"jwks_polling_disabled": true}"#)
    #expect(off.status == 400)
    let on = try await setting.probe.post(path, #"{"jwks_polling_disabled": false}"#)
    #expect(on.status == 200)
    #expect(on.text("updated_by_actor_id")?.hasPrefix("user_") == true)
  }

  @Test func `rules with scopes of the Console are only read`() async throws {
    let snapshot = try SandboxSnapshot(Array(Self.foreign.utf8))
    let probe = try Probe { $0.snapshot = snapshot }
    #expect(try await probe.get("federation_rules/fdrl_a").status == 200)
    #expect(try await probe.post("federation_rules/fdrl_a", #"{"description": "x"}"#).status == 403)
    #expect(try await probe.post("federation_rules/fdrl_a/archive").status == 403)
    #expect(try await probe.post("federation_issuers/fdis_a", #"{"name": "x"}"#).status == 403)
    let workspaces = "federation_rules/fdrl_a/workspaces"
    let body = #"{"workspace_id": "wrkspc_default"}"#
    #expect(try await probe.post(workspaces, body).status == 403)
    #expect(try await probe.delete("\(workspaces)/wrkspc_default").status == 403)
  }

  private static let foreign = """
    {"snapshot": 1, "organization": {"id": "1", "name": "Elsewhere"}, "users": [], "workspaces": [],
     "service_accounts": [{"id": "svac_a", "name": "bot", "organization_role": "admin",
       "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}],
     "federation.issuers": [{"id": "fdis_a", "name": "ci", "issuer_url": "https://ci.acme.example",
       "jwks": {"type": "discovery"}, "check_jti": true, "max_jwt_lifetime_seconds": 3600,
       "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}],
     "federation.rules": [{"id": "fdrl_a", "name": "admin", "issuer_id": "fdis_a",
       "applies_to_all_workspaces": true, "match": {"subject_prefix": "job:"},
       "oauth_scope": "org:admin", "token_lifetime_seconds": 3600, "workspace_ids": [],
       "target": {"type": "service_account", "service_account_id": "svac_a"},
       "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}]}
    """
}
