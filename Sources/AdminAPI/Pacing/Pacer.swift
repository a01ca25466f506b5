internal import Synchronization

/// Holds requests back so that they stay below the API's rate limits.
///
/// Each budget is a bucket of one window's requests that fills evenly: a burst up to the share goes
/// out at once. A tenth of it is kept for whatever has just begun, so that a single change never
/// queues behind an export. All tasks of a client draw from the same buckets, and with a shared
/// file all processes of the host.
final class Pacer: Sendable {
  /// So many requests of a client may draw on the kept tenth: enough for one change with its reads.
  static let urgentRequests = 10

  private let clock: ClientClock
  private let allowances: Allowances
  private let store: any BucketStore
  private let admitted = Mutex(0)

  init(_ allowances: Allowances, clock: ClientClock, store: any BucketStore = MemoryBuckets()) {
    self.allowances = allowances
    self.clock = clock
    self.store = store
  }

  convenience init(_ configuration: ClientConfiguration) {
    let allowances = configuration.allowances
    self.init(
      allowances,
      clock: configuration.clock,
      store: configuration.pacingFile.map { SharedBuckets($0, allowances) } ?? MemoryBuckets()
    )
  }

  /// Returns when one request of the budget may leave; requests leave in the order of asking.
  func admit(_ budget: Budget) async throws(CancellationError) {
    let number = admitted.withLock { count in
      count += 1
      return count
    }
    let reservation = reserve(budget, isUrgent: number <= Self.urgentRequests)
    guard reservation.wait > .zero else { return }
    do throws(CancellationError) {
      try await clock.sleep(reservation.wait)
    } catch {
      with(budget) { buckets, _ in buckets.giveBack(reservation) }
      throw error
    }
  }

  /// A 429 empties the bucket for all and halves its rate, down to an eighth.
  func slowDown(_ budget: Budget, for wait: Duration?) {
    with(budget) { buckets, now in buckets.slowDown(until: now + (wait ?? .seconds(1))) }
  }

  /// Every answer that is no 429 brings the rate a little back.
  func speedUp(_ budget: Budget) {
    with(budget) { buckets, _ in buckets.speedUp() }
  }

  private func reserve(_ budget: Budget, isUrgent: Bool) -> BudgetBuckets.Reservation {
    with(budget) { buckets, now in buckets.reserve(isUrgent: isUrgent, at: now) }
  }

  private func with<Result>(
    _ budget: Budget,
    _ body: (inout BudgetBuckets, Duration) -> Result
  ) -> Result {
    let now = clock.elapsed()
    let allowance = allowances[budget]
    var result: Result?
    store.update(budget) { known in
      var buckets = known ?? BudgetBuckets(allowance, at: now)
      buckets.refill(at: now)
      result = body(&buckets, now)
      return buckets
    }
    if let result { return result }
    var buckets = BudgetBuckets(allowance, at: now)
    return body(&buckets, now)
  }
}
