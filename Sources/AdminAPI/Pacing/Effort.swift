package import StewardValues

/// How many requests something takes, and how long the API's allowance makes it take.
package struct Effort: Sendable, Equatable {
  package let changes: Int
  package let reads: Int
  /// The allowance that takes longest, and how many requests of it go out in a minute; nil if
  /// nothing has to wait.
  package let deciding: (budget: String, perMinute: Int)?
  /// Spent waiting for the allowance.
  package let seconds: Int

  /// `reads`: Requests that are sent beside the changes.
  /// `configuration`: The client's; nil counts requests only.
  package init(
    _ plan: ChangeSet,
    reads: [Budget: Int] = [:],
    _ configuration: ClientConfiguration? = nil
  ) {
    changes = plan.count
    self.reads = reads.values.reduce(0, +)
    var requests = reads
    for change in plan.changes { requests[change.operation.budget, default: 0] += 1 }
    let allowances = configuration.flatMap { $0.pacing ? $0.allowances : nil }
    let slowest = requests.compactMap { budget, count in
      allowances?.wait(for: count, of: budget).map { (budget, $0.perMinute, $0.seconds) }
    }.max { $0.2 < $1.2 }
    deciding = slowest.map { ($0.0.rawValue, $0.1) }
    seconds = slowest?.2 ?? 0
  }

  package static func == (one: Effort, other: Effort) -> Bool { one.text == other.text }

  /// `7 requests: 4 reads and 3 changes, about 2 minutes: at most 72 a minute (general)`.
  package var text: String {
    var text = Self.count(changes + reads, "request")
    if reads > 0 { text += ": \(Self.count(reads, "read")) and \(Self.count(changes, "change"))" }
    guard let deciding else { return text }
    return text + ", about \(time): at most \(deciding.perMinute) a minute (\(deciding.budget))"
  }

  private var time: String {
    if seconds < 90 { return Self.count(seconds, "second") }
    if seconds < 90 * 60 { return Self.count((seconds + 30) / 60, "minute") }
    return Self.count((seconds + 1800) / 3600, "hour")
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}

extension Effort {
  /// For a saved plan, whose text is made again from this.
  package var json: Value {
    Value(fields: [
      "changes": .int(changes), "reads": .int(reads), "budget": Value(deciding?.budget),
      "per_minute": .int(deciding?.perMinute ?? 0), "seconds": .int(seconds),
    ])
  }

  /// Nil for what is none.
  package init?(json: Value?) {
    guard let record = json?.record, let changes = record["changes"]?.int,
      let reads = record["reads"]?.int, let seconds = record["seconds"]?.int
    else { return nil }
    self.changes = changes
    self.reads = reads
    self.seconds = seconds
    deciding = record["budget"]?.string.map { ($0, record["per_minute"]?.int ?? 0) }
  }
}

extension Allowances {
  /// How long so many requests wait, and how many go out in a minute then; nil if all go out at once.
  fileprivate func wait(for count: Int, of budget: Budget) -> (perMinute: Int, seconds: Int)? {
    let bucket = BudgetBuckets(self[budget], at: .zero).common
    let rest = Double(count) - bucket.capacity
    guard rest > 0, bucket.rate > 0 else { return nil }
    return (Int(bucket.rate * 60), Int((rest / bucket.rate).rounded(.up)))
  }
}
