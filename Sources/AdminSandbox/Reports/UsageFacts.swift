/// What the organization used, for any stretch of time: the one source of all reports.
///
/// A day's use is computed whole and then cut along a curve that only rises, so that minutes add up
/// to hours and hours to the day, whatever the cut. Nothing is stored.
struct UsageFacts: Sendable {
  let streams: [UsageStream]
  private let random: RandomBits
  /// The day on which the sandbox started, since 1970.
  private let today: Int
  private let firstDay: Int

  /// The day of the anomaly, so many days before the start.
  static let anomalyDaysAgo = 12

  init(_ population: Population, historyDays: Int) {
    random = population.random.purpose("usage")
    today = population.today
    firstDay = today - historyDays
    streams = UsageStreams(population).all
  }

  /// The use of a stream in any minutes since 1970.
  func amounts(ofStream index: Int, overDays minutes: Range<Int>) -> Amounts {
    var sum = Amounts()
    var start = minutes.lowerBound
    while start < minutes.upperBound {
      let midnight = (start.flooredQuotient(by: 1440) + 1) * 1440
      let end = min(midnight, minutes.upperBound)
      sum += amounts(ofStream: index, start..<end)
      start = end
    }
    return sum
  }

  /// The use of a stream in some minutes since 1970, which are all of one day.
  func amounts(ofStream index: Int, _ minutes: Range<Int>) -> Amounts {
    let day = minutes.lowerBound.flooredQuotient(by: 1440)
    let total = total(ofStream: index, day: day)
    if total.isZero || minutes.isEmpty { return Amounts() }
    let start = minutes.lowerBound - day * 1440
    let end = minutes.upperBound - day * 1440
    if start == 0, end == 1440 { return total }
    let curve = DayCurve(streams[index].rhythm, place(index, day))
    let upTo = { minute in total.map { curve.part(of: $0, upTo: minute) } }
    return upTo(end).minus(upTo(start))
  }

  private func place(_ stream: Int, _ day: Int) -> RandomBits { random.at(stream).at(day) }

  private func total(ofStream index: Int, day: Int) -> Amounts {
    let stream = streams[index]
    let last = stream.endedDaysAgo.map { today - $0 } ?? .max
    let first = max(firstDay, stream.startedDaysAgo.map { today - $0 } ?? firstDay)
    let random = place(index, day)
    guard day >= first, day <= last, isUsed(stream, day: day, random) else { return Amounts() }
    let strength = strength(of: stream, day: day, random)
    var amounts = Amounts()
    let tokens = stream.dailyTokens / 1000 * strength / 1000
    for (meter, share) in stream.mix.shares {
      let noise = random.at(100 + meter.rawValue).within(900...1100)
      amounts[meter] = tokens * share / 1000 * noise
    }
    amounts[.webSearch] = stream.webSearches * strength / 1000
    amounts[.codeExecution] = stream.codeHours * strength / 1000
    amounts.requests = max(1, tokens * 1000 / stream.mix.tokensARequest)
    return amounts
  }

  private func isUsed(_ stream: UsageStream, day: Int, _ random: RandomBits) -> Bool {
    if stream.daysInHundred >= 100 { return true }
    let chance = stream.daysInHundred * stream.rhythm.weight(day: day) / 1000
    return random.at(98).below(100) < chance
  }

  /// Thousandths of the stream's ordinary day: growth, the week, chance and the anomaly.
  private func strength(of stream: UsageStream, day: Int, _ random: RandomBits) -> Int {
    let growth = min(1300, max(250, 1000 - 5 * (today - day)))
    let weekday = stream.rhythm.weight(day: day)
    let noise = random.at(99).within(850...1150)
    let anomaly = stream.hasAnomaly && day == today - Self.anomalyDaysAgo ? 14 : 1
    return growth * weekday / 1000 * noise / 1000 * anomaly
  }
}

extension UsageStream.Mix {
  fileprivate var shares: [(Meter, Int)] {
    [
      (.uncachedInput, uncachedInput), (.cacheRead, cacheRead),
      (.fiveMinuteCache, fiveMinuteCache), (.hourCache, hourCache), (.output, output),
    ]
  }
}

/// How a day's use is spread over its minutes.
private struct DayCurve {
  /// The weight of all hours before the hour.
  private let before: [Int]

  init(_ rhythm: UsageStream.Rhythm, _ random: RandomBits) {
    var before = [0]
    before.reserveCapacity(25)
    for hour in 0..<24 {
      let weight = rhythm.weight(hour: hour) * random.at(hour).within(70...130)
      before.append((before.last ?? 0) + weight)
    }
    self.before = before
  }

  /// The part of a day's total before the minute; it never falls from one minute to the next.
  func part(of total: Int, upTo minute: Int) -> Int {
    let hour = minute / 60
    if hour >= 24 { return total }
    let within = (before[hour + 1] - before[hour]) * (minute % 60)
    let weight = before[hour] * 60 + within
    let (high, low) = total.multipliedFullWidth(by: weight)
    return (before[24] * 60).dividingFullWidth((high, low)).quotient
  }
}
