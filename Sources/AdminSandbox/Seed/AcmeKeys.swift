/// The API keys of Acme Robotics, oldest first.
enum KeyRing: Int, CaseIterable, Sendable {
  case bootstrap, productionAPI, productionBatch, notebooks, prototypeDemo, plannerStaging
  case opsDashboard, felixRunner, claudeCodeCI, embeddings, actingForPriya
  case evaluationNightly, supportTriage, janeExperiments, contractorIntegration

  static let early = 11
  static let gap = 120...235

  struct Written: Sendable {
    let key: KeyRing
    let name: String
    let place: Workplace
    /// Nil where nobody recorded it.
    let maker: Colleague?
    let createdDaysAgo: Int
    var state = ModelKey.State.active
    /// As whom the key acts; nil: as nobody.
    var principal: Colleague?
    /// Negative for a day to come.
    var expiresDaysAgo: Int?
  }

  static let written: [Written] = [
    // Without a creator.
    Written(
      key: .bootstrap,
      name: "legacy-bootstrap",
      place: .standard,
      maker: nil,
      createdDaysAgo: 1080
    ),
    Written(
      key: .productionAPI,
      name: "production-api",
      place: .production,
      maker: .tomas,
      createdDaysAgo: 1010
    ),
    Written(
      key: .productionBatch,
      name: "production-batch",
      place: .production,
      maker: .wei,
      createdDaysAgo: 930
    ),
    Written(
      key: .notebooks,
      name: "research-notebooks",
      place: .research,
      maker: .priya,
      createdDaysAgo: 880
    ),
    Written(
      key: .prototypeDemo,
      name: "prototype-demo",
      place: .prototype,
      maker: .hiroshi,
      createdDaysAgo: 630,
      state: .archived
    ),
    Written(
      key: .plannerStaging,
      name: "planner-staging",
      place: .production,
      maker: .hiroshi,
      createdDaysAgo: 520,
      state: .inactive
    ),
    Written(
      key: .opsDashboard,
      name: "ops-dashboard",
      place: .standard,
      maker: .margaret,
      createdDaysAgo: 470
    ),
    // Made by somebody who has left, and used every day.
    Written(
      key: .felixRunner,
      name: "felix-eval-runner",
      place: .evaluation,
      maker: .felix,
      createdDaysAgo: 400
    ),
    Written(
      key: .claudeCodeCI,
      name: "claude-code-ci",
      place: .claudeCode,
      maker: .tomas,
      createdDaysAgo: 380
    ),
    Written(
      key: .embeddings,
      name: "research-embeddings",
      place: .research,
      maker: .amara,
      createdDaysAgo: 365,
      expiresDaysAgo: 20
    ),
    // Acts as Priya; Margaret made it.
    Written(
      key: .actingForPriya,
      name: "priya-agent",
      place: .research,
      maker: .margaret,
      createdDaysAgo: 240,
      principal: .priya
    ),
    Written(
      key: .evaluationNightly,
      name: "eval-nightly",
      place: .secondEvaluation,
      maker: .ravi,
      createdDaysAgo: 115
    ),
    Written(
      key: .supportTriage,
      name: "support-triage",
      place: .support,
      maker: .omar,
      createdDaysAgo: 84
    ),
    Written(
      key: .janeExperiments,
      name: "jane-experiments",
      place: .research,
      maker: .jane,
      createdDaysAgo: 45,
      principal: .jane,
      expiresDaysAgo: -45
    ),
    Written(
      key: .contractorIntegration,
      name: "contractor-integration",
      place: .production,
      maker: .elena,
      createdDaysAgo: 33
    ),
  ]
}
