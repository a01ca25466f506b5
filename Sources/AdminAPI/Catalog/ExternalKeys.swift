package import StewardValues

extension Catalog {
  /// Encryption keys that the customer manages with a cloud provider.
  package enum ExternalKeys {
    package static let shape = Shape(
      "ExternalKey",
      fields: [
        Field(
          "id",
          .id(.externalKey),
          "on Claude Platform on AWS the key's ARN"
        ),
        Field("display_name", .string.orNull),
        Field(
          "attachment",
          .record(attachment),
          "whether a workspace uses it, archived ones included"
        ),
        Field("geo", .string),
        Field("provider_config", .record(providerConfig)),
        Field("user_profile_id", .string.orNull),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("external_key"),
      ]
    )

    package static let deleted = Shape(
      "ExternalKeyDeleted",
      fields: [Field("id", .string), Paging.type("external_key_deleted")]
    )

    package static let attachment = Shape(
      "ExternalKeyAttachment",
      fields: [Field("type", .oneOf(attachmentType))]
    )

    /// Where the key is, in the words of its provider.
    package static let providerConfig = Shape(
      "ProviderConfig",
      fields: [
        Field("type", .oneOf(provider)),
        Field("kms_arn", .string.orNull, "AWS: the key's ARN"),
        Field("region", .string.orNull, "AWS: taken from the ARN if left out"),
        Field("key_name", .string.orNull, "Google Cloud: the full resource name; Azure: the name"),
        Field("tenant_id", .string.orNull, "Azure"),
        Field("vault_uri", .string.orNull, "Azure"),
        Field("client_id", .string.orNull, "Azure"),
      ]
    )

    package static let validation = Shape(
      "ExternalKeyValidation",
      fields: [
        Field("error", .string.orNull, nullMeaning: "the key works"),
        Field("status", .oneOf(validationStatus)),
        Paging.type("external_key_validation"),
      ]
    )

    package static let attachmentType = Enumeration(
      "whether a key is in use",
      ["attached", "unattached"]
    )

    package static let provider = Enumeration("a cloud provider", ["aws", "gcp", "azure"])

    package static let geo = Enumeration("a geo for keys", ["us"])

    package static let validationStatus = Enumeration(
      "the outcome of a validation",
      ["failure", "success"]
    )

    package static let collection = Semantics.Collection(
      "external_keys",
      identity: ["id"],
      naming: ["display_name"],
      resource: .externalKey
    )

    private static let identity = Parameter(
      "external_key_id",
      .path,
      .id(.externalKey),
      "the key"
    )

    private static let displayName = Parameter(
      "display_name",
      .body,
      .string,
      nullable: true,
      "what people call it",
      constraint: .length(1...255)
    )

    private static let providerVariants = Constraint.variants(
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

    package static let create = Operation(
      "external_keys.create",
      .post,
      "/v1/organizations/external_keys",
      "Registers a key that a cloud provider keeps",
      parameters: [
        Parameter(
          "provider_config",
          .body,
          .record(providerConfig),
          required: true,
          "where the key is",
          constraint: providerVariants
        ), displayName,
        Parameter(
          "geo",
          .body,
          .oneOf(geo),
          "the geo of the key; us is the only one",
          default: "us"
        ),
        Parameter(
          "user_profile_id",
          .body,
          .string,
          nullable: true,
          "the user profile that the key is bound to for good"
        ),
      ],
      response: .object(shape),
      effects: .always(.create),
      semantics: .creates(collection),
      isRepeatable: false,
      access: .consoleAndAWS,
      errorCodes: ["sandbox_egress_restricted", "user_profile_not_found"],
      example: #"external-keys create --provider-config {type: "gcp", key_name: "backup"}"#
    )

    package static let delete = Operation(
      "external_keys.delete",
      .delete,
      "/v1/organizations/external_keys/{external_key_id}",
      "Removes a key that no workspace uses",
      parameters: [identity],
      response: .object(deleted),
      effects: .always(.destroy),
      semantics: .removes(collection),
      notes: ["refused while a workspace uses it, even an archived one"],
      access: .consoleAndAWS,
      errorCodes: ["external_key_in_workspace_policy", "sandbox_egress_restricted"],
      example: "external-keys delete spare-key"
    )

    package static let list = Operation(
      "external_keys.list",
      .get,
      "/v1/organizations/external_keys",
      "The encryption keys that the customer manages",
      parameters: Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(collection, filters: []),
      access: .consoleAndAWS,
      example: "external-keys list | select display_name, attachment.type"
    )

    package static let retrieve = Operation(
      "external_keys.retrieve",
      .get,
      "/v1/organizations/external_keys/{external_key_id}",
      "One encryption key",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      access: .consoleAndAWS,
      example: "external-keys get prod-us-key"
    )

    package static let update = Operation(
      "external_keys.update",
      .post,
      "/v1/organizations/external_keys/{external_key_id}",
      "Changes a key's name, or where it is while no workspace uses it",
      parameters: [
        identity, displayName,
        Parameter(
          "geo",
          .body,
          .oneOf(geo),
          nullable: true,
          "the geo of the key; us is the only one"
        ),
        Parameter(
          "provider_config",
          .body,
          .record(providerConfig),
          nullable: true,
          "where the key is",
          constraint: providerVariants
        ),
      ],
      response: .object(shape),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "geo and provider_config stay as they are once a workspace uses the key",
        "a key of Google Cloud cannot become another key",
      ],
      access: .consoleAndAWS,
      errorCodes: ["external_key_in_workspace_policy", "sandbox_egress_restricted"],
      example: #"external-keys update prod-us-key --display-name "Production key""#
    )

    package static let validate = Operation(
      "external_keys.validate",
      .post,
      "/v1/organizations/external_keys/{external_key_id}/validate",
      "Tries a key out: encrypts with it and decrypts again",
      parameters: [identity],
      response: .object(validation),
      semantics: .probes(collection),
      notes: [
        "a key that does not work is no error: see status", "waits for at most 30 seconds",
        "not there for Claude Platform on AWS",
      ],
      errorCodes: ["sandbox_egress_restricted"],
      example: "external-keys validate prod-us-key"
    )

    package static let operations = [create, delete, list, retrieve, update, validate]
  }
}
