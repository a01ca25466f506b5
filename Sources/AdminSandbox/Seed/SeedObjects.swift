internal import AdminAPI
internal import StewardValues

/// What Acme Robotics has besides people, workspaces and keys.
extension OrganizationState {
  mutating func seedObjects() {
    seedSettings()
    seedRateLimits()
    seedServiceAccounts()
    seedFederation()
    seedExternalKeys()
    seedGroups()
    seedSpendLimits()
    seedClaudeTag()
    seedPlugins()
    seedDestinations()
  }

  // MARK: - Parts

  /// Noon of the day that is so many days ago.
  func day(_ daysAgo: Int) -> Value {
    let noon = (population.today - daysAgo) * Microseconds.day + 12 * Microseconds.hour
    return .datetime(Timestamp(microseconds: Int64(noon)))
  }

  @discardableResult
  mutating func seed(
    _ collection: Semantics.Collection,
    daysAgo: Int,
    _ values: [String: Value]
  ) -> Value {
    var row = ObjectRow()
    for field in Self.shape(of: collection).fields {
      row[field.name] = field.type.onlyValue ?? field.type.initialValue
    }
    for name in ["created_at", "updated_at", "granted_at"] where row.values[name] != nil {
      row[name] = day(daysAgo)
    }
    if row.values["created_by_actor_id"] != nil { row["created_by_actor_id"] = user(.margaret) }
    if row.values["updated_by_actor_id"] != nil { row["updated_by_actor_id"] = user(.margaret) }
    for (name, value) in values { row[name] = value }
    if values["id"] == nil { row.values["id"] = nil }
    return objects[collection].seed(row).row["id"]
  }

  func user(_ colleague: Colleague) -> Value {
    Value(people.ids[population.number(of: colleague)])
  }

  private func workspace(_ place: Workplace) -> Value {
    Value(workspaces.ids[population.number(of: place)])
  }

  // MARK: - Settings

  private mutating func seedSettings() {
    seed(Catalog.ComplianceSettings.collection, daysAgo: 300, ["state": .tag("enabled")])
    seed(
      Catalog.ManagedSettings.collection,
      daysAgo: 200,
      ["mode": .tag("organization"), "rbac_group_order_version": Value("v1")]
    )
    seed(
      Catalog.ManagedSettings.groupDefaultCollection,
      daysAgo: 200,
      ["settings": .object(["model": Value("claude-sonnet-4-6")])]
    )
  }

  private mutating func seedRateLimits() {
    let groups: [(id: String, type: String, name: String?, limits: [(String, Int)])] = [
      ("rlg_01batch", "batch", nil, [("requests_per_minute", 1000)]),
      ("rlg_02files", "files", nil, [("requests_per_minute", 500)]),
      (
        "rlg_03haiku", "model_group", "Claude Haiku",
        [("requests_per_minute", 4000), ("input_tokens_per_minute", 4_000_000)]
      ),
      (
        "rlg_04sonnet", "model_group", "Claude Sonnet",
        [("requests_per_minute", 4000), ("input_tokens_per_minute", 2_000_000)]
      ),
    ]
    for group in groups {
      var description: KeyValuePairs<String, Value> = [
        "type": Value(group.type), "id": Value(group.type),
      ]
      if let name = group.name {
        description = [
          "type": Value(group.type), "id": Value(name.lowercased()), "display_name": Value(name),
        ]
      }
      let models = group.name.map { Value([Value($0.lowercased().replacing(" ", with: "-"))]) }
      seed(
        Catalog.RateLimits.collection,
        daysAgo: 0,
        [
          "id": Value(group.id), "group": .object(description), "models": models ?? .null,
          "limits": Value(
            group.limits.map { .object(["type": Value($0.0), "value": .int($0.1)]) }
          ),
        ]
      )
    }
    for number in 0..<workspaces.count { addRateLimits(ofWorkspace: number) }
  }

  /// A workspace may have limits of its own in each group; it begins with none.
  mutating func addRateLimits(ofWorkspace number: Int) {
    for group in objects[Catalog.RateLimits.collection].current.map(\.row) {
      seed(
        Catalog.WorkspaceRateLimits.collection,
        daysAgo: 0,
        [
          "workspace_id": Value(workspaces.ids[number]), "rate_limit_id": group["id"],
          "group": group["group"], "models": group["models"], "limits": Value([Value]()),
        ]
      )
    }
  }

  // MARK: - Programs

  private mutating func seedServiceAccounts() {
    let collection = Catalog.ServiceAccounts.collection
    let deploy = seed(
      collection,
      daysAgo: 400,
      [
        "name": Value("ci-deploy"), "description": Value("Deploys from CI"),
        "organization_role": Value("developer"),
      ]
    )
    seed(
      collection,
      daysAgo: 250,
      ["name": Value("retired-bot"), "organization_role": Value("developer")]
    )
    seed(
      Catalog.WorkspaceServiceAccounts.collection,
      daysAgo: 399,
      [
        "workspace_id": workspace(.production), "service_account_id": deploy,
        "workspace_role": Value("workspace_developer"), "implicit": .bool(false),
      ]
    )
  }

  private mutating func seedFederation() {
    let issuers = Catalog.FederationIssuers.collection
    let github = seed(
      issuers,
      daysAgo: 380,
      [
        "name": Value("github-actions"),
        "issuer_url": Value("https://token.actions.githubusercontent.com"),
        "jwks": .tag("discovery"), "check_jti": .bool(true),
        "max_jwt_lifetime_seconds": .int(3600),
      ]
    )
    seed(
      issuers,
      daysAgo: 370,
      [
        "name": Value("old-ci"), "issuer_url": Value("https://ci.acme.example"),
        "jwks": .tag("discovery"), "check_jti": .bool(true),
        "max_jwt_lifetime_seconds": .int(3600),
      ]
    )
    let account = objects[Catalog.ServiceAccounts.collection].current.first?.row["id"] ?? .null
    for (name, daysAgo) in [("old-deploy", 375), ("deploy-main", 360)] {
      let rule = seed(
        Catalog.FederationRules.collection,
        daysAgo: daysAgo,
        [
          "name": Value(name), "issuer_id": github, "issuer_name": Value("github-actions"),
          "match": .object(["subject_prefix": Value("repo:acme/web:ref:refs/heads/main")]),
          "oauth_scope": Value("workspace:developer"),
          "target": .object([
            "type": Value("service_account"), "service_account_id": account,
            "service_account_name": Value("ci-deploy"),
          ]),
          "token_lifetime_seconds": .int(3600),
          "workspace_ids": Value([workspace(.production)]),
        ]
      )
      seed(
        Catalog.FederationRuleWorkspaces.collection,
        daysAgo: daysAgo,
        [
          "federation_rule_id": rule, "workspace_id": workspace(.production),
          "workspace_name": Value("Production"),
        ]
      )
    }
  }

  private mutating func seedExternalKeys() {
    for (name, daysAgo) in [("prod-us-key", 500), ("spare-key", 120)] {
      seed(
        Catalog.ExternalKeys.collection,
        daysAgo: daysAgo,
        [
          "display_name": Value(name), "geo": Value("us"), "attachment": .tag("unattached"),
          "provider_config": .object([
            "type": Value("aws"), "region": Value("us-east-1"),
            "kms_arn": Value("arn:aws:kms:us-east-1:111122223333:key/\(name)"),
          ]),
        ]
      )
    }
  }

  // MARK: - People

  private mutating func seedGroups() {
    let groups: [(name: String, source: String, daysAgo: Int, people: [Colleague])] = [
      ("Engineering", "direct", 340, [.jane, .wei, .priya]),
      ("Contractors", "direct", 200, [.elena]),
      ("Everybody", "scim", 330, [.jane, .wei]),
    ]
    var roles: [Value] = []
    for (name, source) in [("Member", "built_in"), ("Cost viewer", "custom")] {
      let role = seed(
        Catalog.RBACRoles.collection,
        daysAgo: 350,
        ["display_name": Value(name), "source": .tag(source)]
      )
      roles.append(role)
      seed(
        Catalog.RBACRoles.permissionsCollection,
        daysAgo: 350,
        [
          "rbac_role_id": role, "action": Value(source == "custom" ? "costs:read" : "chat:use"),
          "resource": .object([
            "type": Value("organization"), "organization_id": Value(organizationID),
          ]),
        ]
      )
    }
    for group in groups {
      let id = seed(
        Catalog.RBACGroups.collection,
        daysAgo: group.daysAgo,
        [
          "name": Value(group.name), "source_type": Value(group.source),
          "role_ids": Value(group.name == "Engineering" ? roles : []),
        ]
      )
      for person in group.people {
        seed(
          Catalog.RBACGroups.membersCollection,
          daysAgo: group.daysAgo,
          [
            "rbac_group_id": id, "user_id": user(person),
            "email": Value(population.person(population.number(of: person)).email),
          ]
        )
      }
      guard group.name == "Engineering" else { continue }
      seed(
        Catalog.ManagedGroupSettings.collection,
        daysAgo: 100,
        [
          "rbac_group_id": id, "rbac_group_status": .tag("active"),
          "settings": .object(["model": Value("claude-opus-4-6")]),
        ]
      )
    }
  }

  private mutating func seedSpendLimits() {
    let scopes: [(Value, String)] = [
      (.tag("usage_tier"), "5000000"), (.tag("organization"), "2500000"),
      (.object(["type": Value("workspace"), "workspace_id": workspace(.research)]), "500000"),
      (.object(["type": Value("user"), "user_id": user(.jane)]), "20000"),
    ]
    for (index, (scope, amount)) in scopes.enumerated() {
      seed(
        Catalog.SpendLimits.collection,
        daysAgo: 90 - index,
        [
          "amount": Value(amount), "currency": Value("USD"), "is_enabled": .bool(true),
          "period": Value("monthly"), "scope": scope,
        ]
      )
    }
    let requests: [(Colleague, String, Int)] = [
      (.wei, "approved", 40), (.omar, "denied", 20), (.priya, "pending", 6), (.jane, "pending", 2),
    ]
    for (person, status, daysAgo) in requests {
      seed(
        Catalog.SpendLimitIncreaseRequests.collection,
        daysAgo: daysAgo,
        [
          "actor": userActor(population.number(of: person)) ?? .null,
          "period": Value("monthly"), "status": Value(status),
          "resolved_at": status == "pending" ? .null : day(daysAgo - 1),
          "resolved_by": status == "pending"
            ? .null : userActor(population.number(of: .margaret)) ?? .null,
          "spend_summary": .null,
        ]
      )
    }
  }

  // MARK: - Products

  private mutating func seedDestinations() {
    seed(
      Catalog.Webhooks.collection,
      daysAgo: 80,
      [
        "name": Value("security-alerts"), "url": Value("https://hooks.acme.example/security"),
        "enabled_events": Value([Value("external_key.failed")]), "state": Value("enabled"),
      ]
    )
    let destination = seed(
      Catalog.TelemetryDestinations.collection,
      daysAgo: 70,
      [
        "display_name": Value("Honeycomb"), "endpoint_url": Value("https://api.honeycomb.example"),
        "header_names": Value([Value("x-honeycomb-team")]), "state": .tag("enabled"),
        "traces": .object([
          "enabled": .bool(true), "content_mode": Value("metadata_only"), "endpoint_url": .null,
          "max_content_bytes": .null,
        ]),
        "workspaces": .tag("include"),
      ]
    )
    seed(
      Catalog.TelemetryDestinationWorkspaces.collection,
      daysAgo: 70,
      ["telemetry_destination_id": destination, "workspace_id": workspace(.production)]
    )
  }
}
