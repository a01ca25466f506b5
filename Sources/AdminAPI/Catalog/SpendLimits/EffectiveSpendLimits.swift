package import StewardValues

extension Catalog {
  /// What each person may spend, whatever limit says so, and what they have spent.
  package enum EffectiveSpendLimits {
    package static let shape = Shape(
      "SpendSummary",
      fields: [
        Field("actor", .record(SpendLimitIncreaseRequests.actor)),
        Field(
          "amount",
          .money.orNull,
          nullMeaning: "no limit for the period",
          money: MoneyRule(currencyField: "currency")
        ),
        Field("currency", .string),
        Field("period", .oneOf(SpendLimits.period)),
        Field(
          "period_to_date_spend",
          .money,
          "what the person has spent so far",
          money: MoneyRule(currencyField: "currency")
        ),
        Field("scope", .record(SpendLimits.scope)),
        Field("source", .record(SpendLimits.scope), "for whom the limit that decides was set"),
        Field("spend_limit_id", .id(.spendLimit)),
      ]
    )

    package static let collection = Semantics.Collection(
      "spend_limits.effective",
      identity: ["spend_limit_id"],
      naming: [],
      resource: nil
    )

    package static let list = Operation(
      "spend_limits.effective.list",
      .get,
      "/v1/organizations/spend_limits/effective",
      "For each person what may be spent, and what is",
      parameters: [
        Parameter(
          "period",
          .query,
          .list(.oneOf(SpendLimits.period)),
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
      response: .page(.cursor(.fixed(default: 20, maximum: 1000)), row: shape),
      semantics: .lists(collection, filters: [.oneOf(parameter: "period", field: "period")]),
      notes: ["a page has so many people, and may have more rows"],
      budget: .analytics,
      access: .readingSpendLimits,
      errorCodes: ["organization_type_not_supported"],
      example: "spend-limits effective list | sort period_to_date_spend desc"
    )

    package static let operations = [list]
  }
}
