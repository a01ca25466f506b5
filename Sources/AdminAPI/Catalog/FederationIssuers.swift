package import StewardValues

extension Catalog {
  /// Whose tokens the organization trusts in place of keys.
  package enum FederationIssuers {
    package static let federationIssuer = Shape(
      "FederationIssuer",
      fields: [
        Field("id", .id(.federationIssuer)), Field("name", .string),
        Field("archived_by_actor_id", .string.orNull), Field("check_jti", .bool),
        Field("created_by_actor_id", .string.orNull),
        Field("issuer_url", .string, "exact match with iss"), Field("jwks", .record(jwks)),
        Field("max_jwt_lifetime_seconds", .int),
        Field("poll_status", .record(federationIssuerPollStatus).orNull),
        Field("updated_by_actor_id", .string.orNull), Field("archived_at", .datetime.orNull),
        Field("created_at", .datetime), Field("jwks_polling_disabled_at", .datetime.orNull),
        Field("updated_at", .datetime), Paging.type("federation_issuer"),
      ]
    )

    package static let jwks = Shape(
      "JWKS",
      fields: [
        Field("type", .oneOf(jwkstype)), Field("ca_cert_pem", .string.orNull),
        Field("discovery_base", .string.orNull), Field("url", .string.orNull),
        Field("keys", .list(.map(.any)).orNull),
      ]
    )

    package static let federationIssuerPollStatus = Shape(
      "FederationIssuerPollStatus",
      fields: [
        Field("consecutive_failures", .int), Field("last_fetched_at", .datetime.orNull),
        Field("next_poll_at", .datetime.orNull),
      ]
    )

    package static let newJWKS = Shape(
      "NewJWKS",
      fields: [
        Field("type", .oneOf(jwkstype)), Field("ca_cert_pem", .string.orNull),
        Field("discovery_base", .string.orNull), Field("url", .string.orNull),
        Field("keys", .list(.map(.any)).orNull),
      ]
    )

    package static let jwkstype = Enumeration(
      "a jwkstype",
      ["discovery", "explicit_url", "inline"]
    )

    package static let collection = Semantics.Collection(
      "federation.issuers",
      identity: ["id"],
      naming: ["name"],
      resource: .federationIssuer
    )

    package static let archive = Operation(
      "federation.issuers.archive",
      .post,
      "/v1/organizations/federation_issuers/{federation_issuer_id}/archive",
      "Trusts an issuer no longer, for good",
      parameters: [Parameter("federation_issuer_id", .path, .id(.federationIssuer), "the issuer")],
      response: .object(federationIssuer),
      effects: .always(.destroy),
      semantics: .archives(collection),
      notes: ["400 while a live rule references the issuer"],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation issuers archive old-ci"
    )

    package static let create = Operation(
      "federation.issuers.create",
      .post,
      "/v1/organizations/federation_issuers",
      "Trusts an issuer of tokens",
      parameters: [
        Parameter("issuer_url", .body, .string, required: true, "must equal JWT iss exactly"),
        Parameter(
          "name",
          .body,
          .string,
          required: true,
          "slug: lowercase, digits, hyphens; unique, else 409",
          constraint: .slug
        ),
        Parameter(
          "check_jti",
          .body,
          .bool,
          nullable: true,
          "JTI single-use enforcement; default true on create",
          default: "true"
        ),
        Parameter(
          "jwks",
          .body,
          .record(newJWKS),
          "default OIDC discovery",
          constraint: .variants(
            by: "type",
            [
              Variant("discovery", optional: ["ca_cert_pem", "discovery_base"]),
              Variant("explicit_url", required: ["url"], optional: ["ca_cert_pem"]),
              Variant("inline", required: ["keys"]),
            ]
          )
        ),
        Parameter(
          "max_jwt_lifetime_seconds",
          .body,
          .int,
          nullable: true,
          "1-176400 seconds; default 3600 on create",
          default: "3600",
          constraint: .range(1...176400)
        ),
      ],
      response: .object(federationIssuer),
      effects: .always([.create, .grant]),
      semantics: .creates(collection),
      notes: [
        "duplicate name gives 409",
        "discovery without discovery_base needs public HTTPS issuer URL",
        "explicit_url and inline never fetch issuer URL",
      ],
      isRepeatable: false,
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation issuers create --name gitlab --issuer-url https://gitlab.acme.example"
    )

    package static let list = Operation(
      "federation.issuers.list",
      .get,
      "/v1/organizations/federation_issuers",
      "The issuers that are trusted",
      parameters: [
        Parameter("include_archived", .query, .bool, "also return archived", default: "false")
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: federationIssuer),
      semantics: .lists(
        collection,
        filters: [.unlessIncluded(parameter: "include_archived", field: "archived_at")]
      ),
      notes: ["archived hidden unless include_archived=true"],
      access: Access([.adminToken], on: [.console]),
      example: "federation issuers list | select name, issuer_url"
    )

    package static let retrieve = Operation(
      "federation.issuers.retrieve",
      .get,
      "/v1/organizations/federation_issuers/{federation_issuer_id}",
      "One issuer",
      parameters: [Parameter("federation_issuer_id", .path, .id(.federationIssuer), "the issuer")],
      response: .object(federationIssuer),
      semantics: .retrieves(collection),
      access: Access([.adminToken], on: [.console]),
      example: "federation issuers get github-actions"
    )

    package static let update = Operation(
      "federation.issuers.update",
      .post,
      "/v1/organizations/federation_issuers/{federation_issuer_id}",
      "Changes an issuer",
      parameters: [
        Parameter("federation_issuer_id", .path, .id(.federationIssuer), "the issuer"),
        Parameter(
          "check_jti",
          .body,
          .bool,
          nullable: true,
          "JTI single-use enforcement; default true on create"
        ), Parameter("issuer_url", .body, .string, nullable: true, "must equal JWT iss exactly"),
        Parameter(
          "jwks",
          .body,
          .record(newJWKS),
          nullable: true,
          "replaces whole object",
          constraint: .variants(
            by: "type",
            [
              Variant("discovery", optional: ["ca_cert_pem", "discovery_base"]),
              Variant("explicit_url", required: ["url"], optional: ["ca_cert_pem"]),
              Variant("inline", required: ["keys"]),
            ]
          )
        ), Parameter("jwks_polling_disabled", .body, .bool, nullable: true, "only false accepted"),
        Parameter(
          "max_jwt_lifetime_seconds",
          .body,
          .int,
          nullable: true,
          "1-176400 seconds; default 3600 on create",
          constraint: .range(1...176400)
        ),
        Parameter(
          "name",
          .body,
          .string,
          nullable: true,
          "slug: lowercase, digits, hyphens; unique, else 409",
          constraint: .slug
        ),
      ],
      response: .object(federationIssuer),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "jwks replaced as a whole", "archived issuer gives 400",
        "issuer backing other-scope rules requires Console session",
      ],
      access: Access([.adminToken], on: [.console]),
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation issuers update github-actions --max-jwt-lifetime-seconds 1800"
    )

    package static let operations = [archive, create, list, retrieve, update]
  }
}
