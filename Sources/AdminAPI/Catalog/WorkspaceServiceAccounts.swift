internal import StewardValues

extension Catalog {
  /// The service accounts of a workspace.
  package enum WorkspaceServiceAccounts {
    package static let collection = Semantics.Collection(
      "workspaces.service_accounts",
      identity: ["workspace_id", "service_account_id"],
      naming: [],
      resource: nil
    )

    package static let add = Operation(
      "workspaces.service_accounts.add",
      .post,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts",
      "Gives a service account a role in a workspace",
      parameters: [
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
        Parameter(
          "service_account_id",
          .body,
          .id(.serviceAccount),
          required: true,
          "the service account"
        ),
        Parameter("workspace_role", .body, .oneOf(Roles.addable), required: true, "the role there"),
      ],
      response: .object(ServiceAccounts.serviceAccountWorkspaceMember),
      effects: .always(.grant),
      semantics: .creates(collection),
      notes: [
        "archived workspace gives 400", "explicit add overrides implicit default membership",
      ],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        "workspaces service-accounts add Research --service-account-id ci-deploy --workspace-role workspace_developer"
    )

    package static let list = Operation(
      "workspaces.service_accounts.list",
      .get,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts",
      "The service accounts of a workspace",
      parameters: [Parameter("workspace_id", .path, .id(.workspace), "the workspace")]
        + Paging.token(20, 100),
      response: .page(
        .cursor(.fixed(default: 20, maximum: 100)),
        row: ServiceAccounts.serviceAccountWorkspaceMember
      ),
      semantics: .lists(collection, filters: []),
      notes: ["omits implicit memberships and archived accounts", "archived workspace gives 400"],
      access: Access([.adminToken], on: [.console]),
      example: "workspaces service-accounts list Production"
    )

    package static let remove = Operation(
      "workspaces.service_accounts.remove",
      .delete,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts/{service_account_id}",
      "Takes a service account out of a workspace",
      parameters: [
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
        Parameter("service_account_id", .path, .id(.serviceAccount), "the service account"),
      ],
      response: .object(ServiceAccounts.serviceAccountWorkspaceMemberDeleted),
      effects: .always(.cut),
      semantics: .removes(collection),
      notes: ["implicit default membership: 200 but unchanged", "archived workspace gives 400"],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "workspaces service-accounts remove Production ci-deploy"
    )

    package static let retrieve = Operation(
      "workspaces.service_accounts.retrieve",
      .get,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts/{service_account_id}",
      "One service account's role in a workspace",
      parameters: [
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
        Parameter("service_account_id", .path, .id(.serviceAccount), "the service account"),
      ],
      response: .object(ServiceAccounts.serviceAccountWorkspaceMember),
      semantics: .retrieves(collection),
      notes: [
        "archived workspace gives 400; archived account gives 404",
        "default workspace returns implicit membership",
      ],
      access: Access([.adminToken], on: [.console]),
      example: "workspaces service-accounts get Production ci-deploy"
    )

    package static let update = Operation(
      "workspaces.service_accounts.update",
      .post,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts/{service_account_id}",
      "Changes a service account's role in a workspace",
      parameters: [
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
        Parameter("service_account_id", .path, .id(.serviceAccount), "the service account"),
        Parameter("workspace_role", .body, .oneOf(Roles.addable), required: true, "the role there"),
      ],
      response: .object(ServiceAccounts.serviceAccountWorkspaceMember),
      effects: .byRights(of: "workspace_role", field: "workspace_role", Roles.workspaceRights),
      semantics: .changes(collection),
      notes: ["explicit memberships only", "archived workspace gives 400"],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        "workspaces service-accounts update Production ci-deploy --workspace-role workspace_user"
    )

    package static let operations = [add, list, remove, retrieve, update]
  }
}
