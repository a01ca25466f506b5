/// The people of Acme Robotics, oldest first.
enum Colleague: Int, CaseIterable, Sendable {
  case margaret, tomas, jane, ingrid, wei, priya, lukas, amara, daniel, sofia, hiroshi, felix, chloe
  case omar, janeNovak, emily, ravi, marta, noah, elena, kim, yusuf, grace, oliver, aisha

  /// How many came before the generated people.
  static let early = 13
  /// Ages in days between which generated people joined.
  static let gap = 215...545

  struct Written: Sendable {
    let who: Colleague
    let name: String
    let email: String
    let role: OrganizationRole
    let joinedDaysAgo: Int
  }

  static let written: [Written] = [
    person(.margaret, "Margaret Okafor", "margaret", .admin, 1180),
    person(.tomas, "Tomás Rivera", "tomas", .admin, 1175),
    person(.jane, "Jane Castillo", "jane", .developer, 1102),
    person(.ingrid, "Ingrid Solheim", "ingrid", .billing, 1050),
    person(.wei, "Wei Zhang", "wei", .developer, 990),
    person(.priya, "Priya Raman", "priya", .developer, 940),
    person(.lukas, "Lukas Brandt", "lukas", .claudeCodeUser, 870),
    person(.amara, "Amara Nwosu", "amara", .developer, 820),
    person(.daniel, "Daniel Cohen", "daniel", .user, 760),
    person(.sofia, "Sofia Rossi", "sofia", .claudeCodeUser, 700),
    person(.hiroshi, "Hiroshi Tanaka", "hiroshi", .developer, 640),
    // Has left; a key of his is still in use.
    person(.felix, "Felix Aumann", "felix", .developer, 600),
    person(.chloe, "Chloé Martin", "chloe", .user, 560),
    person(.omar, "Omar Haddad", "omar", .developer, 205),
    // The email filter takes her for Jane Castillo.
    person(.janeNovak, "Jane Novak", "jane+novak", .user, 150),
    person(.emily, "Emily Carter", "emily", .claudeCodeUser, 140),
    person(.ravi, "Ravi Subramanian", "ravi", .developer, 128),
    person(.marta, "Marta Kowalska", "marta", .user, 110),
    person(.noah, "Noah Fischer", "noah", .developer, 96),
    // A contractor, of a foreign domain.
    Written(
      who: .elena,
      name: "Elena Petrova",
      email: "elena@northwind-consulting.example",
      role: .developer,
      joinedDaysAgo: 75
    ),
    // A formula, for whoever opens an export in a spreadsheet.
    person(.kim, #"=HYPERLINK("https://acme.example","Kim Larsen")"#, "kim", .user, 60),
    person(.yusuf, "Yusuf Demir", "yusuf", .claudeCodeUser, 41),
    person(.grace, "Grace Adeyemi", "grace", .developer, 30),
    person(.oliver, "Oliver Hughes", "oliver", .user, 18),
    person(.aisha, "Aisha Khan", "aisha", .developer, 6),
  ]

  private static func person(
    _ who: Colleague,
    _ name: String,
    _ local: String,
    _ role: OrganizationRole,
    _ joinedDaysAgo: Int
  ) -> Written {
    Written(
      who: who,
      name: name,
      email: "\(local)@acme.example",
      role: role,
      joinedDaysAgo: joinedDaysAgo
    )
  }
}
