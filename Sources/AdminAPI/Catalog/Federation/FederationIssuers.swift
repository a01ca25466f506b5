package import StewardValues

extension Catalog {
  /// Whose tokens the organization trusts in place of keys.
  package enum FederationIssuers {
    package static let shape = Shape(
      "FederationIssuer",
      fields: [
        Field("id", .id(.federationIssuer)),
        Field("name", .string),
        Field("archived_by_actor_id", .string.orNull),
        Field("check_jti", .bool, "whether a token can be exchanged only once"),
        Field("created_by_actor_id", .string.orNull),
        Field("issuer_url", .string, "a token's iss has to be the same"),
        Field("jwks", .record(keySource)),
        Field("max_jwt_lifetime_seconds", .int, "tokens that live longer are refused"),
        Field("poll_status", .record(pollStatus).orNull),
        Field("updated_by_actor_id", .string.orNull),
        Field("archived_at", .datetime.orNull, nullMeaning: "not archived"),
        Field("created_at", .datetime),
        Field("jwks_polling_disabled_at", .datetime.orNull, nullMeaning: "keys are fetched"),
        Field("updated_at", .datetime),
        Paging.type("federation_issuer"),
      ]
    )

    /// Where the keys come from that tokens are checked with.
    package static let keySource = Shape(
      "JWKS",
      fields: [
        Field("type", .oneOf(keySourceType)),
        Field("ca_cert_pem", .string.orNull),
        Field("discovery_base", .string.orNull),
        Field("url", .string.orNull),
        Field("keys", .list(.map(.any)).orNull),
      ]
    )

    package static let pollStatus = Shape(
      "FederationIssuerPollStatus",
      fields: [
        Field("consecutive_failures", .int),
        Field("last_fetched_at", .datetime.orNull),
        Field("next_poll_at", .datetime.orNull, nullMeaning: "paused"),
      ]
    )

    package static let keySourceType = Enumeration(
      "where an issuer's keys come from",
      ["discovery", "explicit_url", "inline"]
    )

    package static let collection = Semantics.Collection(
      "federation.issuers",
      identity: ["id"],
      naming: ["name"],
      resource: .federationIssuer
    )

    private static let identity = Parameter(
      "federation_issuer_id",
      .path,
      .id(.federationIssuer),
      "the issuer"
    )

    private static let keySourceVariants = Constraint.variants(
      by: "type",
      [
        Variant("discovery", optional: ["ca_cert_pem", "discovery_base"]),
        Variant("explicit_url", required: ["url"], optional: ["ca_cert_pem"]),
        Variant("inline", required: ["keys"]),
      ]
    )

    package static let archive = Operation(
      "federation.issuers.archive",
      .post,
      "/v1/organizations/federation_issuers/{federation_issuer_id}/archive",
      "Ends the trust in an issuer for good",
      parameters: [identity],
      response: .object(shape),
      effects: .always(.destroy),
      semantics: .archives(collection),
      notes: ["refused while a rule accepts its tokens"],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation issuers archive old-ci"
    )

    package static let create = Operation(
      "federation.issuers.create",
      .post,
      "/v1/organizations/federation_issuers",
      "Trusts an issuer of tokens",
      parameters: [
        Parameter(
          "issuer_url",
          .body,
          .string,
          required: true,
          "exactly what its tokens have as iss"
        ),
        Parameter(
          "name",
          .body,
          .string,
          required: true,
          "lower-case letters, digits and hyphens; no two may have one name",
          constraint: .slug
        ),
        Parameter(
          "check_jti",
          .body,
          .bool,
          nullable: true,
          "whether a token can be exchanged only once",
          default: "true"
        ),
        Parameter(
          "jwks",
          .body,
          .record(keySource),
          "where its keys come from: OpenID discovery, an address, or these keys",
          constraint: keySourceVariants
        ),
        Parameter(
          "max_jwt_lifetime_seconds",
          .body,
          .int,
          nullable: true,
          "how long its tokens may live, in seconds",
          default: "3600",
          constraint: .range(1...176400)
        ),
      ],
      response: .object(shape),
      effects: .always([.create, .grant]),
      semantics: .creates(collection),
      notes: [
        "a name that is taken is a 409",
        "discovery without discovery_base asks issuer_url, which has to be public and https",
        "explicit_url and inline never ask issuer_url",
      ],
      isRepeatable: false,
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation issuers create --name gitlab --issuer-url https://gitlab.acme.example"
    )

    package static let list = Operation(
      "federation.issuers.list",
      .get,
      "/v1/organizations/federation_issuers",
      "The issuers that are trusted",
      parameters: [
        Parameter("include_archived", .query, .bool, "archived ones too", default: "false")
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(
        collection,
        filters: [.unlessIncluded(parameter: "include_archived", field: "archived_at")]
      ),
      access: .consoleAdmins,
      example: "federation issuers list | select name, issuer_url"
    )

    package static let retrieve = Operation(
      "federation.issuers.retrieve",
      .get,
      "/v1/organizations/federation_issuers/{federation_issuer_id}",
      "One issuer",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      access: .consoleAdmins,
      example: "federation issuers get github-actions"
    )

    package static let update = Operation(
      "federation.issuers.update",
      .post,
      "/v1/organizations/federation_issuers/{federation_issuer_id}",
      "Changes an issuer",
      parameters: [
        identity,
        Parameter(
          "check_jti",
          .body,
          .bool,
          nullable: true,
          "whether a token can be exchanged only once"
        ),
        Parameter(
          "issuer_url",
          .body,
          .string,
          nullable: true,
          "exactly what its tokens have as iss"
        ),
        Parameter(
          "jwks",
          .body,
          .record(keySource),
          nullable: true,
          "where its keys come from, in place of all that was said of it",
          constraint: keySourceVariants
        ),
        Parameter(
          "jwks_polling_disabled",
          .body,
          .bool,
          nullable: true,
          "only false: fetches the keys again"
        ),
        Parameter(
          "max_jwt_lifetime_seconds",
          .body,
          .int,
          nullable: true,
          "how long its tokens may live, in seconds",
          constraint: .range(1...176400)
        ),
        Parameter(
          "name",
          .body,
          .string,
          nullable: true,
          "lower-case letters, digits and hyphens; no two may have one name",
          constraint: .slug
        ),
      ],
      response: .object(shape),
      effects: .always(.update),
      semantics: .changes(collection),
      notes: [
        "an archived one cannot be changed", "a name that is taken is a 409",
        "where a rule gives other scopes than workspace:developer and workspace:inference, the "
          + "issuer can be changed in the Console only",
      ],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "federation issuers update github-actions --max-jwt-lifetime-seconds 1800"
    )

    package static let operations = [archive, create, list, retrieve, update]
  }
}
