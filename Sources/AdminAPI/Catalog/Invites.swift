package import StewardValues

extension Catalog {
  /// Invitations to the organization.
  package enum Invites {
    package static let shape = Shape(
      "Invite",
      fields: [
        Field("id", .id(.invite)),
        Field("email", .string),
        Field("role", .oneOf(Roles.organization), "what the person will be"),
        Field("status", .oneOf(status)),
        Field("invited_at", .datetime),
        Field("expires_at", .datetime, "21 days after the invitation"),
        Field("accepted_at", .datetime.orNull, nullMeaning: "not accepted"),
        Field("rbac_group_ids", .list(.id(.rbacGroup)), "groups to join; Enterprise only"),
        Paging.type("invite"),
      ]
    )

    package static let deleted = Shape(
      "InviteDeleted",
      fields: [Field("id", .id(.invite)), Paging.type("invite_deleted")]
    )

    package static let status = Enumeration(
      "the status of an invite",
      ["pending", "accepted", "expired", "deleted"]
    )

    package static let listedStatus = Enumeration(
      "a status to list invites by",
      ["pending", "accepted", "expired"],
      refused: ["deleted": "deleted invites are not listed"]
    )

    package static let collection = Semantics.Collection(
      "invites",
      identity: ["id"],
      naming: ["email"],
      resource: .invite
    )

    private static let identity = Parameter("invite_id", .path, .id(.invite), "the invitation")

    package static let create = Operation(
      "invites.create",
      .post,
      "/v1/organizations/invites",
      "Invites a person to the organization",
      parameters: [
        Parameter("email", .body, .string, required: true, "who is invited", constraint: .email),
        Parameter("role", .body, .oneOf(Roles.assignable), required: true, "the role to come with"),
        Parameter(
          "rbac_group_ids",
          .body,
          .list(.id(.rbacGroup)),
          "groups to join; Enterprise only",
          constraint: .items(0...100)
        ),
      ],
      response: .object(shape),
      effects: .always([.create, .grant]),
      semantics: .creates(collection),
      notifies: "sends an email to the person",
      consumes: "a seat",
      notes: [
        "expires after 21 days",
        "refused if the person is a member or has a pending invite",
        "a pending invite counts toward the member limit",
        "the role managed and groups exist in Enterprise organizations only, and need "
          + "write:rbac_groups",
      ],
      isRepeatable: false,
      budget: .invites,
      access: .writingMembers,
      errorCodes: [
        "already_member", "cannot_invite_emails_with_unverified_domains",
        "email_domain_not_allowed", "invite_already_exists", "org_member_limit_exceeded",
        "rbac_group_grants_owner_access", "rbac_group_owner_access_unconfirmed",
        "sandbox_egress_restricted",
      ],
      example: "invites create --email new.person@acme.example --role developer"
    )

    package static let retrieve = Operation(
      "invites.retrieve",
      .get,
      "/v1/organizations/invites/{invite_id}",
      "One invitation",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      access: .readingMembers,
      example: "invites get nina.vogel@acme.example"
    )

    package static let list = Operation(
      "invites.list",
      .get,
      "/v1/organizations/invites",
      "Invitations, newest first",
      parameters: [
        Parameter(
          "email",
          .query,
          .string,
          "only this address, without regard to case and to what follows a +",
          constraint: .email
        ),
        Parameter("roles", .query, .list(.oneOf(Roles.organization)), "only to these roles"),
        Parameter("statuses", .query, .list(.oneOf(listedStatus)), "only invites in these states"),
      ] + Paging.ids,
      response: .page(.ids, row: shape),
      semantics: .lists(
        collection,
        filters: [
          .email(parameter: "email", field: "email"),
          .oneOf(parameter: "roles", field: "role"),
          .oneOf(parameter: "statuses", field: "status"),
        ]
      ),
      access: .readingMembers,
      example: "invites list --statuses pending | where invited_at < ago(14d)"
    )

    package static let delete = Operation(
      "invites.delete",
      .delete,
      "/v1/organizations/invites/{invite_id}",
      "Withdraws an invitation",
      parameters: [identity],
      response: .object(deleted),
      effects: .always(.cut),
      semantics: .removes(collection),
      also: ["the link in the person's mail stops working"],
      notes: ["only pending invites can be withdrawn"],
      access: .writingMembers,
      errorCodes: ["sandbox_egress_restricted"],
      example: "invites delete nina.vogel@acme.example"
    )

    package static let operations = [create, retrieve, list, delete]
  }
}
