package import StewardValues

extension Catalog {
  /// Groups of people in a Claude Enterprise organization.
  package enum RBACGroups {
    package static let shape = Shape(
      "RBACGroup",
      fields: [
        Field("id", .id(.rbacGroup)),
        Field("name", .string),
        Field(
          "role_ids",
          .list(.id(.rbacRole)).orNull,
          "what its people may do",
          nullMeaning: "not known at the moment"
        ),
        Field("source_type", .oneOf(sourceType)),
        Field("created_at", .datetime),
        Field("updated_at", .datetime), Paging.type("rbac_group"),
      ]
    )

    package static let deleted = Shape(
      "RBACGroupDeleted",
      fields: [Field("id", .string), Paging.type("rbac_group_deleted")]
    )

    package static let member = Shape(
      "RBACGroupMember",
      fields: [
        Field("email", .string),
        Field("rbac_group_id", .id(.rbacGroup)),
        Field("user_id", .id(.user)),
        Field("created_at", .datetime),
        Paging.type("rbac_group_member"),
      ]
    )

    package static let memberDeleted = Shape(
      "RBACGroupMemberDeleted",
      fields: [
        Field("rbac_group_id", .id(.rbacGroup)),
        Field("user_id", .id(.user)),
        Paging.type("rbac_group_member_deleted"),
      ]
    )

    package static let sourceType = Enumeration("a source of a group", ["direct", "scim"])

    package static let collection = Semantics.Collection(
      "rbac_groups",
      identity: ["id"],
      naming: ["name"],
      resource: .rbacGroup
    )

    package static let membersCollection = Semantics.Collection(
      "rbac_groups.members",
      identity: ["rbac_group_id", "user_id"],
      naming: ["email"],
      resource: nil
    )

    private static let identity = Parameter("rbac_group_id", .path, .id(.rbacGroup), "the group")

    package static let create = Operation(
      "rbac_groups.create",
      .post,
      "/v1/organizations/rbac_groups",
      "Creates a group of people",
      parameters: [
        Parameter(
          "name",
          .body,
          .string,
          required: true,
          "what people call it",
          constraint: .length(1...255)
        )
      ],
      response: .object(shape),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: [
        "names need not be unique", "roles are given to groups in the settings of claude.ai",
      ],
      isRepeatable: false,
      access: .writingGroups,
      errorCodes: ["sandbox_egress_restricted"],
      example: "rbac-groups create --name Auditors"
    )

    package static let delete = Operation(
      "rbac_groups.delete",
      .delete,
      "/v1/organizations/rbac_groups/{rbac_group_id}",
      "Deletes a group",
      parameters: [identity],
      response: .object(deleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      also: ["its people lose what only the group gave them"],
      notes: ["groups that SCIM fills cannot be changed here, nor those that give owner access"],
      access: .writingGroups,
      errorCodes: [
        "rbac_group_grants_owner_access", "rbac_group_owner_access_unconfirmed",
        "sandbox_egress_restricted",
      ],
      example: "rbac-groups delete Contractors"
    )

    package static let list = Operation(
      "rbac_groups.list",
      .get,
      "/v1/organizations/rbac_groups",
      "The groups",
      parameters: Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: []),
      access: .readingGroups,
      example: "rbac-groups list | select name, source_type"
    )

    package static let retrieve = Operation(
      "rbac_groups.retrieve",
      .get,
      "/v1/organizations/rbac_groups/{rbac_group_id}",
      "One group",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      access: .readingGroups,
      example: "rbac-groups get Engineering"
    )

    package static let update = Operation(
      "rbac_groups.update",
      .post,
      "/v1/organizations/rbac_groups/{rbac_group_id}",
      "Renames a group",
      parameters: [
        identity,
        Parameter(
          "name",
          .body,
          .string,
          nullable: true,
          "the new name",
          constraint: .length(1...255)
        ),
      ],
      response: .object(shape),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: ["groups that SCIM fills cannot be changed here"],
      access: .writingGroups,
      errorCodes: ["sandbox_egress_restricted"],
      example: "rbac-groups update Engineering --name \"All engineers\""
    )

    package static let addMember = Operation(
      "rbac_groups.members.add",
      .post,
      "/v1/organizations/rbac_groups/{rbac_group_id}/members",
      "Puts a person into a group",
      parameters: [
        identity,
        Parameter("user_id", .body, .id(.user), required: true, "the person"),
      ],
      response: .object(member),
      effects: .always(.grant),
      semantics: .creates(membersCollection),
      notes: ["groups that SCIM fills cannot be changed here, nor those that give owner access"],
      access: .writingGroups,
      errorCodes: [
        "rbac_group_grants_owner_access", "rbac_group_owner_access_unconfirmed",
        "sandbox_egress_restricted",
      ],
      example: "rbac-groups members add Engineering --user-id aisha@acme.example"
    )

    package static let listMembers = Operation(
      "rbac_groups.members.list",
      .get,
      "/v1/organizations/rbac_groups/{rbac_group_id}/members",
      "The people in a group",
      parameters: [identity]
        + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: member),
      semantics: .lists(membersCollection, filters: []),
      access: .readingGroups,
      example: "rbac-groups members list Engineering | select email"
    )

    package static let removeMember = Operation(
      "rbac_groups.members.remove",
      .delete,
      "/v1/organizations/rbac_groups/{rbac_group_id}/members/{user_id}",
      "Takes a person out of a group",
      parameters: [
        identity,
        Parameter("user_id", .path, .id(.user), "the person"),
      ],
      response: .object(memberDeleted),
      effects: .always(.cut),
      semantics: .removes(membersCollection),
      notes: ["groups that SCIM fills cannot be changed here, nor those that give owner access"],
      access: .writingGroups,
      errorCodes: [
        "rbac_group_grants_owner_access", "rbac_group_owner_access_unconfirmed",
        "sandbox_egress_restricted",
      ],
      example: "rbac-groups members remove Engineering jane@acme.example"
    )

    package static let operations = [
      create, delete, list, retrieve, update, addMember, listMembers, removeMember,
    ]
  }
}
