package import AdminCommands
internal import Dispatch
package import StewardValues
internal import Synchronization

/// The names of the organization's objects, as they were when they were last read. Asking for them
/// never waits: what is missing or old is read in the background.
package final class NameCache: Sendable {
  /// What becomes of an attempt to read names.
  package enum Answer: Sendable {
    case names([NameListing.Entry])
    /// Why they could not be read.
    case failure(String)
    /// There is no organization to ask.
    case nobody
  }

  /// Reads the names of a resource.
  package typealias Reader = @Sendable (_ resource: Resource) async -> Answer

  /// The names of one resource.
  private struct Known {
    var names: SortedNames?
    var readAt = Duration.zero
    /// Something was changed since.
    var isStale = false
    var failure: String?
    /// When the latest attempt gave no names; nil if it did.
    var failedAt: Duration?
    /// Set while they are being read.
    var reading: Task<Void, Never>?
  }

  private struct State {
    var known: [Resource: Known] = [:]
    var onChange: (@Sendable () -> Void)?
    /// Of those who wait for names.
    var waiters: [DispatchSemaphore] = []
  }

  private static let goodFor = Duration.seconds(300)
  private static let goodToShowFor = Duration.seconds(86_400)
  /// Who presses Tab again at once does not ask for more requests.
  private static let patience = Duration.seconds(5)

  private let read: Reader
  private let elapsed: @Sendable () -> Duration
  private let state = Mutex(State())

  /// `elapsed`: The time since any fixed moment.
  package init(
    elapsed: @escaping @Sendable () -> Duration = NameCache.uptime,
    read: @escaping Reader
  ) {
    self.read = read
    self.elapsed = elapsed
  }

  /// No names at all.
  package static let none = NameCache { _ in .nobody }

  private static let start = ContinuousClock.now
  package static let uptime: @Sendable () -> Duration = { ContinuousClock.now - start }

  /// Called, on any thread, when names have been read.
  package func onChange(_ action: @escaping @Sendable () -> Void) {
    state.withLock { $0.onChange = action }
  }

  /// What is known of a resource now. What is missing, old or stale begins to be read.
  package func look(_ resource: Resource) -> (names: SortedNames?, note: String) {
    let known = refreshed(resource)
    return (known.names, note(known))
  }

  /// What an object is called, as far as that is known now.
  package func name(of id: String, _ resource: Resource) -> String? {
    state.withLock { $0.known[resource]?.names }?.name(of: id)
  }

  /// Waits for names that are being read for the first time, but not for long.
  package func wait(for resources: [Resource], milliseconds: Int) {
    let deadline = DispatchTime.now() + .milliseconds(milliseconds)
    while true {
      let arrived = state.withLock { state -> DispatchSemaphore? in
        let isMissing = resources.contains { resource in
          state.known[resource].map { $0.names == nil && $0.reading != nil } ?? false
        }
        guard isMissing else { return nil }
        let semaphore = DispatchSemaphore(value: 0)
        state.waiters.append(semaphore)
        return semaphore
      }
      guard let arrived, arrived.wait(timeout: deadline) == .success else { return }
    }
  }

  /// Begins to read what is not known, or no longer.
  package func refresh(_ resource: Resource) { _ = refreshed(resource) }

  /// The same for what is only shown: names that were read today do as well, and a large organization
  /// is not read again and again.
  package func refreshToShow(_ resource: Resource) {
    _ = refreshed(resource, goodFor: Self.goodToShowFor)
  }

  private func refreshed(_ resource: Resource, goodFor: Duration = goodFor) -> Known {
    let now = elapsed()
    return state.withLock { state in
      var known = state.known[resource] ?? Known()
      let isGood = known.names != nil && !known.isStale && now - known.readAt < goodFor
      let hasFailed = known.failedAt.map { now - $0 < Self.patience } ?? false
      guard !isGood, !hasFailed, known.reading == nil else { return known }
      // What is changed from here on may be missing in the answer.
      known.isStale = false
      known.reading = task(resource)
      state.known[resource] = known
      return known
    }
  }

  private func task(_ resource: Resource) -> Task<Void, Never> {
    Task.detached(priority: .utility) {
      switch await self.read(resource) {
      case .names(let entries): self.keep(SortedNames(entries), nil, of: resource)
      case .failure(let message): self.keep(nil, message, of: resource)
      case .nobody: self.keep(nil, nil, of: resource)
      }
    }
  }

  private func keep(
    _ names: SortedNames?,
    _ failure: String?,
    of resource: Resource
  ) {
    let now = elapsed()
    let onChange = state.withLock { state -> (@Sendable () -> Void)? in
      guard var known = state.known[resource] else { return nil }
      known.reading = nil
      known.failure = failure
      if let names { (known.names, known.readAt) = (names, now) }
      known.failedAt = names == nil ? now : nil
      known.isStale = known.isStale || names == nil
      state.known[resource] = known
      for waiter in state.waiters { waiter.signal() }
      state.waiters = []
      return state.onChange
    }
    onChange?()
  }

  /// Names that were seen before anybody asked for them: some, until all are read.
  package func note(_ entries: [NameListing.Entry], of resource: Resource) {
    let now = elapsed()
    state.withLock { state in
      guard state.known[resource]?.names == nil else { return }
      var known = state.known[resource] ?? Known()
      (known.names, known.readAt, known.isStale) = (SortedNames(entries), now, true)
      state.known[resource] = known
    }
  }

  /// Something changed the objects of some resources: their names are read again when they are next
  /// wanted.
  package func expire(where isChanged: (Resource) -> Bool) {
    state.withLock { state in
      for resource in state.known.keys where isChanged(resource) {
        state.known[resource]?.isStale = true
      }
    }
  }

  // MARK: - Notes

  private func note(_ known: Known) -> String {
    if known.names == nil {
      if known.reading != nil { return "names are being read: Tab again" }
      return known.failure.map { "names cannot be read: \($0)" } ?? ""
    }
    var note = "names as of \(Self.age(elapsed() - known.readAt))"
    if known.reading != nil { note += ", being read again" }
    if let failure = known.failure { note += "; they cannot be read again: \(failure)" }
    return note
  }

  private static func age(_ duration: Duration) -> String {
    switch duration.components.seconds {
    case ..<10: "now"
    case let seconds where seconds < 90: "\(seconds) s ago"
    case let seconds where seconds < 5400: "\((seconds + 30) / 60) min ago"
    case let seconds: "\((seconds + 1800) / 3600) h ago"
    }
  }
}
