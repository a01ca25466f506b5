package import StewardValues

extension Catalog {
  /// Who is in which workspace, as what.
  package enum WorkspaceMembers {
    package static let shape = Shape(
      "WorkspaceMember",
      fields: [
        Field("workspace_id", .id(.workspace)),
        Field("user_id", .id(.user)),
        Field("workspace_role", .oneOf(Roles.workspace)),
        Paging.type("workspace_member"),
      ]
    )

    package static let deleted = Shape(
      "WorkspaceMemberDeleted",
      fields: [
        Field("workspace_id", .id(.workspace)),
        Field("user_id", .id(.user)),
        Paging.type("workspace_member_deleted"),
      ]
    )

    package static let collection = Semantics.Collection(
      "workspaces.members",
      identity: ["workspace_id", "user_id"],
      naming: [],
      resource: nil
    )

    private static let member = Parameter("user_id", .path, .id(.user), "the person")

    package static let add = Operation(
      "workspaces.members.add",
      .post,
      "/v1/organizations/workspaces/{workspace_id}/members",
      "Adds a person to a workspace",
      parameters: [
        Workspaces.identity,
        Parameter("user_id", .body, .id(.user), required: true, "the person"),
        Parameter(
          "workspace_role",
          .body,
          .oneOf(Roles.addable),
          required: true,
          "what the person may do there"
        ),
      ],
      response: .object(shape),
      effects: .always(.grant),
      semantics: .creates(collection),
      notes: ["admins and billing members have access to every workspace already"],
      isRepeatable: false,
      errorCodes: ["sandbox_egress_restricted", "workspace_member_limit_exceeded"],
      example: """
        workspaces members add Research --user-id chloe@acme.example \
        --workspace-role workspace_developer
        """
    )

    package static let retrieve = Operation(
      "workspaces.members.retrieve",
      .get,
      "/v1/organizations/workspaces/{workspace_id}/members/{user_id}",
      "One person's membership of a workspace",
      parameters: [Workspaces.identity, member],
      response: .object(shape),
      semantics: .retrieves(collection),
      example: "workspaces members get Research jane@acme.example"
    )

    package static let list = Operation(
      "workspaces.members.list",
      .get,
      "/v1/organizations/workspaces/{workspace_id}/members",
      "The people in a workspace",
      parameters: [Workspaces.identity] + Paging.ids,
      response: .page(.ids, row: shape),
      semantics: .lists(collection, filters: []),
      example: "workspaces members list Research | count"
    )

    package static let update = Operation(
      "workspaces.members.update",
      .post,
      "/v1/organizations/workspaces/{workspace_id}/members/{user_id}",
      "Changes what a person may do in a workspace",
      parameters: [
        Workspaces.identity,
        member,
        Parameter(
          "workspace_role",
          .body,
          .oneOf(Roles.workspace),
          required: true,
          "the new role"
        ),
      ],
      response: .object(shape),
      effects: .byRights(of: "workspace_role", field: "workspace_role", Roles.workspaceRights),
      semantics: .changes(collection),
      notes: [
        "memberships of admins are fixed; those of billing members can only become workspace_admin",
        "workspace_billing is in the API's schema, but its guide says that nobody can assign it",
      ],
      errorCodes: ["sandbox_egress_restricted", "workspace_member_limit_exceeded"],
      example: """
        workspaces members update Research jane@acme.example --workspace-role workspace_user
        """
    )

    package static let remove = Operation(
      "workspaces.members.remove",
      .delete,
      "/v1/organizations/workspaces/{workspace_id}/members/{user_id}",
      "Removes a person from a workspace",
      parameters: [Workspaces.identity, member],
      response: .object(deleted),
      effects: .always(.cut),
      semantics: .removes(collection),
      notes: ["admins and billing members cannot be removed from a workspace"],
      errorCodes: ["sandbox_egress_restricted"],
      example: "workspaces members remove Research jane@acme.example"
    )

    package static let operations = [add, retrieve, list, update, remove]
  }
}
