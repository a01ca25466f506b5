package import StewardValues

extension Catalog {
  /// How much may be spent, by whom, in a day, a week or a month.
  package enum SpendLimits {
    package static let spendLimitDeleted = Shape(
      "SpendLimitDeleted",
      fields: [Field("id", .string), Paging.type("spend_limit_deleted")]
    )

    package static let spendLimit = Shape(
      "SpendLimit",
      fields: [
        Field("id", .id(.spendLimit)),
        Field(
          "amount",
          .money.orNull,
          nullMeaning: "no limit",
          money: MoneyRule(currencyField: "currency")
        ), Field("currency", .string),
        Field("is_enabled", .bool, "false where use beyond the seats is switched off"),
        Field("period", .oneOf(spendLimitPeriod)), Field("scope", .record(spendLimitScope)),
        Field("created_at", .datetime), Field("updated_at", .datetime), Paging.type("spend_limit"),
      ]
    )

    package static let spendLimitScope = Shape(
      "SpendLimitScope",
      fields: [
        Field("type", .oneOf(spendLimitScopeType)), Field("user_id", .id(.user).orNull),
        Field("seat_tier", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("service", .string.orNull), Field("workspace_id", .id(.workspace).orNull),
      ]
    )

    package static let newScope = Shape(
      "NewScope",
      fields: [
        Field("type", .oneOf(scopeTypeValue)), Field("user_id", .id(.user).orNull),
        Field("workspace_id", .id(.workspace).orNull),
      ]
    )

    package static let spendSummary = Shape(
      "SpendSummary",
      fields: [
        Field("actor", .record(spendLimitActor)),
        Field(
          "amount",
          .money.orNull,
          nullMeaning: "no limit for the period",
          money: MoneyRule(currencyField: "currency")
        ), Field("currency", .string), Field("period", .oneOf(spendLimitPeriod)),
        Field(
          "period_to_date_spend",
          .money,
          "what the person has spent so far",
          money: MoneyRule(currencyField: "currency")
        ), Field("scope", .record(spendLimitScope)), Field("source", .record(spendLimitSource)),
        Field("spend_limit_id", .id(.spendLimit)),
      ]
    )

    package static let spendLimitActor = Shape(
      "SpendLimitActor",
      fields: [
        Field("name", .string.orNull), Field("type", .oneOf(spendLimitActorType)),
        Field("deleted", .bool.orNull), Field("email_address", .string.orNull),
        Field("user_id", .id(.user).orNull), Field("scoped_api_key_id", .string.orNull),
      ]
    )

    package static let spendLimitSource = Shape(
      "SpendLimitSource",
      fields: [
        Field("type", .oneOf(spendLimitScopeType)), Field("user_id", .id(.user).orNull),
        Field("seat_tier", .string.orNull), Field("rbac_group_id", .id(.rbacGroup).orNull),
        Field("service", .string.orNull), Field("workspace_id", .id(.workspace).orNull),
      ]
    )

    package static let resolvedSpendLimitIncreaseRequest = Shape(
      "ResolvedSpendLimitIncreaseRequest",
      fields: [
        Field("id", .id(.spendLimitIncreaseRequest)),
        Field("actor", .record(spendLimitIncreaseRequestActor)),
        Field("period", .oneOf(spendLimitPeriod)),
        Field("resolved_by", .record(spendLimitIncreaseRequestResolvedBy).orNull),
        Field("spend_limit", .record(spendLimit).orNull),
        Field("spend_summary", .record(spendSummary).orNull),
        Field("status", .oneOf(spendLimitIncreaseRequestStatus)), Field("created_at", .datetime),
        Field("resolved_at", .datetime.orNull), Paging.type("spend_limit_increase_request"),
      ]
    )

    package static let spendLimitIncreaseRequestActor = Shape(
      "SpendLimitIncreaseRequestActor",
      fields: [
        Field("name", .string.orNull), Field("type", .oneOf(spendLimitActorType)),
        Field("deleted", .bool.orNull), Field("email_address", .string.orNull),
        Field("user_id", .id(.user).orNull), Field("scoped_api_key_id", .string.orNull),
      ]
    )

    package static let spendLimitIncreaseRequestResolvedBy = Shape(
      "SpendLimitIncreaseRequestResolvedBy",
      fields: [
        Field("name", .string.orNull), Field("type", .oneOf(spendLimitActorType)),
        Field("deleted", .bool.orNull), Field("email_address", .string.orNull),
        Field("user_id", .id(.user).orNull), Field("scoped_api_key_id", .string.orNull),
      ]
    )

    package static let spendLimitIncreaseRequest = Shape(
      "SpendLimitIncreaseRequest",
      fields: [
        Field("id", .id(.spendLimitIncreaseRequest)),
        Field("actor", .record(spendLimitIncreaseRequestActor)),
        Field("period", .oneOf(spendLimitPeriod)),
        Field("resolved_by", .record(spendLimitIncreaseRequestResolvedBy).orNull),
        Field("spend_summary", .record(spendSummary).orNull),
        Field("status", .oneOf(spendLimitIncreaseRequestStatus)), Field("created_at", .datetime),
        Field("resolved_at", .datetime.orNull), Paging.type("spend_limit_increase_request"),
      ]
    )

    package static let spendLimitPeriod = Enumeration(
      "a period of a limit",
      ["daily", "monthly", "weekly"]
    )

    package static let spendLimitScopeType = Enumeration(
      "for whom a limit holds",
      [
        "user", "seat_tier", "rbac_group", "organization_service", "organization", "workspace",
        "usage_tier",
      ]
    )

    package static let scopeType = Enumeration(
      "for whom a limit holds",
      [
        "organization", "organization_service", "rbac_group", "seat_tier", "usage_tier", "user",
        "workspace",
      ]
    )

    package static let scopeTypeValue = Enumeration(
      "for whom a limit holds",
      ["user", "organization", "workspace"]
    )

    package static let spendLimitActorType = Enumeration(
      "a kind of actor",
      ["user_actor", "scoped_api_key_actor"]
    )

    package static let spendLimitIncreaseRequestStatus = Enumeration(
      "the status of a request",
      ["approved", "denied", "pending"]
    )

    package static let collection = Semantics.Collection(
      "spend_limits",
      identity: ["id"],
      naming: [],
      resource: .spendLimit
    )

    package static let effectiveCollection = Semantics.Collection(
      "spend_limits.effective",
      identity: ["spend_limit_id"],
      naming: [],
      resource: nil
    )

    package static let increaseRequestsCollection = Semantics.Collection(
      "spend_limits.increase_requests",
      identity: ["id"],
      naming: [],
      resource: .spendLimitIncreaseRequest
    )

    package static let delete = Operation(
      "spend_limits.delete",
      .delete,
      "/v1/organizations/spend_limits/{spend_limit_id}",
      "Lifts a spend limit",
      parameters: [Parameter("spend_limit_id", .path, .id(.spendLimit), "the limit")],
      response: .object(spendLimitDeleted),
      effects: .always([.grant, .cut]),
      semantics: .removes(collection),
      notes: [
        "Enterprise organizations: limits of people only",
        "Console organizations: limits of the organization and of workspaces only",
      ],
      budget: .analytics,
      access: Access(
        [.scopedKey, .adminKey],
        scopes: ["write:spend_limits"],
        on: [.console, .enterprise]
      ),
      errorCodes: ["sandbox_egress_restricted", "spend_limits_admin_api_writes_not_enabled"],
      example: #"spend-limits delete (spend-limits list | get id | first 1 | one)"#
    )

    package static let list = Operation(
      "spend_limits.list",
      .get,
      "/v1/organizations/spend_limits",
      "The spend limits that were set",
      parameters: [
        Parameter(
          "scope_type",
          .query,
          .list(.oneOf(scopeType)),
          "only limits for these; not every kind of organization has each",
          constraint: .items(0...100)
        ),
        Parameter(
          "workspace_id",
          .query,
          .id(.workspace),
          "only limits of this workspace; Console organizations"
        ),
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: spendLimit),
      semantics: .lists(collection, filters: []),
      notes: [
        "in Console organizations this is an early-access preview"
      ],
      budget: .analytics,
      betaHeader: BetaHeader("spend-limit-reads-2026-09-26"),
      access: Access(
        [.scopedKey, .adminKey],
        scopes: ["read:spend_limits"],
        on: [.console, .enterprise]
      ),
      errorCodes: ["organization_type_not_supported"],
      example: "spend-limits list | select scope.type, amount, period"
    )

    package static let retrieve = Operation(
      "spend_limits.retrieve",
      .get,
      "/v1/organizations/spend_limits/{spend_limit_id}",
      "One spend limit",
      parameters: [Parameter("spend_limit_id", .path, .id(.spendLimit), "the limit")],
      response: .object(spendLimit),
      semantics: .retrieves(collection),
      budget: .analytics,
      access: Access(
        [.scopedKey, .adminKey],
        scopes: ["read:spend_limits"],
        on: [.console, .enterprise]
      ),
      errorCodes: ["spend_limits_admin_api_writes_not_enabled"],
      example: #"spend-limits get (spend-limits list | get id | first 1 | one)"#
    )

    package static let set = Operation(
      "spend_limits.set",
      .post,
      "/v1/organizations/spend_limits",
      "Sets a spend limit, or replaces it",
      parameters: [
        Parameter(
          "amount",
          .body,
          .money,
          required: true,
          nullable: true,
          "the most that may be spent; null for no limit"
        ),
        Parameter(
          "scope",
          .body,
          .record(newScope),
          required: true,
          "for whom: a user, the organization or a workspace",
          constraint: .variants(
            by: "type",
            [
              Variant("user", required: ["user_id"]), Variant("organization"),
              Variant("workspace", required: ["workspace_id"]),
            ]
          )
        ),
        Parameter(
          "period",
          .body,
          .oneOf(spendLimitPeriod),
          "how often it begins anew, usually monthly",
          default: "monthly"
        ),
      ],
      response: .object(spendLimit),
      effects: .always([.grant, .cut]),
      semantics: .sets(collection),
      notes: [
        "Enterprise organizations set limits of people only",
        "Console organizations set those of the organization and of workspaces, monthly and with an amount",
        "in Console organizations this is an early-access preview",
      ],
      budget: .analytics,
      access: Access(
        [.scopedKey, .adminKey],
        scopes: ["write:spend_limits"],
        on: [.console, .enterprise]
      ),
      errorCodes: ["sandbox_egress_restricted", "spend_limits_admin_api_writes_not_enabled"],
      example:
        "spend-limits set --amount 500USD --scope {type: \"workspace\", workspace_id: resolve_id(\"workspace\", \"Research\")} --period monthly"
    )

    package static let listEffective = Operation(
      "spend_limits.effective.list",
      .get,
      "/v1/organizations/spend_limits/effective",
      "For each person what may be spent, and what is",
      parameters: [
        Parameter(
          "period",
          .query,
          .list(.oneOf(spendLimitPeriod)),
          "only these periods; a row for each where none is given"
        ),
        Parameter(
          "user_ids",
          .query,
          .list(.id(.user)),
          "only these people",
          constraint: .items(0...100)
        ),
      ] + Paging.token(20, 1000),
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: spendSummary),
      semantics: .lists(
        effectiveCollection,
        filters: [.oneOf(parameter: "period", field: "period")]
      ),
      notes: ["a page has so many people, and may have more rows"],
      budget: .analytics,
      access: Access(
        [.adminKey, .scopedKey],
        scopes: ["read:spend_limits"],
        on: [.console, .enterprise]
      ),
      errorCodes: ["organization_type_not_supported"],
      example: "spend-limits effective list | sort period_to_date_spend desc"
    )

    package static let approveIncreaseRequests = Operation(
      "spend_limits.increase_requests.approve",
      .post,
      "/v1/organizations/spend_limit_increase_requests/{spend_limit_increase_request_id}/approve",
      "Grants a request with a new limit",
      parameters: [
        Parameter(
          "spend_limit_increase_request_id",
          .path,
          .id(.spendLimitIncreaseRequest),
          "the request"
        ),
        Parameter("amount", .body, .money, required: true, "the new limit"),
        Parameter(
          "period",
          .body,
          .oneOf(spendLimitPeriod),
          nullable: true,
          "the period of the limit"
        ),
        Parameter(
          "suppress_notification",
          .body,
          .bool,
          "sends no email to the person",
          default: "false"
        ),
      ],
      response: .object(resolvedSpendLimitIncreaseRequest),
      effects: .always(.grant),
      semantics: .acts(increaseRequestsCollection, setting: ["status": "approved"]),
      notes: [
        "an email goes to the person, unless suppress_notification is true"
      ],
      isRepeatable: false,
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["write:spend_limits"], on: [.enterprise]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        #"spend-limits increase-requests approve (spend-limits increase-requests list --status pending | get id | first 1 | one) --amount 200USD"#
    )

    package static let denyIncreaseRequests = Operation(
      "spend_limits.increase_requests.deny",
      .post,
      "/v1/organizations/spend_limit_increase_requests/{spend_limit_increase_request_id}/deny",
      "Refuses a request",
      parameters: [
        Parameter(
          "spend_limit_increase_request_id",
          .path,
          .id(.spendLimitIncreaseRequest),
          "the request"
        ),
        Parameter(
          "suppress_notification",
          .body,
          .bool,
          "sends no email to the person",
          default: "false"
        ),
      ],
      response: .object(spendLimitIncreaseRequest),
      effects: .always(.update),
      semantics: .acts(increaseRequestsCollection, setting: ["status": "denied"]),
      notes: [
        "an email goes to the person, unless suppress_notification is true",
        "what was approved cannot be denied; denying twice changes nothing",
      ],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["write:spend_limits"], on: [.enterprise]),
      errorCodes: ["sandbox_egress_restricted"],
      example:
        #"spend-limits increase-requests deny (spend-limits increase-requests list --status pending | get id | first 1 | one)"#
    )

    package static let listIncreaseRequests = Operation(
      "spend_limits.increase_requests.list",
      .get,
      "/v1/organizations/spend_limit_increase_requests",
      "Who asked for more",
      parameters: [
        Parameter("actor_ids", .query, .list(.string), "only requests of these people"),
        Parameter(
          "status",
          .query,
          .list(.oneOf(spendLimitIncreaseRequestStatus)),
          "only requests in these states"
        ),
      ] + Paging.token(upTo: 1000),
      response: .page(
        .cursor(.fixed(default: 1000, maximum: 1000)),
        row: spendLimitIncreaseRequest
      ),
      semantics: .lists(
        increaseRequestsCollection,
        filters: [.oneOf(parameter: "status", field: "status")]
      ),
      notes: [
        "people who have left are left out", "spend_summary is there while a request is pending",
      ],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:spend_limits"], on: [.enterprise]),
      example: "spend-limits increase-requests list --status pending"
    )

    package static let retrieveIncreaseRequests = Operation(
      "spend_limits.increase_requests.retrieve",
      .get,
      "/v1/organizations/spend_limit_increase_requests/{spend_limit_increase_request_id}",
      "One request for more",
      parameters: [
        Parameter(
          "spend_limit_increase_request_id",
          .path,
          .id(.spendLimitIncreaseRequest),
          "the request"
        )
      ],
      response: .object(spendLimitIncreaseRequest),
      semantics: .retrieves(increaseRequestsCollection),
      notes: ["spend_summary is there while a request is pending"],
      budget: .analytics,
      access: Access([.scopedKey], scopes: ["read:spend_limits"], on: [.enterprise]),
      example:
        #"spend-limits increase-requests get (spend-limits increase-requests list --status pending | get id | first 1 | one)"#
    )

    package static let operations = [
      delete, list, retrieve, set, listEffective, approveIncreaseRequests, denyIncreaseRequests,
      listIncreaseRequests, retrieveIncreaseRequests,
    ]
  }
}
