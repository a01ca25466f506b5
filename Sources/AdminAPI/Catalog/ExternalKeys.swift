package import StewardValues

extension Catalog {
  /// Encryption keys that the customer manages.
  package enum ExternalKeys {
    package static let externalKey = Shape(
      "ExternalKey",
      fields: [
        Field("id", .id(.externalKey), "ekey_ ID, or KMS ARN on Claude Platform on AWS"),
        Field("display_name", .string.orNull),
        Field(
          "attachment",
          .record(externalKeyAttachment),
          "counts live and archived workspaces, not deleted"
        ), Field("geo", .string), Field("provider_config", .record(providerConfig)),
        Field("user_profile_id", .string.orNull), Field("created_at", .datetime),
        Field("updated_at", .datetime), Paging.type("external_key"),
      ]
    )

    package static let externalKeyAttachment = Shape(
      "ExternalKeyAttachment",
      fields: [Field("type", .oneOf(externalKeyAttachmentType))]
    )

    package static let providerConfig = Shape(
      "ProviderConfig",
      fields: [
        Field("type", .oneOf(providerConfigType)), Field("kms_arn", .string.orNull),
        Field("region", .string.orNull), Field("key_name", .string.orNull),
        Field("tenant_id", .string.orNull), Field("vault_uri", .string.orNull),
        Field("client_id", .string.orNull),
      ]
    )

    package static let newProviderConfig = Shape(
      "NewProviderConfig",
      fields: [
        Field("type", .oneOf(providerConfigType)), Field("kms_arn", .string.orNull),
        Field("region", .string.orNull, "derived from kms_arn when omitted"),
        Field("key_name", .string.orNull), Field("tenant_id", .string.orNull),
        Field("vault_uri", .string.orNull), Field("client_id", .string.orNull),
      ]
    )

    package static let externalKeyDeleted = Shape(
      "ExternalKeyDeleted",
      fields: [Field("id", .string), Paging.type("external_key_deleted")]
    )

    package static let externalKeyValidation = Shape(
      "ExternalKeyValidation",
      fields: [
        Field("error", .string.orNull), Field("status", .oneOf(status)),
        Paging.type("external_key_validation"),
      ]
    )

    package static let externalKeyAttachmentType = Enumeration(
      "an external key attachment type",
      ["attached", "unattached"]
    )

    package static let providerConfigType = Enumeration(
      "a provider config type",
      ["aws", "gcp", "azure"]
    )

    package static let geo = Enumeration("a geo", ["us"])

    package static let status = Enumeration("a status", ["failure", "success"])

    package static let collection = Semantics.Collection(
      "external_keys",
      identity: ["id"],
      naming: ["display_name"],
      resource: .externalKey
    )

    package static let create = Operation(
      "external_keys.create",
      .post,
      "/v1/organizations/external_keys",
      "Registers a key of a cloud's key management",
      parameters: [
        Parameter(
          "provider_config",
          .body,
          .record(newProviderConfig),
          required: true,
          "provider config",
          constraint: .variants(
            by: "type",
            [
              Variant("aws", required: ["kms_arn"], optional: ["region"]),
              Variant("gcp", required: ["key_name"]),
              Variant(
                "azure",
                required: ["key_name", "tenant_id", "vault_uri"],
                optional: ["client_id"]
              ),
            ]
          )
        ),
        Parameter(
          "display_name",
          .body,
          .string,
          nullable: true,
          "what people call it",
          constraint: .length(1...255)
        ),
        Parameter("geo", .body, .oneOf(geo), "only us", default: "us"),
        Parameter(
          "user_profile_id",
          .body,
          .string,
          nullable: true,
          "binds key permanently to that profile"
        ),
      ],
      response: .object(externalKey),
      effects: .always(.create),
      semantics: .creates(collection),
      isRepeatable: false,
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      errorCodes: ["sandbox_egress_restricted", "user_profile_not_found"],
      example: #"external-keys create --provider-config {type: "gcp", key_name: "backup"}"#
    )

    package static let delete = Operation(
      "external_keys.delete",
      .delete,
      "/v1/organizations/external_keys/{external_key_id}",
      "Removes a key that no workspace uses",
      parameters: [Parameter("external_key_id", .path, .id(.externalKey), "the key")],
      response: .object(externalKeyDeleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      notes: ["refused while any workspace references it"],
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      errorCodes: ["external_key_in_workspace_policy", "sandbox_egress_restricted"],
      example: "external-keys delete spare-key"
    )

    package static let list = Operation(
      "external_keys.list",
      .get,
      "/v1/organizations/external_keys",
      "The customer-managed keys",
      parameters: Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: externalKey),
      semantics: .lists(collection, filters: []),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "external-keys list | select display_name, attachment.type"
    )

    package static let retrieve = Operation(
      "external_keys.retrieve",
      .get,
      "/v1/organizations/external_keys/{external_key_id}",
      "One customer-managed key",
      parameters: [Parameter("external_key_id", .path, .id(.externalKey), "the key")],
      response: .object(externalKey),
      semantics: .retrieves(collection),
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      example: "external-keys get prod-us-key"
    )

    package static let update = Operation(
      "external_keys.update",
      .post,
      "/v1/organizations/external_keys/{external_key_id}",
      "Changes a key's name, or where it is while no workspace uses it",
      parameters: [
        Parameter("external_key_id", .path, .id(.externalKey), "the key"),
        Parameter(
          "display_name",
          .body,
          .string,
          nullable: true,
          "what people call it",
          constraint: .length(1...255)
        ),
        Parameter("geo", .body, .oneOf(geo), nullable: true, "only us"),
        Parameter(
          "provider_config",
          .body,
          .record(newProviderConfig),
          nullable: true,
          "provider config",
          constraint: .variants(
            by: "type",
            [
              Variant("aws", required: ["kms_arn"], optional: ["region"]),
              Variant("gcp", required: ["key_name"]),
              Variant(
                "azure",
                required: ["key_name", "tenant_id", "vault_uri"],
                optional: ["client_id"]
              ),
            ]
          )
        ),
      ],
      response: .object(externalKey),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "geo and provider_config frozen once any workspace references key",
        "a key of Google Cloud stays the key that it is", "omitted fields stay unchanged",
      ],
      access: Access([.adminKey, .adminToken], on: [.console, .aws]),
      errorCodes: ["external_key_in_workspace_policy", "sandbox_egress_restricted"],
      example: "external-keys update prod-us-key --display-name \"Production key\""
    )

    package static let validate = Operation(
      "external_keys.validate",
      .post,
      "/v1/organizations/external_keys/{external_key_id}/validate",
      "Tries a key out: one encryption and decryption",
      parameters: [Parameter("external_key_id", .path, .id(.externalKey), "the key")],
      response: .object(externalKeyValidation),
      semantics: .probes(collection),
      notes: ["hTTP 200 for success and failure; see status", "waits at most 30 seconds"],
      errorCodes: ["sandbox_egress_restricted"],
      example: "external-keys validate prod-us-key"
    )

    package static let operations = [create, delete, list, retrieve, update, validate]
  }
}
