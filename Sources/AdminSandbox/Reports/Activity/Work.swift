/// What one person did with one product on one day.
struct Work {
  let person: Int
  let product: UsageStream.Product
  let day: Int
  var amounts = Amounts()
  /// In billionths of a cent, before discounts.
  var listCost = 0
  let random: RandomBits

  /// The things of the organization that people work with.
  enum Thing: Int { case skills, connectors, plugins, artifacts, projects }

  /// One of them, and how often it was used.
  struct Use {
    let index: Int
    let count: Int
    /// The conversations or sessions it was used in.
    let places: Int
  }

  var messages: Int { amounts.requests }

  /// Conversations of the chat, sessions elsewhere.
  var conversations: Int { (messages + 5) / 6 }

  /// What it used of `count` things. The activity of people and that of things are both counted
  /// from this.
  func uses(of thing: Thing, among count: Int) -> [Use] {
    guard count > 0, let share = product.share(of: thing) else { return [] }
    let random = random.at(thing.rawValue)
    let total = messages * random.at(0).within(share) / 100
    let parts = [total - total / 3 - total / 6, total / 3, total / 6]
    let first = random.at(1).below(count)
    // Steps of one go round without coming back, as long as there are enough.
    return parts.prefix(count).enumerated().filter { $0.element > 0 }.map { step, part in
      Use(index: (first + step) % count, count: part, places: min(part, conversations))
    }
  }
}

extension UsageStream.Product {
  /// Of a hundred messages, those that use such a thing; nil where the product has none.
  fileprivate func share(of thing: Work.Thing) -> ClosedRange<Int>? {
    switch (self, thing) {
    case (.chat, .skills): 0...15
    case (.chat, .connectors): 0...25
    case (.chat, .artifacts): 0...12
    case (.chat, .projects): 30...80
    case (.cowork, .skills), (.cowork, .connectors): 5...30
    case (.cowork, .plugins): 0...20
    case (.cowork, .artifacts): 0...12
    case (.claudeCode, .skills), (.claudeCode, .connectors): 0...8
    case (.claudeCode, .plugins): 0...10
    case (.claudeCode, .artifacts): 0...2
    case (.officeAgent, .skills), (.officeAgent, .connectors): 2...20
    default: nil
    }
  }
}
