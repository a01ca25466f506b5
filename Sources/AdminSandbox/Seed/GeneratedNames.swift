/// Names for as many people, workspaces and keys as are asked for.
enum GeneratedNames {
  /// A full name and the email's local part, different for each index.
  static func person(_ index: Int) -> (name: String, local: String) {
    let combinations = first.count * last.count
    // A step without a common factor with the count visits every combination before any twice.
    let place = (index * 1009 + 17) % combinations
    let given = first[place % first.count]
    let family = last[place / first.count]
    let round = index / combinations
    let suffix = round == 0 ? "" : String(round + 1)
    return ("\(given) \(family)", "\(given.lowercased()).\(family.lowercased())\(suffix)")
  }

  static func workspace(_ index: Int) -> String {
    let team = teams[index % teams.count]
    let round = index / teams.count
    return round == 0 ? "Team \(team)" : "Team \(team) \(round + 1)"
  }

  static func key(_ index: Int, _ random: RandomBits) -> String {
    let service = services[random.at(0).below(services.count)]
    let stage = ["prod", "staging", "dev", "nightly"][random.at(1).below(4)]
    return "\(service)-\(stage)-\(index + 1)"
  }

  static let colors = [
    "#6C5BB9", "#D97757", "#0F766E", "#1D4ED8", "#BE185D", "#4D7C0F", "#C2410C", "#0369A1",
  ]

  private static let first = [
    "Ada", "Ali", "Ana", "Anton", "Bea", "Ben", "Carla", "Chen", "Clara", "Dana", "David", "Diego",
    "Ella", "Emma", "Eric", "Eva", "Fatima", "Finn", "Gabriel", "Hana", "Hugo", "Ida", "Ivan",
    "Jan", "Joao", "Jonas", "Julia", "Karim", "Kofi", "Lara", "Lea", "Leon", "Lina", "Luca",
    "Maja", "Marco", "Maria", "Max", "Mei", "Mia", "Mina", "Nadia", "Nico", "Nora", "Oscar",
    "Paula", "Pavel", "Rosa", "Sara", "Simon", "Tariq", "Tess", "Theo", "Uma", "Victor", "Yuki",
    "Zara", "Zoe", "Levi",
  ]

  private static let last = [
    "Abbott", "Ahmed", "Almeida", "Andersen", "Bakker", "Bauer", "Becker", "Bianchi", "Blanc",
    "Brown", "Campbell", "Carlsen", "Chandra", "Clark", "Costa", "Cruz", "Dubois", "Duran",
    "Eriksen", "Evans", "Farah", "Ferrari", "Flores", "Fontaine", "Fuchs", "Garcia", "Gomez",
    "Green", "Haas", "Hansen", "Hassan", "Hill", "Ibrahim", "Ito", "Jansen", "Jensen", "Jones",
    "Kaya", "Keller", "Khalil", "Kim", "Klein", "Kumar", "Lang", "Larsen", "Lee", "Lehmann",
    "Lopez", "Mancini", "Mendes", "Meyer", "Moreau", "Mori", "Nakamura", "Nguyen", "Nilsen",
    "Novak", "Olsen", "Ortega", "Park", "Patel", "Pereira", "Perez", "Popescu", "Reyes", "Ricci",
    "Roth", "Sato", "Schmidt", "Silva", "Singh", "Smith", "Suzuki", "Torres", "Vargas", "Virtanen",
    "Weber", "Wilson", "Wolf", "Wright", "Yang", "Young", "Zimmer",
  ]

  private static let teams = [
    "Atlas", "Boreal", "Cobalt", "Delta", "Ember", "Falcon", "Granite", "Harbor", "Indigo",
    "Juniper", "Krypton", "Lumen", "Mosaic", "Nimbus", "Onyx", "Polaris", "Quartz", "Rapid",
    "Saffron", "Tundra", "Umbra", "Vector", "Willow", "Xenon", "Yarrow", "Zephyr",
  ]

  private static let services = [
    "billing", "catalog", "chat", "docs", "forecast", "ingest", "orders", "planner", "reports",
    "search", "summary", "telemetry", "translate", "vision",
  ]
}
