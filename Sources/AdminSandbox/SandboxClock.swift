package import StewardValues

/// The two clocks of a sandbox.
package struct SandboxClock: Sendable {
  /// The time of the calendar.
  package let now: @Sendable () -> Timestamp
  /// Nanoseconds since some start, which never go back.
  package let uptime: @Sendable () -> Int64

  package init(
    now: @escaping @Sendable () -> Timestamp,
    uptime: @escaping @Sendable () -> Int64
  ) {
    self.now = now
    self.uptime = uptime
  }

  /// The machine's clocks.
  package static let real = SandboxClock(now: { Timestamp.now() }, uptime: passed)

  /// A calendar that stands still; windows and delays go on.
  package static func standing(at now: Timestamp) -> SandboxClock {
    SandboxClock(now: { now }, uptime: passed)
  }

  private static let start = ContinuousClock.now

  @Sendable private static func passed() -> Int64 {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
  }
}
