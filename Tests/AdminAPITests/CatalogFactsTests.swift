import AdminAPI
import Testing

/// The catalog has every operation, parameter, field, value and bound that is documented, and nothing
/// else, but for what is listed here.
@Suite struct CatalogFactsTests {
  /// Operations that the catalog leaves out.
  private static let leftOut = [
    "mcp_tunnels.": "moved away from the organization, deprecated, and no longer in the SDK",
    "claude_tag.slack_defaults.": "named in the guide only: neither bodies nor answers are known",
    "claude_tag.slack_channels.effective": "replaced by include_inherited, and not in the SDK",
    "claude_tag.slack_workspaces.effective": "replaced by include_inherited, and not in the SDK",
  ]

  /// Operations that neither source has.
  private static let further = [
    "compliance.activities.list": "of the Compliance API, the one list that an Admin key can read"
  ]

  /// A retrieve that gives a list is called list.
  private static let renamed = ["cost_report.retrieve": "cost_report.list"]

  /// One fact that is something else in the catalog; nil for one that is not there.
  private typealias Difference = (documented: String?, described: String?, reason: String)

  private static let deliberate: [Difference] =
    ["api_keys.list", "api_keys.retrieve", "api_keys.update"].map {
      (nil, "field\t\($0)\tworkspace_id\tstring\tnull\t-", "deprecated, and still in the answers")
    } + [
      changed(
        "operation\torganization.retrieve\tGET\t/v1/organizations/me\t-\t",
        from: "admin key|admin token\tconsole\t-",
        to: "admin key|admin token|scoped key\tconsole|enterprise\t-",
        "whether other keys may ask is not documented, and asking does no harm: profiles pin by it"
      ),
      changed(
        "parameter\tanalytics.cost.list\tgroup_by\tquery\tarray<string>\t-\t\(costDimensions)\t-\t",
        from: "maxItems=5",
        to: "maxItems=7",
        "cost_type and token_type do not count"
      ),
      changed(
        "parameter\tworkspaces.create\tdata_residency\tbody\tobject\tnullable\t-\t",
        from: "-\t-",
        to: "us, unrestricted inference, global by default\t-",
        "the help tells the default of the whole object, the reference those of its fields"
      ),
      changed(
        "field\tusage_report.claude_code\tdate\t",
        from: "string\t-\t-",
        to: "datetime\t-\t-",
        "the reference gives no format, its examples are RFC 3339"
      ),
      changed(
        "field\tusage_report.claude_code model_breakdown estimated_cost\tamount\t",
        from: "number\t-\t-",
        to: "string\t-\t-",
        "a number of cents becomes money when it is decoded, as texts do"
      ),
    ]

  private static let costDimensions =
    "actor|actor_type|agent_id|api_key_id|claude_tag_category|claude_tag_user_id|context_window"
    + "|cost_type|deployment_id|environment_id|inference_geo|model|organization_id|product"
    + "|rbac_group_id|service_tier|session_id|slack_channel_id|speed|token_type|user_profile_id"
    + "|workspace_id"

  private static func changed(
    _ fact: String,
    from documented: String,
    to described: String,
    _ reason: String
  ) -> Difference {
    (fact + documented, fact + described, reason)
  }

  private static func documented() throws -> Set<String> {
    try FactTable.documented(calling: renamed).facts.filter { fact in
      !leftOut.keys.contains { fact.dropKind.hasPrefix($0) }
    }
  }

  private static func described() -> Set<String> {
    FactTable.described().facts.filter { fact in
      !further.keys.contains { fact.dropKind.hasPrefix($0) }
    }
  }

  @Test func `every documented fact is in the catalog`() throws {
    let replaced = Set(Self.deliberate.compactMap(\.documented))
    let missing = try Self.documented().subtracting(Self.described())
    #expect(missing.subtracting(replaced).sorted() == [])
  }

  @Test func `the catalog says nothing that is not documented`() throws {
    let replacing = Set(Self.deliberate.compactMap(\.described))
    let surplus = Self.described().subtracting(try Self.documented())
    #expect(surplus.subtracting(replacing).sorted() == [])
  }

  @Test func `every deliberate difference is still one`() throws {
    let documented = try Self.documented()
    let described = Self.described()
    for difference in Self.deliberate {
      let isStill =
        difference.documented.map(documented.contains) != false
        && difference.described.map(described.contains) != false
      #expect(isStill, "\(difference.reason)")
    }
    let all = try FactTable.documented(calling: [:]).facts.map(\.dropKind)
    for name in Array(Self.leftOut.keys) + Array(Self.renamed.keys) {
      #expect(all.contains { $0.hasPrefix(name) }, "\(name)")
    }
    for name in Self.further.keys { #expect(Catalog.operation(id: name) != nil, "\(name)") }
  }

  @Test func `an operation that differs is found out`() throws {
    let documented = try Self.documented()
    let users = try #require(Catalog.operation(id: "users.list"))
    #expect(documented.contains { $0.hasPrefix("operation\t\(users.id)\tGET\t\(users.path)\tids") })
    #expect(documented.contains("field\tusers.list\temail\tstring\t-\t-"))
    #expect(documented.count > 1500)
  }
}

extension String {
  /// Without what kind of fact it is.
  fileprivate var dropKind: Substring { self[(firstIndex(of: "\t") ?? startIndex)...].dropFirst() }
}
