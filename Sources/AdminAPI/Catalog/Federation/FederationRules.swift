package import StewardValues

extension Catalog {
  /// Which tokens of an issuer become which service account.
  package enum FederationRules {
    package static let shape = Shape(
      "FederationRule",
      fields: [
        Field("id", .id(.federationRule)),
        Field("name", .string),
        Field("applies_to_all_workspaces", .bool),
        Field("archived_by_actor_id", .string.orNull),
        Field("created_by_actor_id", .string.orNull),
        Field("description", .string.orNull),
        Field("issuer_id", .id(.federationIssuer)),
        Field("issuer_name", .string.orNull),
        Field("match", .record(match)),
        Field("oauth_scope", .string, "what the token may do, scopes with spaces between"),
        Field("target", .record(target)),
        Field("token_lifetime_seconds", .int),
        Field("updated_by_actor_id", .string.orNull),
        Field("workspace_ids", .list(.id(.workspace))),
        Field("archived_at", .datetime.orNull, nullMeaning: "not archived"),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("federation_rule"),
      ]
    )

    /// Which tokens are meant: all that is said has to hold.
    package static let match = Shape(
      "FederationRuleMatch",
      fields: [
        Field("audience", .string.orNull, "the token's aud"),
        Field("claims", .map(.string).orNull, "claims and the values that they must have"),
        Field("condition", .string.orNull, "a CEL expression over claims"),
        Field("subject_prefix", .string.orNull, "the token's sub; with a * at its end, its start"),
      ]
    )

    /// Which service account they become.
    package static let target = Shape(
      "ServiceAccountTarget",
      fields: [
        Field("service_account_id", .id(.serviceAccount)),
        Field("service_account_name", .string.orNull, "in answers only"),
        Paging.type("service_account"),
      ]
    )

    package static let collection = Semantics.Collection(
      "federation.rules",
      identity: ["id"],
      naming: ["name"],
      resource: .federationRule
    )

    /// Names the rule in the path.
    package static let identity = Parameter(
      "federation_rule_id",
      .path,
      .id(.federationRule),
      "the rule"
    )

    /// What an admin's token cannot do: rules with further scopes are for the Console.
    package static let scopesNote =
      "only for rules with the scopes workspace:developer and workspace:inference; others are "
      + "changed in the Console"

    package static let archive = Operation(
      "federation.rules.archive",
      .post,
      "/v1/organizations/federation_rules/{federation_rule_id}/archive",
      "Ends a rule for good",
      parameters: [identity],
      response: .object(shape),
      effects: .always(.destroy),
      semantics: .archives(collection),
      notes: [
        "no more tokens are exchanged; those that were live on until they expire",
        "takes the rule out of all workspaces", scopesNote,
      ],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation rules archive old-deploy"
    )

    package static let create = Operation(
      "federation.rules.create",
      .post,
      "/v1/organizations/federation_rules",
      "Lets tokens of an issuer act as a service account",
      parameters: [
        Parameter(
          "issuer_id",
          .body,
          .id(.federationIssuer),
          required: true,
          "whose tokens"
        ),
        Parameter(
          "match",
          .body,
          .record(match),
          required: true,
          "which of them; at least by subject_prefix, claims or condition"
        ),
        Parameter(
          "name",
          .body,
          .string,
          required: true,
          "lower-case letters, digits and hyphens; no two may have one name",
          constraint: .slug
        ),
        Parameter(
          "oauth_scope",
          .body,
          .string,
          required: true,
          "what they may do: workspace:developer, workspace:inference, or both with a space between"
        ),
        Parameter(
          "target",
          .body,
          .record(target),
          required: true,
          "the service account that they act as"
        ),
        Parameter(
          "applies_to_all_workspaces",
          .body,
          .bool,
          "holds in all workspaces, and in those to come"
        ),
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
          "how long the token lives that they are exchanged for, in seconds",
          default: "3600",
          constraint: .range(60...86400)
        ),
        Parameter(
          "workspace_id",
          .body,
          .id(.workspace),
          nullable: true,
          "where it holds, unless in all workspaces"
        ),
      ],
      response: .object(shape),
      effects: .always([.create, .grant]),
      semantics: .creates(collection),
      notes: [
        "needs workspace_id or applies_to_all_workspaces", "a name that is taken is a 409",
        "a rule for an issuer that many organizations share has to match something of yours",
        "that the service account is in the workspace is checked when a token is exchanged",
        scopesNote,
      ],
      isRepeatable: false,
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation rules create --name nightly --issuer-id github-actions "
        + #"--match {subject_prefix: "repo:acme/reports:*"} --oauth-scope workspace:inference "#
        + "--target (federation rules get deploy-main).target --applies-to-all-workspaces"
    )

    package static let list = Operation(
      "federation.rules.list",
      .get,
      "/v1/organizations/federation_rules",
      "Which tokens may act as which service account",
      parameters: [
        Parameter("include_archived", .query, .bool, "archived ones too", default: "false"),
        Parameter("issuer_id", .query, .id(.federationIssuer), "only rules for this issuer"),
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(
        collection,
        filters: [
          .unlessIncluded(parameter: "include_archived", field: "archived_at"),
          .equals(parameter: "issuer_id", field: "issuer_id"),
        ]
      ),
      access: .consoleAdmins,
      example: "federation rules list | select name, issuer_name, oauth_scope"
    )

    package static let retrieve = Operation(
      "federation.rules.retrieve",
      .get,
      "/v1/organizations/federation_rules/{federation_rule_id}",
      "One rule",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      access: .consoleAdmins,
      example: "federation rules get deploy-main"
    )

    package static let update = Operation(
      "federation.rules.update",
      .post,
      "/v1/organizations/federation_rules/{federation_rule_id}",
      "Changes a rule",
      parameters: [
        identity,
        Parameter(
          "applies_to_all_workspaces",
          .body,
          .bool,
          nullable: true,
          "holds in all workspaces; false is refused where none would be left"
        ),
        Parameter(
          "description",
          .body,
          .string,
          nullable: true,
          "what it is for; null empties it",
          constraint: .length(0...2000)
        ),
        Parameter(
          "match",
          .body,
          .record(match),
          nullable: true,
          "which tokens, in place of all that was said of it"
        ),
        Parameter(
          "name",
          .body,
          .string,
          nullable: true,
          "lower-case letters, digits and hyphens; no two may have one name",
          constraint: .slug
        ),
        Parameter(
          "oauth_scope",
          .body,
          .string,
          nullable: true,
          "what they may do: workspace:developer, workspace:inference, or both with a space between"
        ),
        Parameter(
          "target",
          .body,
          .record(target),
          nullable: true,
          "the service account that they act as"
        ),
        Parameter(
          "token_lifetime_seconds",
          .body,
          .int,
          nullable: true,
          "how long the token lives that they are exchanged for, in seconds",
          constraint: .range(60...86400)
        ),
        Parameter(
          "workspace_id",
          .body,
          .id(.workspace),
          nullable: true,
          "where it holds, in place of the one workspace so far; refused where it has several"
        ),
      ],
      response: .object(shape),
      effects: .always([.update, .grant]),
      semantics: .changes(collection),
      notes: [
        "the issuer stays", "an archived rule cannot be changed",
        "a rule for an issuer that many organizations share has to match something of yours",
        scopesNote,
      ],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation rules update deploy-main --token-lifetime-seconds 900"
    )

    package static let operations = [archive, create, list, retrieve, update]
  }
}
