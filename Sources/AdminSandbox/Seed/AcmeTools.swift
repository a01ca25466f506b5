/// The skills, connectors and projects of Acme Robotics, which the activity reports count.
enum AcmeTools {
  struct Skill: Sendable {
    let name: String
    let displayName: String?
    /// Whom it is shared with in the chat; nil where it is not of the chat.
    let share: String?
  }

  static let skills = [
    Skill(name: "docx", displayName: nil, share: "public"),
    Skill(name: "pdf", displayName: nil, share: "public"),
    Skill(name: "pptx", displayName: nil, share: "public"),
    Skill(name: "xlsx", displayName: nil, share: "public"),
    Skill(name: "skill_01AcmeBrandVoice", displayName: "Acme brand voice", share: "organization"),
    Skill(name: "skill_01ExpenseReview", displayName: "Expense review", share: "organization"),
    Skill(name: "skill_01RobotManuals", displayName: "Robot manuals", share: "organization"),
    // A person's own: its name is not told.
    Skill(name: "skill_01PrivateNotes", displayName: nil, share: "private"),
    Skill(name: "release-notes", displayName: nil, share: nil),
  ]

  struct Connector: Sendable {
    let name: String
    let displayName: String
    /// The organization signs in, not each person.
    let isManaged: Bool
    /// Of a hundred calls.
    let writes: Int
  }

  static let connectors = [
    Connector(name: "atlassian", displayName: "Atlassian", isManaged: false, writes: 25),
    Connector(name: "github", displayName: "GitHub", isManaged: false, writes: 10),
    Connector(name: "gmail", displayName: "Gmail", isManaged: false, writes: 15),
    Connector(name: "google_drive", displayName: "Google Drive", isManaged: true, writes: 4),
    Connector(name: "slack", displayName: "Slack", isManaged: true, writes: 20),
    Connector(name: "snowflake", displayName: "Snowflake", isManaged: true, writes: 0),
  ]

  struct Project: Sendable {
    let name: String
    let creator: Colleague
    let createdDaysAgo: Int
  }

  static let projects = [
    Project(name: "Gripper redesign", creator: .wei, createdDaysAgo: 310),
    Project(name: "Hiring plan", creator: .margaret, createdDaysAgo: 240),
    Project(name: "Press and launch", creator: .marta, createdDaysAgo: 96),
    Project(name: "Quarterly numbers", creator: .ingrid, createdDaysAgo: 182),
    Project(name: "Support answers", creator: .daniel, createdDaysAgo: 275),
    Project(name: "Warehouse pilot", creator: .grace, createdDaysAgo: 24),
  ]

  static let artifacts = ["code", "document", "html", "react", "svg"]

  /// What plugins that are not the organization's are counted as.
  static let foreignPlugins = "third-party"
}
