package import StewardValues

extension Catalog {
  /// Identities for programs.
  package enum ServiceAccounts {
    package static let shape = Shape(
      "ServiceAccount",
      fields: [
        Field("id", .id(.serviceAccount)),
        Field("name", .string),
        Field("archived_by_actor_id", .string.orNull),
        Field("created_by_actor_id", .string.orNull),
        Field("description", .string.orNull),
        Field("organization_role", .oneOf(role)),
        Field("updated_by_actor_id", .string.orNull),
        Field("archived_at", .datetime.orNull, nullMeaning: "not archived"),
        Field("created_at", .datetime),
        Field("updated_at", .datetime),
        Paging.type("service_account"),
      ]
    )

    package static let role = Enumeration(
      "a role of a service account in the organization",
      ["admin", "developer"]
    )

    package static let collection = Semantics.Collection(
      "service_accounts",
      identity: ["id"],
      naming: ["name"],
      resource: .serviceAccount
    )

    /// Names the service account in the path.
    package static let identity = Parameter(
      "service_account_id",
      .path,
      .id(.serviceAccount),
      "the service account"
    )

    package static let archive = Operation(
      "service_accounts.archive",
      .post,
      "/v1/organizations/service_accounts/{service_account_id}/archive",
      "Archives a service account for good",
      parameters: [identity],
      response: .object(shape),
      effects: .always(.destroy),
      semantics: .archives(collection),
      notes: ["refused while a federation rule lets tokens act as it"],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: "service-accounts archive retired-bot"
    )

    package static let create = Operation(
      "service_accounts.create",
      .post,
      "/v1/organizations/service_accounts",
      "Creates an identity for a program",
      parameters: [
        Parameter(
          "name",
          .body,
          .string,
          required: true,
          "lower-case letters, digits and hyphens; no two may have one name",
          constraint: .slug
        ),
        Parameter(
          "description",
          .body,
          .string,
          nullable: true,
          "what it is for",
          constraint: .length(0...2000)
        ),
        Parameter(
          "organization_role",
          .body,
          .oneOf(role),
          "what it may do in the organization",
          default: "developer"
        ),
      ],
      response: .object(shape),
      effects: .always(.create),
      semantics: .creates(collection),
      notes: [
        "a name that is taken is a 409", "the name cannot be changed later",
        "admin takes the token of a person who signed in, not that of a program",
      ],
      isRepeatable: false,
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: #"service-accounts create --name weekly-report --description "Writes the report""#
    )

    package static let list = Operation(
      "service_accounts.list",
      .get,
      "/v1/organizations/service_accounts",
      "The service accounts",
      parameters: [
        Parameter("include_archived", .query, .bool, "archived ones too", default: "false")
      ] + Paging.token(20, 100),
      response: .page(.cursor(.fixed(default: 20, maximum: 100)), row: shape),
      semantics: .lists(
        collection,
        filters: [.unlessIncluded(parameter: "include_archived", field: "archived_at")]
      ),
      access: .consoleAdmins,
      example: "service-accounts list | select name, organization_role, created_at"
    )

    package static let retrieve = Operation(
      "service_accounts.retrieve",
      .get,
      "/v1/organizations/service_accounts/{service_account_id}",
      "One service account",
      parameters: [identity],
      response: .object(shape),
      semantics: .retrieves(collection),
      access: .consoleAdmins,
      example: "service-accounts get ci-deploy"
    )

    package static let update = Operation(
      "service_accounts.update",
      .post,
      "/v1/organizations/service_accounts/{service_account_id}",
      "Changes a service account's description or role",
      parameters: [
        identity,
        Parameter(
          "description",
          .body,
          .string,
          nullable: true,
          "what it is for; null empties it",
          constraint: .length(0...2000)
        ),
        Parameter(
          "organization_role",
          .body,
          .oneOf(role),
          nullable: true,
          "what it may do in the organization; null leaves it"
        ),
      ],
      response: .object(shape),
      effects: .byValue(
        of: "organization_role",
        ["admin": .grant, "developer": .cut],
        base: ["description": .update]
      ),
      semantics: .changes(collection),
      notes: [
        "an archived one cannot be changed",
        "admin takes the token of a person who signed in, even where it is admin already",
      ],
      access: .consoleAdmins,
      errorCodes: ["sandbox_egress_restricted"],
      example: #"service-accounts update ci-deploy --description "Deploys from CI""#
    )

    package static let operations = [archive, create, list, retrieve, update]
  }
}
