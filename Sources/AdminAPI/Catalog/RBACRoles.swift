package import StewardValues

extension Catalog {
  /// Roles that groups give, and what each permits.
  package enum RBACRoles {
    package static let shape = Shape(
      "RBACRole",
      fields: [
        Field("id", .id(.rbacRole)),
        Field("display_name", .string),
        Field("source", .record(source)),
        Field("created_at", .datetime),
        Field("updated_at", .datetime), Paging.type("rbac_role"),
      ]
    )

    package static let source = Shape(
      "RBACRoleSource",
      fields: [Field("type", .oneOf(sourceType))]
    )

    package static let permission = Shape(
      "RBACRolePermission",
      fields: [
        Field("action", .string),
        Field("resource", .record(resource)),
        Paging.type("rbac_role_permission"),
      ]
    )

    package static let resource = Shape(
      "Resource",
      fields: [
        Field("type", .oneOf(resourceType)),
        Field("organization_id", .string.orNull),
        Field("connector_id", .string.orNull),
        Field("tool_name", .string.orNull),
        Field("scope", .string.orNull),
      ]
    )

    package static let sourceType = Enumeration(
      "a source of a role",
      ["built_in", "custom"]
    )

    package static let resourceType = Enumeration(
      "a kind of thing that a role permits",
      ["organization", "connector_tool", "connector_scope", "connector", "all_connectors"]
    )

    package static let collection = Semantics.Collection(
      "rbac_roles",
      identity: ["id"],
      naming: ["display_name"],
      resource: .rbacRole
    )

    package static let permissionsCollection = Semantics.Collection(
      "rbac_roles.permissions",
      identity: ["rbac_role_id", "action"],
      naming: [],
      resource: nil
    )

    private static let identity = Parameter("rbac_role_id", .path, .id(.rbacRole), "the role")

    package static let list = Operation(
      "rbac_roles.list",
      .get,
      "/v1/organizations/rbac_roles",
      "The roles that groups give",
      parameters: Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: []),
      notes: ["roles are made in the settings of claude.ai"],
      access: .readingRoles,
      errorCodes: ["organization_type_not_supported", "parent_organization_required"],
      example: "rbac-roles list | select display_name, source.type"
    )

    package static let retrieve = Operation(
      "rbac_roles.retrieve",
      .get,
      "/v1/organizations/rbac_roles/{rbac_role_id}",
      "One role",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      access: .readingRoles,
      errorCodes: [
        "organization_type_not_supported", "parent_organization_required", "rbac_role_not_found",
      ],
      example: "rbac-roles get \"Cost viewer\""
    )

    package static let listPermissions = Operation(
      "rbac_roles.permissions.list",
      .get,
      "/v1/organizations/rbac_roles/{rbac_role_id}/permissions",
      "What a role permits",
      parameters: [identity]
        + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: permission),
      semantics: .lists(permissionsCollection, filters: []),
      access: .readingRoles,
      errorCodes: [
        "organization_type_not_supported", "parent_organization_required", "rbac_role_not_found",
      ],
      example: "rbac-roles permissions list \"Cost viewer\""
    )

    package static let operations = [list, retrieve, listPermissions]
  }
}
