internal import AdminAPI
internal import StewardValues

extension OrganizationState {
  static let engagementPerformances: [String: Performance] = [
    "analytics.summaries.list": { (state, call) throws(APIFailure) in
      try ActivitySummaries(state, state.activity(), call).page()
    },
    "analytics.users.list": { (state, call) throws(APIFailure) in
      let facts = state.activity()
      return try UserActivityReport(state, state.usage, facts, call).page()
    },
    "analytics.skills.list": { (state, call) throws(APIFailure) in
      try ActivityReport(state, state.activity(), call).skills()
    },
    "analytics.connectors.list": { (state, call) throws(APIFailure) in
      try ActivityReport(state, state.activity(), call).connectors()
    },
    "analytics.plugins.list": { (state, call) throws(APIFailure) in
      try ActivityReport(state, state.activity(), call).plugins()
    },
    "analytics.apps.chat.projects.list": { (state, call) throws(APIFailure) in
      try ActivityReport(state, state.activity(), call).projects()
    },
    "analytics.artifacts.list": { (state, call) throws(APIFailure) in
      try ActivityReport(state, state.activity(), call).artifacts()
    },
  ]

  private mutating func activity() -> ActivityFacts {
    let plugins = objects[Catalog.Plugins.collection].current.compactMap { entry in
      entry.row.text("name").map {
        ActivityFacts.Things.Plugin(name: $0, id: entry.row.text("id"))
      }
    }
    let foreign = ActivityFacts.Things.Plugin(name: AcmeTools.foreignPlugins, id: nil)
    return ActivityFacts(usage, population.random, .init(plugins: plugins + [foreign]))
  }
}
