/// What the people of Acme Robotics use beside Claude Code, with the seats that they have.
struct Seat: Sendable {
  let who: Colleague
  let product: UsageStream.Product
  /// On an ordinary day.
  let tokens: Int
  /// On how many of a hundred working days they use it.
  let daysInHundred: Int

  static let written: [Seat] = [
    Seat(.margaret, .chat, 60_000, 40), Seat(.tomas, .chat, 90_000, 70),
    Seat(.jane, .chat, 150_000, 90), Seat(.ingrid, .chat, 45_000, 65),
    Seat(.wei, .chat, 120_000, 80), Seat(.priya, .chat, 210_000, 95),
    Seat(.lukas, .chat, 40_000, 45), Seat(.amara, .chat, 95_000, 75),
    Seat(.daniel, .chat, 130_000, 85), Seat(.chloe, .chat, 110_000, 80),
    Seat(.omar, .chat, 70_000, 60), Seat(.janeNovak, .chat, 25_000, 30),
    Seat(.emily, .chat, 35_000, 40), Seat(.marta, .chat, 160_000, 90),
    Seat(.noah, .chat, 55_000, 50), Seat(.elena, .chat, 80_000, 65),
    Seat(.kim, .chat, 15_000, 10), Seat(.grace, .chat, 140_000, 85),
    Seat(.oliver, .chat, 65_000, 70), Seat(.aisha, .chat, 100_000, 80),
    Seat(.daniel, .cowork, 180_000, 60), Seat(.marta, .cowork, 240_000, 75),
    Seat(.ingrid, .cowork, 90_000, 35), Seat(.oliver, .cowork, 120_000, 45),
    Seat(.ingrid, .officeAgent, 75_000, 70), Seat(.marta, .officeAgent, 50_000, 40),
    Seat(.margaret, .officeAgent, 30_000, 25), Seat(.chloe, .claudeDesign, 85_000, 50),
    Seat(.aisha, .claudeDesign, 60_000, 35),
  ]

  private init(
    _ who: Colleague,
    _ product: UsageStream.Product,
    _ tokens: Int,
    _ daysInHundred: Int
  ) {
    self.who = who
    self.product = product
    self.tokens = tokens
    self.daysInHundred = daysInHundred
  }
}
