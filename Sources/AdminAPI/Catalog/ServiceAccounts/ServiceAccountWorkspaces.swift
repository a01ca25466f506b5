internal import StewardValues

extension Catalog {
  /// The workspaces of a service account: the memberships of ``WorkspaceServiceAccounts`` from the
  /// other side.
  package enum ServiceAccountWorkspaces {
    package static let add = Operation(
      "service_accounts.workspaces.add",
      .post,
      "/v1/organizations/service_accounts/{service_account_id}/workspaces",
      "Gives a service account a role in a workspace",
      parameters: [
        ServiceAccounts.identity,
        Parameter("workspace_id", .body, .id(.workspace), required: true, "the workspace"),
        WorkspaceServiceAccounts.role,
      ],
      response: .object(WorkspaceServiceAccounts.shape),
      effects: .always(.grant),
      semantics: .creates(WorkspaceServiceAccounts.collection),
      notes: [
        "refused for an archived workspace",
        "the same as workspaces service-accounts add, seen from the account",
      ],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "service-accounts workspaces add ci-deploy --workspace-id Research "
        + "--workspace-role workspace_developer"
    )

    package static let list = Operation(
      "service_accounts.workspaces.list",
      .get,
      "/v1/organizations/service_accounts/{service_account_id}/workspaces",
      "The workspaces of a service account",
      parameters: [ServiceAccounts.identity] + Paging.token(20, 100),
      response: .page(
        .cursor(.fixed(default: 20, maximum: 100)),
        row: WorkspaceServiceAccounts.shape
      ),
      semantics: .lists(WorkspaceServiceAccounts.collection, filters: []),
      notes: [
        "begins with the membership of the default workspace that nobody gave",
        "empty for an archived account",
        "refused where a membership went away between two pages: list again",
      ],
      access: .consoleAdmins,
      example: "service-accounts workspaces list ci-deploy"
    )

    package static let remove = Operation(
      "service_accounts.workspaces.remove",
      .delete,
      "/v1/organizations/service_accounts/{service_account_id}/workspaces/{workspace_id}",
      "Takes a service account out of a workspace",
      parameters: [
        ServiceAccounts.identity,
        Parameter("workspace_id", .path, .id(.workspace), "the workspace"),
      ],
      response: .object(WorkspaceServiceAccounts.deleted),
      effects: .always(.cut),
      semantics: .removes(WorkspaceServiceAccounts.collection),
      notes: WorkspaceServiceAccounts.removalNotes,
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "service-accounts workspaces remove ci-deploy Production"
    )

    package static let operations = [add, list, remove]
  }
}
