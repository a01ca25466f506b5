package import StewardValues

extension Catalog {
  /// The service accounts of a workspace.
  ///
  /// Every account is in the default workspace as workspace_user, without having been added: an
  /// implicit membership.
  package enum WorkspaceServiceAccounts {
    package static let shape = Shape(
      "ServiceAccountWorkspaceMember",
      fields: [
        Field("created_by_actor_id", .string.orNull),
        Field("implicit", .bool.orNull, "true where nobody added it to the default workspace"),
        Field("service_account_id", .id(.serviceAccount)),
        Field("workspace_id", .id(.workspace)),
        Field("workspace_role", .oneOf(Roles.workspace)),
        Paging.type("service_account_workspace_member"),
      ]
    )

    package static let deleted = Shape(
      "ServiceAccountWorkspaceMemberDeleted",
      fields: [
        Field("service_account_id", .id(.serviceAccount)),
        Field("workspace_id", .id(.workspace)),
        Paging.type("service_account_workspace_member_deleted"),
      ]
    )

    package static let collection = Semantics.Collection(
      "workspaces.service_accounts",
      identity: ["workspace_id", "service_account_id"],
      naming: [],
      resource: nil
    )

    private static let workspace = Parameter(
      "workspace_id",
      .path,
      .id(.workspace),
      "the workspace"
    )

    package static let role = Parameter(
      "workspace_role",
      .body,
      .oneOf(Roles.addable),
      required: true,
      "the role there"
    )

    package static let removalNotes = [
      "in the default workspace it stays workspace_user, as every account is",
      "refused for an archived workspace",
    ]

    package static let add = Operation(
      "workspaces.service_accounts.add",
      .post,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts",
      "Gives a service account a role in a workspace",
      parameters: [
        workspace,
        Parameter(
          "service_account_id",
          .body,
          .id(.serviceAccount),
          required: true,
          "the service account"
        ), role,
      ],
      response: .object(shape),
      effects: .always(.grant),
      semantics: .creates(collection),
      notes: [
        "refused for an archived workspace",
        "in the default workspace it replaces the role that every account has there",
      ],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "workspaces service-accounts add Research --service-account-id ci-deploy "
        + "--workspace-role workspace_developer"
    )

    package static let list = Operation(
      "workspaces.service_accounts.list",
      .get,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts",
      "The service accounts of a workspace",
      parameters: [workspace] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: [
        "without archived accounts, and those that nobody added to the default workspace",
        "refused for an archived workspace",
      ],
      access: .consoleAdmins,
      example: "workspaces service-accounts list Production"
    )

    package static let remove = Operation(
      "workspaces.service_accounts.remove",
      .delete,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts/{service_account_id}",
      "Takes a service account out of a workspace",
      parameters: [workspace, ServiceAccounts.identity],
      response: .object(deleted),
      effects: .always(.cut),
      semantics: .removes(collection),
      notes: removalNotes,
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "workspaces service-accounts remove Production ci-deploy"
    )

    package static let retrieve = Operation(
      "workspaces.service_accounts.retrieve",
      .get,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts/{service_account_id}",
      "One service account's role in a workspace",
      parameters: [workspace, ServiceAccounts.identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      notes: [
        "every account is found in the default workspace", "an archived account is not found",
        "refused for an archived workspace",
      ],
      access: .consoleAdmins,
      example: "workspaces service-accounts get Production ci-deploy"
    )

    package static let update = Operation(
      "workspaces.service_accounts.update",
      .post,
      "/v1/organizations/workspaces/{workspace_id}/service_accounts/{service_account_id}",
      "Changes a service account's role in a workspace",
      parameters: [workspace, ServiceAccounts.identity, role],
      response: .object(shape),
      effects: .byRights(of: "workspace_role", field: "workspace_role", Roles.workspaceRights),
      semantics: .changes(collection),
      notes: [
        "only where it was added: in the default workspace add it first",
        "refused for an archived workspace",
      ],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "workspaces service-accounts update Production ci-deploy "
        + "--workspace-role workspace_user"
    )

    package static let operations = [add, list, remove, retrieve, update]
  }
}
