package import StewardValues

extension Catalog {
  /// Identities for programs.
  package enum ServiceAccounts {
    package static let serviceAccount = Shape(
      "ServiceAccount",
      fields: [
        Field("id", .id(.serviceAccount)), Field("name", .string),
        Field("archived_by_actor_id", .string.orNull), Field("created_by_actor_id", .string.orNull),
        Field("description", .string.orNull), Field("organization_role", .oneOf(organizationRole)),
        Field("updated_by_actor_id", .string.orNull), Field("archived_at", .datetime.orNull),
        Field("created_at", .datetime), Field("updated_at", .datetime),
        Paging.type("service_account"),
      ]
    )

    package static let serviceAccountWorkspaceMember = Shape(
      "ServiceAccountWorkspaceMember",
      fields: [
        Field("created_by_actor_id", .string.orNull),
        Field("implicit", .bool.orNull, "true only for implicit default-workspace membership"),
        Field("service_account_id", .id(.serviceAccount)), Field("workspace_id", .id(.workspace)),
        Field("workspace_role", .oneOf(workspaceRole)),
        Paging.type("service_account_workspace_member"),
      ]
    )

    package static let serviceAccountWorkspaceMemberDeleted = Shape(
      "ServiceAccountWorkspaceMemberDeleted",
      fields: [
        Field("service_account_id", .id(.serviceAccount)), Field("workspace_id", .id(.workspace)),
        Paging.type("service_account_workspace_member_deleted"),
      ]
    )

    package static let organizationRole = Enumeration(
      "an organization role",
      ["admin", "developer"]
    )

    package static let workspaceRole = Enumeration(
      "a workspace role",
      [
        "workspace_admin", "workspace_billing", "workspace_developer",
        "workspace_restricted_developer", "workspace_user",
      ]
    )

    package static let collection = Semantics.Collection(
      "service_accounts",
      identity: ["id"],
      naming: ["name"],
      resource: .serviceAccount
    )

    package static let archive = Operation(
      "service_accounts.archive",
      .post,
      "/v1/organizations/service_accounts/{service_account_id}/archive",
      "Archives a service account for good",
      parameters: [
        Parameter("service_account_id", .path, .id(.serviceAccount), "the service account")
      ],
      response: .object(serviceAccount),
      effects: .always(.destroy),
      semantics: .archives(collection),
      notes: ["400 while a live rule targets the account"],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "service-accounts archive retired-bot"
    )

    package static let create = Operation(
      "service_accounts.create",
      .post,
      "/v1/organizations/service_accounts",
      "Creates an identity for a program",
      parameters: [
        Parameter(
          "name",
          .body,
          .string,
          required: true,
          "slug: lowercase, digits, hyphens; unique, else 409",
          constraint: .slug
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
          "organization_role",
          .body,
          .oneOf(organizationRole),
          "admin needs interactive credential",
          default: "developer"
        ),
      ],
      response: .object(serviceAccount),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: [
        "duplicate name gives 409",
        "organization_role=admin needs interactive credential, not a workload",
      ],
      isRepeatable: false,
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: #"service-accounts create --name weekly-report --description "Writes the report""#
    )

    package static let list = Operation(
      "service_accounts.list",
      .get,
      "/v1/organizations/service_accounts",
      "The service accounts",
      parameters: [
        Parameter("include_archived", .query, .bool, "also return archived", default: "false")
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: serviceAccount),
      semantics: .lists(
        collection,
        filters: [.unlessIncluded(parameter: "include_archived", field: "archived_at")]
      ),
      notes: ["archived hidden unless include_archived=true"],
      access: Access([.adminToken], on: [.console]),
      example: "service-accounts list | select name, organization_role, created_at"
    )

    package static let retrieve = Operation(
      "service_accounts.retrieve",
      .get,
      "/v1/organizations/service_accounts/{service_account_id}",
      "One service account",
      parameters: [
        Parameter("service_account_id", .path, .id(.serviceAccount), "the service account")
      ],
      response: .object(serviceAccount),
      semantics: .retrieves(collection),
      access: Access([.adminToken], on: [.console]),
      example: "service-accounts get ci-deploy"
    )

    package static let update = Operation(
      "service_accounts.update",
      .post,
      "/v1/organizations/service_accounts/{service_account_id}",
      "Changes a service account's description or role",
      parameters: [
        Parameter("service_account_id", .path, .id(.serviceAccount), "the service account"),
        Parameter(
          "description",
          .body,
          .string,
          nullable: true,
          "null clears (stored as empty string)",
          constraint: .length(0...2000)
        ),
        Parameter(
          "organization_role",
          .body,
          .oneOf(organizationRole),
          nullable: true,
          "null or omitted leaves unchanged"
        ),
      ],
      response: .object(serviceAccount),
      effects: .byValue(
        of: "organization_role",
        ["admin": .grant, "developer": .cut],
        base: ["description": .update]
      ),
      semantics: .changes(collection),
      notes: [
        "name immutable; archived account gives 400",
        "sending organization_role=admin needs interactive credential even if unchanged",
      ],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "service-accounts update ci-deploy --description \"Deploys from CI\""
    )

    package static let addWorkspaces = Operation(
      "service_accounts.workspaces.add",
      .post,
      "/v1/organizations/service_accounts/{service_account_id}/workspaces",
      "Gives a service account a role in a workspace",
      parameters: [
        Parameter("service_account_id", .path, .id(.serviceAccount), "the service account"),
        Parameter("workspace_id", .body, .id(.workspace), required: true, "the workspace"),
        Parameter("workspace_role", .body, .oneOf(Roles.addable), required: true, "the role there"),
      ],
      response: .object(serviceAccountWorkspaceMember),
      effects: .always(.grant),
      semantics: .creates(WorkspaceServiceAccounts.collection),
      notes: [
        "archived workspace gives 400", "same membership as workspaces.service_accounts.add",
      ],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        "service-accounts workspaces add ci-deploy --workspace-id Research --workspace-role workspace_developer"
    )

    package static let listWorkspaces = Operation(
      "service_accounts.workspaces.list",
      .get,
      "/v1/organizations/service_accounts/{service_account_id}/workspaces",
      "The workspaces of a service account",
      parameters: [
        Parameter("service_account_id", .path, .id(.serviceAccount), "the service account")
      ] + Paging.token(20, 100),
      response: .page(
        .cursor(.fixed(default: 20, maximum: 100)),
        row: serviceAccountWorkspaceMember
      ),
      semantics: .lists(WorkspaceServiceAccounts.collection, filters: []),
      notes: [
        "implicit default membership comes first on first page",
        "limit=1 first page may hold two entries", "archived account: empty list without cursor",
        "cursor of vanished membership gives 400; restart",
      ],
      access: Access([.adminToken], on: [.console]),
      example: "service-accounts workspaces list ci-deploy"
    )

    package static let removeWorkspaces = Operation(
      "service_accounts.workspaces.remove",
      .delete,
      "/v1/organizations/service_accounts/{service_account_id}/workspaces/{workspace_id}",
      "Takes a service account out of a workspace",
      parameters: [
        Parameter("service_account_id", .path, .id(.serviceAccount), "the service account"),
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
      ],
      response: .object(serviceAccountWorkspaceMemberDeleted),
      effects: .always(.cut),
      semantics: .removes(WorkspaceServiceAccounts.collection),
      notes: [
        "implicit default membership: 200 but unchanged",
        "removing explicit default row reverts to implicit workspace_user",
        "archived workspace gives 400",
      ],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "service-accounts workspaces remove ci-deploy Production"
    )

    package static let operations = [
      archive, create, list, retrieve, update, addWorkspaces, listWorkspaces, removeWorkspaces,
    ]
  }
}
