package import StewardValues

extension Catalog {
  /// Which tokens of an issuer become which service account.
  package enum FederationRules {
    package static let federationRule = Shape(
      "FederationRule",
      fields: [
        Field("id", .id(.federationRule)), Field("name", .string),
        Field("applies_to_all_workspaces", .bool), Field("archived_by_actor_id", .string.orNull),
        Field("created_by_actor_id", .string.orNull), Field("description", .string.orNull),
        Field("issuer_id", .id(.federationIssuer)), Field("issuer_name", .string.orNull),
        Field("match", .record(federationRuleMatch)), Field("oauth_scope", .string),
        Field("target", .record(serviceAccountTarget)), Field("token_lifetime_seconds", .int),
        Field("updated_by_actor_id", .string.orNull),
        Field("workspace_ids", .list(.id(.workspace))), Field("archived_at", .datetime.orNull),
        Field("created_at", .datetime), Field("updated_at", .datetime),
        Paging.type("federation_rule"),
      ]
    )

    package static let federationRuleMatch = Shape(
      "FederationRuleMatch",
      fields: [
        Field("audience", .string.orNull), Field("claims", .map(.string).orNull),
        Field("condition", .string.orNull, "CEL over variable claims; constant true gives 400"),
        Field("subject_prefix", .string.orNull, "exact unless trailing *"),
      ]
    )

    package static let serviceAccountTarget = Shape(
      "ServiceAccountTarget",
      fields: [
        Field("service_account_id", .id(.serviceAccount)),
        Field("service_account_name", .string.orNull), Paging.type("service_account"),
      ]
    )

    package static let newFederationRuleMatch = Shape(
      "NewFederationRuleMatch",
      fields: [
        Field("audience", .string.orNull), Field("claims", .map(.string).orNull),
        Field("condition", .string.orNull, "CEL over variable claims; constant true gives 400"),
        Field("subject_prefix", .string.orNull, "exact unless trailing *"),
      ]
    )

    package static let newServiceAccountTarget = Shape(
      "NewServiceAccountTarget",
      fields: [
        Field("service_account_id", .id(.serviceAccount)),
        Field("service_account_name", .string.orNull), Paging.type("service_account"),
      ]
    )

    package static let federationRuleWorkspace = Shape(
      "FederationRuleWorkspace",
      fields: [
        Field("created_by_actor_id", .string.orNull),
        Field("federation_rule_id", .id(.federationRule)), Field("workspace_id", .id(.workspace)),
        Field("workspace_name", .string.orNull, "null in add response"),
        Field("created_at", .datetime), Paging.type("federation_rule_workspace"),
      ]
    )

    package static let federationRuleWorkspaceDeleted = Shape(
      "FederationRuleWorkspaceDeleted",
      fields: [
        Field("federation_rule_id", .id(.federationRule)), Field("workspace_id", .id(.workspace)),
        Paging.type("federation_rule_workspace_deleted"),
      ]
    )

    package static let collection = Semantics.Collection(
      "federation.rules",
      identity: ["id"],
      naming: ["name"],
      resource: .federationRule
    )

    package static let workspacesCollection = Semantics.Collection(
      "federation.rules.workspaces",
      identity: ["federation_rule_id", "workspace_id"],
      naming: [],
      resource: nil
    )

    package static let archive = Operation(
      "federation.rules.archive",
      .post,
      "/v1/organizations/federation_rules/{federation_rule_id}/archive",
      "Ends a rule for good",
      parameters: [Parameter("federation_rule_id", .path, .id(.federationRule), "the rule")],
      response: .object(federationRule),
      effects: .always(.destroy),
      semantics: .archives(collection),
      notes: [
        "token exchange stops at once; minted tokens live until expiry",
        "workspace_id and workspace_ids become empty",
        "a token can only handle the scopes workspace:developer and workspace:inference",
      ],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation rules archive old-deploy"
    )

    package static let create = Operation(
      "federation.rules.create",
      .post,
      "/v1/organizations/federation_rules",
      "Lets tokens of an issuer act as a service account",
      parameters: [
        Parameter("issuer_id", .body, .id(.federationIssuer), required: true, "issuer id"),
        Parameter(
          "match",
          .body,
          .record(newFederationRuleMatch),
          required: true,
          "needs subject_prefix, claims or condition; audience alone insufficient"
        ),
        Parameter(
          "name",
          .body,
          .string,
          required: true,
          "slug: lowercase, digits, hyphens; unique, else 409",
          constraint: .slug
        ),
        Parameter(
          "oauth_scope",
          .body,
          .string,
          required: true,
          "space-separated; OAuth callers: workspace:developer or workspace:inference"
        ), Parameter("target", .body, .record(newServiceAccountTarget), required: true, "target"),
        Parameter("applies_to_all_workspaces", .body, .bool, "includes future workspaces"),
        Parameter(
          "description",
          .body,
          .string,
          nullable: true,
          "what it is for",
          constraint: .length(0...2000)
        ),
        Parameter(
          "token_lifetime_seconds",
          .body,
          .int,
          "60-86400; default 3600 on create",
          default: "3600",
          constraint: .range(60...86400)
        ),
        Parameter(
          "workspace_id",
          .body,
          .id(.workspace),
          nullable: true,
          "required unless applies_to_all_workspaces"
        ),
      ],
      response: .object(federationRule),
      effects: .always([.create, .grant]),
      semantics: .creates(collection),
      notes: [
        "issuer and service account must exist; bad reference gives 400",
        "workspace_id required unless applies_to_all_workspaces=true",
        "shared issuers need tenant-constraining match",
        "workspace membership of target checked at token exchange, not here",
        "a token can only handle the scopes workspace:developer and workspace:inference",
      ],
      isRepeatable: false,
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        "federation rules create --name nightly --issuer-id github-actions --match {subject_prefix: \"repo:acme/reports:\"} --oauth-scope workspace:inference --target {type: \"service_account\", service_account_id: resolve_id(\"service_account\", \"ci-deploy\")} --applies-to-all-workspaces"
    )

    package static let list = Operation(
      "federation.rules.list",
      .get,
      "/v1/organizations/federation_rules",
      "The rules",
      parameters: [
        Parameter("include_archived", .query, .bool, "also return archived", default: "false"),
        Parameter("issuer_id", .query, .id(.federationIssuer), "issuer id"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: federationRule),
      semantics: .lists(
        collection,
        filters: [
          .unlessIncluded(parameter: "include_archived", field: "archived_at"),
          .equals(parameter: "issuer_id", field: "issuer_id"),
        ]
      ),
      notes: ["archived hidden unless include_archived=true"],
      access: Access([.adminToken], on: [.console]),
      example: "federation rules list | select name, issuer_name, oauth_scope"
    )

    package static let retrieve = Operation(
      "federation.rules.retrieve",
      .get,
      "/v1/organizations/federation_rules/{federation_rule_id}",
      "One rule",
      parameters: [Parameter("federation_rule_id", .path, .id(.federationRule), "the rule")],
      response: .object(federationRule),
      semantics: .retrieves(collection),
      access: Access([.adminToken], on: [.console]),
      example: "federation rules get deploy-main"
    )

    package static let update = Operation(
      "federation.rules.update",
      .post,
      "/v1/organizations/federation_rules/{federation_rule_id}",
      "Changes a rule",
      parameters: [
        Parameter("federation_rule_id", .path, .id(.federationRule), "the rule"),
        Parameter(
          "applies_to_all_workspaces",
          .body,
          .bool,
          nullable: true,
          "false gives 400 when no workspace would remain"
        ),
        Parameter(
          "description",
          .body,
          .string,
          nullable: true,
          "null clears (stored as empty string)",
          constraint: .length(0...2000)
        ),
        Parameter(
          "match",
          .body,
          .record(newFederationRuleMatch),
          nullable: true,
          "replaces whole object"
        ),
        Parameter(
          "name",
          .body,
          .string,
          nullable: true,
          "slug: lowercase, digits, hyphens; unique, else 409",
          constraint: .slug
        ),
        Parameter(
          "oauth_scope",
          .body,
          .string,
          nullable: true,
          "space-separated; OAuth callers: workspace:developer or workspace:inference"
        ),
        Parameter(
          "target",
          .body,
          .record(newServiceAccountTarget),
          nullable: true,
          "replaces whole object"
        ),
        Parameter(
          "token_lifetime_seconds",
          .body,
          .int,
          nullable: true,
          "60-86400; default 3600 on create",
          constraint: .range(60...86400)
        ),
        Parameter(
          "workspace_id",
          .body,
          .id(.workspace),
          nullable: true,
          "replaces single enablement; 400 when several exist"
        ),
      ],
      response: .object(federationRule),
      effects: .always([.update, .grant]),
      semantics: .changes(collection),
      notes: [
        "issuer_id immutable; match and target replaced whole", "archived rule gives 400",
        "shared-issuer tenant check re-run on every update",
        "a token can only handle the scopes workspace:developer and workspace:inference",
      ],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation rules update deploy-main --token-lifetime-seconds 900"
    )

    package static let addWorkspaces = Operation(
      "federation.rules.workspaces.add",
      .post,
      "/v1/organizations/federation_rules/{federation_rule_id}/workspaces",
      "Lets a rule hold in a workspace",
      parameters: [
        Parameter("federation_rule_id", .path, .id(.federationRule), "the rule"),
        Parameter("workspace_id", .body, .id(.workspace), required: true, "the workspace"),
      ],
      response: .object(federationRuleWorkspace),
      effects: .always(.grant),
      semantics: .creates(workspacesCollection),
      notes: [
        "archived rule gives 400", "workspace_name null in this response",
        "a token can only handle the scopes workspace:developer and workspace:inference",
      ],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation rules workspaces add deploy-main --workspace-id Research"
    )

    package static let listWorkspaces = Operation(
      "federation.rules.workspaces.list",
      .get,
      "/v1/organizations/federation_rules/{federation_rule_id}/workspaces",
      "The workspaces in which a rule holds",
      parameters: [Parameter("federation_rule_id", .path, .id(.federationRule), "the rule")]
        + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: federationRuleWorkspace),
      semantics: .lists(workspacesCollection, filters: []),
      notes: [
        "limit and page ignored; everything returned, next_page always null",
        "lists explicit enablements only",
      ],
      access: Access([.adminToken], on: [.console]),
      example: "federation rules workspaces list deploy-main"
    )

    package static let removeWorkspaces = Operation(
      "federation.rules.workspaces.remove",
      .delete,
      "/v1/organizations/federation_rules/{federation_rule_id}/workspaces/{workspace_id}",
      "Ends a rule in a workspace",
      parameters: [
        Parameter("federation_rule_id", .path, .id(.federationRule), "the rule"),
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
      ],
      response: .object(federationRuleWorkspaceDeleted),
      effects: .always(.cut),
      semantics: .removes(workspacesCollection),
      notes: ["a token can only handle the scopes workspace:developer and workspace:inference"],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation rules workspaces remove deploy-main Production"
    )

    package static let operations = [
      archive, create, list, retrieve, update, addWorkspaces, listWorkspaces, removeWorkspaces,
    ]
  }
}
