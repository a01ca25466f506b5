package import StewardValues

extension Catalog {
  /// The keys that programs use; they are made in the Console only.
  package enum APIKeys {
    package static let shape = Shape(
      "ApiKey",
      fields: [
        Field("id", .id(.apiKey)),
        Field("name", .string),
        Field("status", .oneOf(status)),
        Field("partial_key_hint", .string.orNull, "the ends of the key"),
        Field("created_at", .datetime),
        Field("expires_at", .datetime.orNull, nullMeaning: "never expires"),
        Field("created_by", .record(creator).orNull, nullMeaning: "not recorded"),
        Field(
          "principal",
          .record(principal).orNull,
          "as whom the key acts",
          nullMeaning: "bound to nobody"
        ),
        Field("scope", .record(scope), "where the key works"),
        Field(
          "workspace_id",
          .id(.workspace).orNull,
          "deprecated: scope.workspace_id has the default workspace's real id",
          nullMeaning: "the default workspace, or the whole organization"
        ),
        Paging.type("api_key"),
      ]
    )

    private static let creator = Shape(
      "ApiKeyCreator",
      fields: [
        Field(
          "type",
          .oneOf(Enumeration("a kind of key creator", ["user", "service_account"]))
        ),
        Field("id", .string),
      ]
    )

    private static let principal = Shape(
      "ApiKeyPrincipal",
      fields: [
        Field(
          "type",
          .oneOf(Enumeration("a kind of key principal", ["user_actor", "service_account_actor"]))
        ),
        Field("user_id", .id(.user).orNull),
        Field("service_account_id", .id(.serviceAccount).orNull),
      ]
    )

    private static let scope = Shape(
      "ApiKeyScope",
      fields: [
        Field("type", .oneOf(Enumeration("a scope of a key", ["organization", "workspace"]))),
        Field(
          "workspace_id",
          .id(.workspace).orNull,
          nullMeaning: "the whole organization"
        ),
      ]
    )

    package static let status = Enumeration(
      "the status of an API key",
      ["active", "inactive", "archived", "expired"]
    )

    package static let settableStatus = Enumeration(
      "a status that a key can be set to",
      ["active", "inactive", "archived"],
      refused: ["expired": "keys expire by themselves: expired cannot be set"]
    )

    package static let collection = Semantics.Collection(
      "api_keys",
      identity: ["id"],
      naming: ["name"],
      resource: .apiKey
    )

    private static let identity = Parameter("api_key_id", .path, .id(.apiKey), "the key")

    package static let retrieve = Operation(
      "api_keys.retrieve",
      .get,
      "/v1/organizations/api_keys/{api_key_id}",
      "One API key, without the key itself",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      example: "api-keys get eval-nightly"
    )

    package static let list = Operation(
      "api_keys.list",
      .get,
      "/v1/organizations/api_keys",
      "The organization's API keys",
      parameters: [
        Parameter("status", .query, .oneOf(status), "only keys in this state"),
        Parameter("workspace_id", .query, .id(.workspace), "only keys of this workspace"),
        Parameter("created_by_user_id", .query, .id(.user), "only keys that this person made"),
      ] + Paging.ids,
      response: .page(.ids, row: shape),
      semantics: .lists(
        collection,
        filters: [
          .equals(parameter: "status", field: "status"),
          .equals(parameter: "workspace_id", field: "scope.workspace_id"),
          .sieve(parameter: "workspace_id", field: "workspace_id"),
          .equals(parameter: "created_by_user_id", field: "created_by.id"),
        ]
      ),
      notes: ["keys are made in the Console: the API has no way to create one"],
      example: "api-keys list --status active | where created_at < ago(90d)"
    )

    package static let update = Operation(
      "api_keys.update",
      .post,
      "/v1/organizations/api_keys/{api_key_id}",
      "Renames a key, or switches it on or off",
      parameters: [
        identity,
        Parameter(
          "name",
          .body,
          .string,
          nullable: true,
          "the new name",
          constraint: .length(1...500)
        ),
        Parameter(
          "status",
          .body,
          .oneOf(settableStatus),
          nullable: true,
          "inactive stops the key at once, archived for good"
        ),
      ],
      response: .object(shape),
      effects: .byValue(
        of: "status",
        ["active": .grant, "inactive": .cut, "archived": .destroy],
        base: ["name": .update]
      ),
      semantics: .changes(collection),
      affects: [.use(when: [.cut, .destroy])],
      notes: ["when a key expires cannot be changed"],
      errorCodes: [
        "org_api_key_limit_exceeded", "sandbox_egress_restricted",
        "workspace_api_key_limit_exceeded",
      ],
      example: "api-keys update jane-experiments --status inactive"
    )

    package static let operations = [retrieve, list, update]
  }
}
