/// What people did, from the same use that the usage reports count.
struct ActivityFacts {
  let things: Things
  private let usage: UsageFacts
  private let random: RandomBits

  /// How many there are of what people work with.
  struct Things {
    let plugins: [Plugin]

    struct Plugin {
      let name: String
      let id: String?
    }

    func count(_ thing: Work.Thing) -> Int {
      switch thing {
      case .skills: AcmeTools.skills.count
      case .connectors: AcmeTools.connectors.count
      case .plugins: plugins.count
      case .artifacts: AcmeTools.artifacts.count
      case .projects: AcmeTools.projects.count
      }
    }
  }

  init(_ usage: UsageFacts, _ random: RandomBits, _ things: Things) {
    self.usage = usage
    self.random = random.purpose("activity")
    self.things = things
  }

  /// All work of a day, in the order of the streams.
  func work(on day: Int) -> [Work] {
    var places: [Place: Int] = [:]
    var work: [Work] = []
    for (index, stream) in usage.streams.enumerated() {
      guard let person = stream.dimensions.account, stream.product.isOfSeats else { continue }
      let amounts = usage.amounts(ofStream: index, day * 1440..<(day + 1) * 1440)
      if amounts.isZero { continue }
      let place = Place(person: person, product: stream.product)
      let number = places[place] ?? work.count
      if number == work.count {
        places[place] = number
        let random = random.purpose(named: stream.product.rawValue).at(person).at(day)
        work.append(Work(person: person, product: stream.product, day: day, random: random))
      }
      work[number].amounts += amounts
      work[number].listCost += Meter.allCases.reduce(0) { sum, meter in
        sum + amounts[meter] * meter.listPrice(stream.dimensions)
      }
    }
    return work
  }

  private struct Place: Hashable {
    let person: Int
    let product: UsageStream.Product
  }

  func uses(of thing: Work.Thing, in work: Work) -> [Work.Use] {
    work.uses(of: thing, among: things.count(thing))
  }
}

extension Meter {
  /// What one of it costs before the organization's discount of a fifth, in billionths of a cent.
  func listPrice(_ use: UsageStream.Dimensions) -> Int { price(use) / 4 * 5 }
}
