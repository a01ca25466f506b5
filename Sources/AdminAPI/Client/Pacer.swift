internal import Synchronization

/// Holds requests back so that they stay below the API's rate limits.
///
/// Each budget is a bucket of one minute's requests that fills evenly: a burst up to the share goes
/// out at once. All tasks of a client draw from the same buckets.
final class Pacer: Sendable {
  private struct Bucket {
    let fullRate: Double
    var rate: Double
    var tokens: Double
    var updated: Duration
    var blockedUntil: Duration = .zero

    init(perMinute: Double, at now: Duration) {
      fullRate = perMinute / 60
      rate = fullRate
      tokens = perMinute
      updated = now
    }

    mutating func refill(at now: Duration) {
      tokens = min(tokens + (now - updated).inSeconds * rate, fullRate * 60)
      updated = now
    }
  }

  private let clock: ClientClock
  private let share: Double
  private let buckets = Mutex<[Budget: Bucket]>([:])

  init(share: Int, clock: ClientClock) {
    self.share = Double(min(max(share, 1), 100)) / 100
    self.clock = clock
  }

  /// Returns when one request of the budget may leave; requests leave in the order of asking.
  func admit(_ budget: Budget) async throws(CancellationError) {
    let wait = reserve(budget)
    guard wait > .zero else { return }
    do throws(CancellationError) {
      try await clock.sleep(wait)
    } catch {
      with(budget) { bucket, _ in bucket.tokens += 1 }
      throw error
    }
  }

  /// A 429 empties the bucket for all and halves its rate, down to an eighth.
  func slowDown(_ budget: Budget, for wait: Duration?) {
    with(budget) { bucket, now in
      bucket.tokens = min(bucket.tokens, 0)
      bucket.rate = max(bucket.rate / 2, bucket.fullRate / 8)
      bucket.blockedUntil = max(bucket.blockedUntil, now + (wait ?? .seconds(1)))
    }
  }

  /// Every answer that is no 429 brings the rate a little back.
  func speedUp(_ budget: Budget) {
    with(budget) { bucket, _ in bucket.rate = min(bucket.rate * 1.05, bucket.fullRate) }
  }

  private func reserve(_ budget: Budget) -> Duration {
    with(budget) { bucket, now in
      bucket.tokens -= 1
      let debt: Duration = bucket.tokens < 0 ? .seconds(-bucket.tokens / bucket.rate) : .zero
      return max(debt, bucket.blockedUntil - now)
    }
  }

  private func with<Result>(_ budget: Budget, _ body: (inout Bucket, Duration) -> Result) -> Result
  {
    let now = clock.elapsed()
    return buckets.withLock { buckets in
      var bucket = buckets[budget] ?? Bucket(perMinute: Double(budget.perMinute) * share, at: now)
      bucket.refill(at: now)
      defer { buckets[budget] = bucket }
      return body(&bucket, now)
    }
  }
}

extension Budget {
  /// What the API allows an organization: 1,200 invites an hour are 20 a minute.
  package var perMinute: Int {
    switch self {
    case .general: 100
    case .invites: 20
    case .reports: 60
    }
  }
}
