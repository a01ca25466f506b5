/// The invitations of Acme Robotics, oldest first; generated ones are older.
enum Guest {
  /// The ages of generated invitations, in days.
  static let gap = 45...400

  struct Written: Sendable {
    let email: String
    let role: OrganizationRole
    let invitedDaysAgo: Int
    var acceptedDaysAgo: Int?
  }

  static let written: [Written] = [
    // Has run out.
    Written(email: "sam.porter@acme.example", role: .developer, invitedDaysAgo: 40),
    // Pending, but forgotten.
    Written(email: "nina.vogel@acme.example", role: .user, invitedDaysAgo: 17),
    Written(
      email: "aisha@acme.example",
      role: .developer,
      invitedDaysAgo: 9,
      acceptedDaysAgo: 6
    ),
    Written(email: "leo.marchetti@partner-labs.example", role: .developer, invitedDaysAgo: 3),
  ]
}
