package import StewardValues

extension Catalog {
  /// Who did what: the activity feed of the Compliance API, the only part of it that an Admin key can
  /// read. Facts from the API's page "Query compliance activities".
  package enum ComplianceActivities {
    package static let shape = Shape(
      "Activity",
      fields: [
        Field("id", .id(.activity)),
        Field("created_at", .datetime),
        Field("type", .string, "what was done; it says which further fields there are"),
        Field("actor", .record(actor)),
        Field("organization_id", .string.orNull),
        Field("organization_uuid", .string.orNull),
      ],
      isOpen: true
    )

    package static let actor = Shape(
      "ActivityActor",
      fields: [
        Field("type", .string, "user_actor, api_actor and so on"),
        Field("email_address", .string.orNull),
        Field("user_id", .id(.user).orNull),
        Field("api_key_id", .id(.apiKey).orNull),
        Field("admin_api_key_id", .string.orNull),
        Field("ip_address", .string.orNull),
        Field("user_agent", .string.orNull),
      ],
      isOpen: true
    )

    package static let collection = Semantics.Collection(
      "compliance.activities",
      identity: ["id"],
      naming: [],
      resource: .activity
    )

    private static func bound(_ name: String, _ summary: String) -> Parameter {
      Parameter(
        "created_at_\(name)",
        .query,
        .datetime,
        summary,
        wireName: "created_at.\(name)"
      )
    }

    package static let list = Operation(
      "compliance.activities.list",
      .get,
      "/v1/compliance/activities",
      "Who did what in the organization, newest first",
      parameters: [
        Parameter(
          "activity_types",
          .query,
          .list(.string),
          "only these: platform_api_key_created and about 300 others"
        ),
        Parameter("actor_ids", .query, .list(.id(.user)), "only what these people did"),
        Parameter("organization_ids", .query, .list(.string), "only in these organizations"),
        bound("gte", "from this moment on"), bound("gt", "after this moment"),
        bound("lte", "up to this moment"), bound("lt", "before this moment"),
      ] + Paging.ids(1...5000, usual: 100),
      response: .page(.ids, row: shape),
      semantics: .lists(collection, filters: []),
      notes: [
        "the Compliance API must be enabled for the organization: `compliance-settings get` tells",
        "an activity is there a minute after it happened, and for six years; nothing is recorded of "
          + "the time before it was enabled",
      ],
      access: Access(
        [.adminKey, .scopedKey],
        scopes: ["read:compliance_activities"],
        on: [.console, .enterprise, .aws]
      ),
      example: #"compliance activities list | select created_at, type, actor.email_address"#
    )

    package static let operations = [list]
  }
}
