internal import AdminAPI

extension OrganizationState {
  static let analyticsPerformances: [String: Performance] = [
    "analytics.usage.list": { (state, call) throws(APIFailure) in
      try AnalyticsReport(&state, call, .usage, ofSeatsOnly: false)
        .ranked(Catalog.UsageAnalytics.usage)
    },
    "analytics.cost.list": { (state, call) throws(APIFailure) in
      try AnalyticsReport(&state, call, .cost, ofSeatsOnly: false)
        .ranked(Catalog.UsageAnalytics.cost)
    },
    "analytics.usage_report.list": { (state, call) throws(APIFailure) in
      try AnalyticsReport(&state, call, .usage, ofSeatsOnly: true)
        .overTime(Catalog.UsageAnalytics.usageBucket, Catalog.UsageAnalytics.usageResult)
    },
    "analytics.cost_report.list": { (state, call) throws(APIFailure) in
      try AnalyticsReport(&state, call, .cost, ofSeatsOnly: true)
        .overTime(Catalog.UsageAnalytics.costBucket, Catalog.UsageAnalytics.costResult)
    },
    "analytics.user_usage_report.list": { (state, call) throws(APIFailure) in
      try AnalyticsReport(&state, call, .usage, ofSeatsOnly: true)
        .byPerson(Catalog.UsageAnalytics.userUsage)
    },
    "analytics.user_cost_report.list": { (state, call) throws(APIFailure) in
      try AnalyticsReport(&state, call, .cost, ofSeatsOnly: true)
        .byPerson(Catalog.UsageAnalytics.userCost)
    },
  ]
}
