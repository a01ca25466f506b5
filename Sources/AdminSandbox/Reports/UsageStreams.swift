/// Who uses what: the streams of an organization.
struct UsageStreams {
  private let population: Population
  private(set) var all: [UsageStream] = []

  init(_ population: Population) {
    self.population = population
    if population.snapshot == nil { addWritten() }
    addGenerated()
    addSeats()
  }

  private mutating func addWritten() {
    addProduction()
    addResearch()
    addEvaluation()
    addSupport()
    addDefault()
    addClaudeCode()
  }

  // MARK: - The written organization

  private mutating func addProduction() {
    let tokens = 60_000_000
    add(.production, .productionAPI, .sonnet, tokens, .chat, .service) { $0.webSearches = 340 }
    add(.production, .productionAPI, .sonnet, tokens / 5, .chat, .service, geo: "us")
    add(.production, .productionAPI, .sonnet, tokens / 8, .chat, .service, context: "200k-1M")
    add(.production, .productionAPI, .sonnet, tokens / 4, .chat, .service, tier: "priority")
    add(.production, .productionAPI, .haiku, tokens / 2, .chat, .service)
    add(.production, .productionBatch, .haiku, tokens, .batch, .night, tier: "batch") {
      $0.hasAnomaly = true
    }
    add(.production, .productionBatch, .sonnet, tokens / 3, .batch, .night, tier: "batch")
    add(.production, .plannerStaging, .haiku, tokens / 40, .chat, .office) { $0.endedDaysAgo = 62 }
    add(.production, .contractorIntegration, .sonnet, tokens / 30, .agent, .office)
  }

  private mutating func addResearch() {
    let tokens = 18_000_000
    add(.research, .notebooks, .opus, tokens, .agent, .office) { $0.codeHours = 9 }
    add(.research, .notebooks, .opus, tokens / 6, .agent, .office, context: "200k-1M")
    add(.research, .actingForPriya, .opus, tokens / 2, .agent, .service)
    add(.research, .janeExperiments, .sonnet, tokens / 5, .chat, .office) { $0.webSearches = 40 }
    add(.research, .embeddings, .haiku, tokens / 4, .batch, .night) { $0.endedDaysAgo = 21 }
  }

  private mutating func addEvaluation() {
    let tokens = 9_000_000
    add(.evaluation, .felixRunner, .sonnet, tokens, .batch, .night)
    add(.evaluation, .felixRunner, .opus, tokens / 5, .batch, .night)
    add(.secondEvaluation, .evaluationNightly, .sonnet, tokens, .batch, .night, tier: "batch")
  }

  private mutating func addSupport() {
    add(.support, .supportTriage, .haiku, 22_000_000, .agent, .service) { $0.webSearches = 120 }
    add(.support, .supportTriage, .sonnet, 6_000_000, .agent, .service)
  }

  /// The default workspace: two keys, and what people try in the Playground.
  private mutating func addDefault() {
    add(.standard, .opsDashboard, .haiku, 1_500_000, .chat, .service)
    add(.standard, .bootstrap, .sonnet, 400_000, .chat, .service) { $0.endedDaysAgo = 75 }
    for colleague in [Colleague.jane, .daniel, .marta, .oliver] {
      let number = population.number(of: colleague)
      append(Workspace.defaultNumber, nil, number, .sonnet, 350_000, .chat, .office)
    }
  }

  private mutating func addClaudeCode() {
    let place = population.number(of: .claudeCode)
    let people: [(who: Colleague, tokens: Int)] = [
      (.lukas, 9_000_000), (.sofia, 7_500_000), (.emily, 5_200_000), (.yusuf, 3_100_000),
      (.jane, 2_600_000), (.ravi, 6_400_000),
    ]
    for (who, tokens) in people {
      let number = population.number(of: who)
      append(place, nil, number, .opus, tokens, .agent, .office)
      append(place, nil, number, .sonnet, tokens / 3, .agent, .office)
    }
    add(.claudeCode, .claudeCodeCI, .sonnet, 2_200_000, .agent, .service)
    append(place, nil, population.number(of: .hiroshi), .opus, 1_800_000, .agent, .office) {
      $0.isSubscription = true
    }
  }

  // MARK: - The generated organization

  private mutating func addGenerated() {
    let random = population.random.purpose("streams")
    for index in 0..<population.keys.generated {
      let number = population.keys.number(ofGenerated: index)
      let key = population.key(number)
      guard key.state == .active else { continue }
      let random = random.at(0).at(index)
      let model = [ModelFamily.haiku, .sonnet, .sonnet, .opus][random.at(0).below(4)]
      let tokens = random.at(1).within(200_000...6_000_000)
      append(key.workspace, number, nil, model, tokens, .chat, .service)
    }
    let place = population.number(of: .claudeCode)
    guard place >= 0 else { return }
    for index in 0..<population.people.generated {
      let number = population.people.number(ofGenerated: index)
      let random = random.at(1).at(index)
      guard random.at(0).below(100) < 35 else { continue }
      let tokens = random.at(1).within(300_000...5_000_000)
      append(place, nil, number, .sonnet, tokens, .agent, .office)
    }
  }

  // MARK: - The products of Claude Enterprise

  /// What people do with their seats, beside Claude Code. It comes last: the place of a stream
  /// decides about its numbers.
  private mutating func addSeats() {
    for seat in Seat.written {
      let joined = Colleague.written[seat.who.rawValue].joinedDaysAgo
      addSeat(
        population.number(of: seat.who),
        seat.product,
        seat.tokens,
        seat.daysInHundred,
        joined
      )
    }
    let random = population.random.purpose("seats")
    for index in 0..<population.people.generated {
      let number = population.people.number(ofGenerated: index)
      let random = random.at(index)
      guard random.at(0).below(100) < 70 else { continue }
      addSeat(
        number,
        .chat,
        random.at(1).within(20...150) * 1000,
        random.at(2).within(10...95),
        nil
      )
    }
  }

  private mutating func addSeat(
    _ person: Int,
    _ product: UsageStream.Product,
    _ tokens: Int,
    _ daysInHundred: Int,
    _ joinedDaysAgo: Int?
  ) {
    append(Workspace.defaultNumber, nil, person, .sonnet, tokens, .chat, .office) { stream in
      stream.isSubscription = true
      stream.product = product
      stream.daysInHundred = daysInHundred
      stream.startedDaysAgo = joinedDaysAgo
      stream.webSearches = tokens / 30_000
    }
  }

  // MARK: - Parts

  private func product(_ use: UsageStream.Dimensions) -> UsageStream.Product {
    if use.workspace == population.number(of: .claudeCode) { return .claudeCode }
    if use.key == nil { return .console }
    return use.tier == "batch" ? .batches : .messages
  }

  private mutating func add(
    _ place: Workplace,
    _ key: KeyRing,
    _ model: ModelFamily,
    _ tokens: Int,
    _ mix: UsageStream.Mix,
    _ rhythm: UsageStream.Rhythm,
    context: String = "0-200k",
    geo: String = "global",
    tier: String = "standard",
    _ change: (inout UsageStream) -> Void = { _ in }
  ) {
    append(
      population.number(of: place),
      population.number(of: key),
      nil,
      model,
      tokens,
      mix,
      rhythm,
      context: context,
      geo: geo,
      tier: tier,
      change
    )
  }

  private mutating func append(
    _ workspace: Int,
    _ key: Int?,
    _ account: Int?,
    _ model: ModelFamily,
    _ tokens: Int,
    _ mix: UsageStream.Mix,
    _ rhythm: UsageStream.Rhythm,
    context: String = "0-200k",
    geo: String = "global",
    tier: String = "standard",
    _ change: (inout UsageStream) -> Void = { _ in }
  ) {
    let dimensions = UsageStream.Dimensions(
      workspace: workspace,
      key: key,
      account: account,
      model: model,
      context: context,
      geo: model.hasGeo ? geo : "not_available",
      tier: tier
    )
    var stream = UsageStream(
      dimensions: dimensions,
      dailyTokens: tokens,
      mix: mix,
      rhythm: rhythm,
      product: product(dimensions)
    )
    change(&stream)
    all.append(stream)
  }
}
