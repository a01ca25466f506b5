package import StewardValues

extension Catalog {
  /// The workspaces that a rule was let into; a rule for all workspaces has none of its own.
  package enum FederationRuleWorkspaces {
    package static let shape = Shape(
      "FederationRuleWorkspace",
      fields: [
        Field("created_by_actor_id", .string.orNull),
        Field("federation_rule_id", .id(.federationRule)),
        Field("workspace_id", .id(.workspace)),
        Field("workspace_name", .string.orNull, "in lists only"),
        Field("created_at", .datetime),
        Paging.type("federation_rule_workspace"),
      ]
    )

    package static let deleted = Shape(
      "FederationRuleWorkspaceDeleted",
      fields: [
        Field("federation_rule_id", .id(.federationRule)),
        Field("workspace_id", .id(.workspace)),
        Paging.type("federation_rule_workspace_deleted"),
      ]
    )

    package static let collection = Semantics.Collection(
      "federation.rules.workspaces",
      identity: ["federation_rule_id", "workspace_id"],
      naming: [],
      resource: nil
    )

    package static let add = Operation(
      "federation.rules.workspaces.add",
      .post,
      "/v1/organizations/federation_rules/{federation_rule_id}/workspaces",
      "Lets a rule hold in one more workspace",
      parameters: [
        FederationRules.identity,
        Parameter("workspace_id", .body, .id(.workspace), required: true, "the workspace"),
      ],
      response: .object(shape),
      effects: .always(.grant),
      semantics: .creates(collection),
      notes: ["refused for an archived rule", FederationRules.scopesNote],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation rules workspaces add deploy-main --workspace-id Research"
    )

    package static let list = Operation(
      "federation.rules.workspaces.list",
      .get,
      "/v1/organizations/federation_rules/{federation_rule_id}/workspaces",
      "The workspaces in which a rule holds",
      parameters: [FederationRules.identity] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: [
        "all of them come at once, whatever the limit",
        "a rule that holds in all workspaces lists only those it was let into by name",
      ],
      access: .consoleAdmins,
      example: "federation rules workspaces list deploy-main"
    )

    package static let remove = Operation(
      "federation.rules.workspaces.remove",
      .delete,
      "/v1/organizations/federation_rules/{federation_rule_id}/workspaces/{workspace_id}",
      "Ends a rule in a workspace",
      parameters: [
        FederationRules.identity,
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
      ],
      response: .object(deleted),
      effects: .always(.cut),
      semantics: .removes(collection),
      notes: [FederationRules.scopesNote],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation rules workspaces remove deploy-main Production"
    )

    package static let operations = [add, list, remove]
  }
}
