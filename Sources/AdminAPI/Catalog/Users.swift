package import StewardValues

extension Catalog {
  /// The people in the organization.
  package enum Users {
    package static let shape = Shape(
      "User",
      fields: [
        Field("id", .id(.user)),
        Field("email", .string),
        Field("name", .string),
        Field("role", .oneOf(Roles.organization), "what the person may do in the organization"),
        Field("added_at", .datetime, "when the person joined"),
        Paging.type("user"),
      ]
    )

    package static let deleted = Shape(
      "UserDeleted",
      fields: [Field("id", .id(.user)), Paging.type("user_deleted")]
    )

    package static let collection = Semantics.Collection(
      "users",
      identity: ["id"],
      naming: ["email", "name"],
      resource: .user
    )

    private static let identity = Parameter("user_id", .path, .id(.user), "the person")

    package static let retrieve = Operation(
      "users.retrieve",
      .get,
      "/v1/organizations/users/{user_id}",
      "One person in the organization",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      access: .readingMembers,
      example: "users get jane@acme.example"
    )

    package static let list = Operation(
      "users.list",
      .get,
      "/v1/organizations/users",
      "The people in the organization, newest first",
      parameters: [
        Parameter(
          "email",
          .query,
          .string,
          "only this address, without regard to case and to what follows a +",
          constraint: .email
        ),
        Parameter("roles", .query, .list(.oneOf(Roles.organization)), "only these roles"),
      ] + Paging.ids,
      response: .page(.ids, row: shape),
      semantics: .lists(
        collection,
        filters: [
          .email(parameter: "email", field: "email"),
          .oneOf(parameter: "roles", field: "role"),
        ]
      ),
      notes: ["the email filter is a sieve: compare exactly where it matters"],
      access: .readingMembers,
      example: #"users list | where role == "admin" | select email, name"#
    )

    package static let update = Operation(
      "users.update",
      .post,
      "/v1/organizations/users/{user_id}",
      "Changes a person's role",
      parameters: [
        identity,
        Parameter("role", .body, .oneOf(Roles.assignable), required: true, "the new role"),
      ],
      response: .object(shape),
      effects: .byRights(of: "role", field: "role", Roles.organizationRights),
      semantics: .changes(collection),
      notes: [
        "admins cannot be changed through the API",
        "managed exists in Enterprise organizations only",
        "refused where an identity provider decides about roles",
      ],
      access: .writingMembers,
      errorCodes: ["sandbox_egress_restricted"],
      example: "users update jane@acme.example --role developer"
    )

    package static let remove = Operation(
      "users.remove",
      .delete,
      "/v1/organizations/users/{user_id}",
      "Removes a person from the organization",
      parameters: [identity],
      response: .object(deleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      affects: [
        SideEffect(
          "ends the person's membership of every workspace",
          SideEffect.Related(
            WorkspaceMembers.collection,
            by: "user_id",
            one: "ends the membership of 1 workspace",
            many: "ends the memberships of # workspaces"
          )
        ),
        SideEffect(
          "API keys the person made keep working, except those of the Claude Code workspace",
          SideEffect.Related(
            APIKeys.collection,
            by: "created_by.id",
            where: ["status": "active"],
            one: "1 API key that the person made keeps working (except in Claude Code's workspace)",
            many: "# API keys that the person made keep working (except in Claude Code's workspace)"
          ),
          tellsUse: true
        ),
      ],
      notes: [
        "admins cannot be removed through the API, and neither can the last member",
        "coming back takes a new invite",
        "somebody may be changing memberships at the same time: then send it again",
      ],
      access: .writingMembers,
      errorCodes: [
        "cannot_remove_last_member", "concurrent_membership_change", "sandbox_egress_restricted",
      ],
      example: "users remove jane@acme.example"
    )

    package static let signOut = Operation(
      "users.sign_out",
      .post,
      "/v1/organizations/users/{user_id}/sign_out",
      "Ends all of a person's sessions",
      parameters: [identity],
      response: .object(shape),
      effects: .always(.cut),
      semantics: .acts(collection, setting: [:]),
      also: [
        "ends sessions beyond this organization, and trusted devices",
        "API keys and tokens of other organizations keep working",
      ],
      notes: [
        "the primary owner and the caller cannot be signed out",
        "some tokens may live for another hour",
        "after a 503 send it again",
      ],
      betaHeader: .userSignOut,
      access: .enterprise("write:members"),
      errorCodes: [
        "cannot_sign_out_managed_member", "cannot_sign_out_membership_admin",
        "cannot_sign_out_owner", "cannot_sign_out_primary_owner",
        "cannot_sign_out_privileged_member", "cannot_sign_out_self",
        "organization_not_enrolled_in_beta", "sandbox_egress_restricted",
      ],
      example: "users sign-out jane@acme.example"
    )

    package static let operations = [retrieve, list, update, remove, signOut]
  }
}
