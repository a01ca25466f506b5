/// The workspaces of Acme Robotics, oldest first; the default one is the first.
enum Workplace: Int, CaseIterable, Sendable {
  case standard, production, research, prototype, claudeCode, evaluation
  case secondEvaluation, support

  static let early = 6
  static let gap = 165...415

  struct Written: Sendable {
    let place: Workplace
    let name: String
    let color: String
    let createdDaysAgo: Int
    var archivedDaysAgo: Int?
    var tags: [(name: String, value: String)] = []
    var members: [(who: Colleague, role: WorkspaceRole)] = []
  }

  static let written: [Written] = [
    Written(place: .standard, name: "Default", color: "#8C8C8C", createdDaysAgo: 1180),
    Written(
      place: .production,
      name: "Production",
      color: "#C2410C",
      createdDaysAgo: 1090,
      tags: [("env", "prod"), ("team", "platform")],
      members: [
        (.jane, .user), (.wei, .developer), (.hiroshi, .developer), (.omar, .developer),
        (.elena, .restrictedDeveloper),
      ]
    ),
    Written(
      place: .research,
      name: "Research",
      color: "#6C5BB9",
      createdDaysAgo: 980,
      tags: [("team", "research")],
      members: [
        (.jane, .admin), (.priya, .developer), (.amara, .developer), (.daniel, .user),
        (.janeNovak, .user),
      ]
    ),
    Written(
      place: .prototype,
      name: "Prototype",
      color: "#4D7C0F",
      createdDaysAgo: 900,
      archivedDaysAgo: 300
    ),
    Written(
      place: .claudeCode,
      name: "Claude Code",
      color: "#D97757",
      createdDaysAgo: 610,
      members: [
        (.jane, .developer), (.lukas, .user), (.sofia, .user), (.emily, .user), (.ravi, .developer),
        (.yusuf, .user),
      ]
    ),
    Written(
      place: .evaluation,
      name: "Evaluation",
      color: "#0F766E",
      createdDaysAgo: 420,
      members: [(.ravi, .developer), (.noah, .developer)]
    ),
    // The same name again.
    Written(
      place: .secondEvaluation,
      name: "Evaluation",
      color: "#1D4ED8",
      createdDaysAgo: 160,
      members: [(.ravi, .admin), (.grace, .developer)]
    ),
    Written(
      place: .support,
      name: "Support Bots",
      color: "#BE185D",
      createdDaysAgo: 88,
      tags: [("env", "prod"), ("team", "support")],
      members: [(.chloe, .user), (.omar, .admin), (.marta, .user)]
    ),
  ]
}
