internal import StewardValues

/// Who used Claude Code on one day, from which terminal.
struct ClaudeCodeReport {
  private let state: OrganizationState
  private let facts: UsageFacts
  private let day: Int
  private let minutes: Range<Int>

  /// The report of a day, up to the minute until which use is known.
  init(_ state: OrganizationState, _ facts: UsageFacts, day: Int, settled: Int) {
    self.state = state
    self.facts = facts
    self.day = day
    minutes = day * 1440..<max(day * 1440, min((day + 1) * 1440, settled))
  }

  /// Who used it: a person, or a key.
  struct Actor: Hashable {
    let account: Int?
    let key: Int?
    let isSubscription: Bool
  }

  /// What was used of one model.
  typealias ModelUse = (use: UsageStream.Dimensions, amounts: Amounts)

  /// A row of the report: an actor's work in one kind of terminal.
  struct Row {
    let actor: Actor
    let terminal: String
    let isRemote: Bool
    let models: [ModelUse]
    let random: RandomBits
  }

  /// All rows of the day, in the order of the streams.
  func rows() -> [Row] {
    let place = state.population.number(of: .claudeCode)
    var actors: [Actor] = []
    var uses: [Actor: [ModelUse]] = [:]
    for (index, stream) in facts.streams.enumerated() where stream.dimensions.workspace == place {
      let amounts = facts.amounts(ofStream: index, minutes)
      if amounts.isZero { continue }
      let actor = Actor(
        account: stream.dimensions.account,
        key: stream.dimensions.key,
        isSubscription: stream.isSubscription
      )
      if uses[actor] == nil { actors.append(actor) }
      uses[actor, default: []].append((stream.dimensions, amounts))
    }
    return actors.flatMap { rows(of: $0, uses[$0] ?? []) }
  }

  /// A person's day in one row, or in two where a quarter of it was done remotely.
  private func rows(of actor: Actor, _ uses: [ModelUse]) -> [Row] {
    let random = state.population.random.purpose("claude code").at(actor.account ?? -1)
    guard actor.account != nil, random.at(1).below(4) == 0 else {
      return [row(actor, uses, isRemote: false, random)]
    }
    let remote = uses.map { ($0.use, $0.amounts.map { $0 / 4 }) }
    let local = zip(uses, remote).map { ($0.use, $0.amounts.minus($1.1)) }
    return [row(actor, local, isRemote: false, random), row(actor, remote, isRemote: true, random)]
  }

  private func row(
    _ actor: Actor,
    _ models: [ModelUse],
    isRemote: Bool,
    _ random: RandomBits
  ) -> Row {
    let terminals = ["vscode", "iTerm.app", "tmux", "WarpTerminal", "cursor"]
    let local = actor.key == nil ? terminals[random.below(terminals.count)] : "non-interactive"
    return Row(
      actor: actor,
      terminal: isRemote ? "web" : local,
      isRemote: isRemote,
      models: models,
      random: random.at(day).at(isRemote ? 1 : 0)
    )
  }

  func write(_ json: inout JSONBytes, _ row: Row) {
    let work = CodeWork(row)
    json.object { json in
      json.key("date")
      json.time(Timestamp(minute: day * 1440))
      json.key("actor")
      writeActor(&json, row)
      json.key("organization_id")
      json.string(state.organizationID)
      json.key("customer_type")
      json.string(row.actor.isSubscription ? "subscription" : "api")
      json.key("subscription_type")
      json.string(row.actor.isSubscription ? "team" : nil)
      json.key("terminal_type")
      json.string(row.terminal)
      json.key("is_remote")
      json.bool(row.isRemote)
      json.key("core_metrics")
      json.metrics(work)
      json.key("tool_actions")
      json.toolActions(work)
      json.key("model_breakdown")
      json.array { json in for model in row.models { json.model(model.use, model.amounts) } }
    }
  }

  private func writeActor(_ json: inout JSONBytes, _ row: Row) {
    json.object { json in
      json.key("type")
      if let account = row.actor.account {
        json.string("user_actor")
        json.key("email_address")
        // Who has left is still in the reports.
        json.string((state.people.current(account) ?? state.population.person(account)).email)
      } else {
        json.string("api_actor")
        json.key("api_key_name")
        json.string(row.actor.key.flatMap { state.keys.current($0)?.name } ?? "")
      }
    }
  }
}

extension JSONBytes {
  fileprivate mutating func metrics(_ work: CodeWork) {
    object { json in
      json.key("num_sessions")
      json.int(work.sessions)
      json.key("lines_of_code")
      json.object { json in
        json.key("added")
        json.int(work.addedLines)
        json.key("removed")
        json.int(work.removedLines)
      }
      json.key("commits_by_claude_code")
      json.int(work.commits)
      json.key("pull_requests_by_claude_code")
      json.int(work.pullRequests)
    }
  }

  fileprivate mutating func toolActions(_ work: CodeWork) {
    object { json in
      for tool in work.tools {
        json.key(tool.name)
        json.object { json in
          json.key("accepted")
          json.int(tool.accepted)
          json.key("rejected")
          json.int(tool.rejected)
        }
      }
    }
  }

  fileprivate mutating func model(_ use: UsageStream.Dimensions, _ amounts: Amounts) {
    let cost = Meter.allCases.reduce(0) { $0 + amounts[$1] * $1.price(use) }
    object { json in
      json.key("model")
      json.string(use.model.id)
      json.key("tokens")
      json.object { json in
        json.key("input")
        json.int(amounts[.uncachedInput])
        json.key("output")
        json.int(amounts[.output])
        json.key("cache_read")
        json.int(amounts[.cacheRead])
        json.key("cache_creation")
        json.int(amounts[.fiveMinuteCache] + amounts[.hourCache])
      }
      json.key("estimated_cost")
      json.object { json in
        json.key("currency")
        json.string("USD")
        json.key("amount")
        json.int(Cents.rounded(cost))
      }
    }
  }
}
