/// The two buckets of one budget: for everybody, and for what has just begun.
struct BudgetBuckets: Sendable {
  /// What a request got.
  struct Reservation: Sendable {
    let wait: Duration
    fileprivate let isKept: Bool
  }

  struct Bucket: Sendable {
    let capacity: Double
    let fullRate: Double
    var rate: Double
    var tokens: Double

    init(capacity: Double, rate: Double) {
      self.capacity = capacity
      fullRate = rate
      self.rate = rate
      tokens = capacity
    }

    mutating func refill(after passed: Duration) {
      tokens = min(tokens + passed.inSeconds * rate, capacity)
    }

    /// How long a request must wait that takes the next token.
    var debt: Duration { tokens >= 1 ? .zero : .seconds((1 - tokens) / rate) }
  }

  var common: Bucket
  var kept: Bucket
  var updated: Duration
  var blockedUntil: Duration = .zero

  init(_ allowance: Allowances.Allowance, at now: Duration) {
    let requests = Double(allowance.requests)
    let seconds = max(allowance.window.inSeconds, 0.001)
    // Of very little nothing is kept.
    let kept = requests >= 10 ? (requests / 10).rounded(.down) : 0
    common = Bucket(capacity: requests - kept, rate: (requests - kept) / seconds)
    self.kept = Bucket(capacity: kept, rate: max(kept, 0.001) / seconds)
    updated = now
  }

  mutating func refill(at now: Duration) {
    // A file may be older than the system's start.
    let passed = max(now - updated, .zero)
    common.refill(after: passed)
    kept.refill(after: passed)
    updated = now
  }

  mutating func reserve(isUrgent: Bool, at now: Duration) -> Reservation {
    let blocked = max(blockedUntil - now, .zero)
    guard isUrgent, common.tokens < 1, kept.tokens >= 1 else {
      let wait = max(common.debt, blocked)
      common.tokens -= 1
      return Reservation(wait: wait, isKept: false)
    }
    kept.tokens -= 1
    return Reservation(wait: blocked, isKept: true)
  }

  mutating func giveBack(_ reservation: Reservation) {
    if reservation.isKept { kept.tokens += 1 } else { common.tokens += 1 }
  }

  mutating func slowDown(until moment: Duration) {
    for bucket in [\BudgetBuckets.common, \BudgetBuckets.kept] {
      self[keyPath: bucket].tokens = min(self[keyPath: bucket].tokens, 0)
      let slowest = self[keyPath: bucket].fullRate / 8
      self[keyPath: bucket].rate = max(self[keyPath: bucket].rate / 2, slowest)
    }
    blockedUntil = max(blockedUntil, moment)
  }

  mutating func speedUp() {
    common.rate = min(common.rate * 1.05, common.fullRate)
    kept.rate = min(kept.rate * 1.05, kept.fullRate)
  }
}
