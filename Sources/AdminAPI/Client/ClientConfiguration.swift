public import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// How a client behaves, apart from where it sends requests and as whom.
public struct ClientConfiguration: Sendable {
  /// The program's version in the `user-agent` header.
  public var version: String
  /// Whether requests are held back to stay below the API's rate limits; off for loopback and the
  /// sandbox.
  public var pacing: Bool
  /// How many requests the API takes, and how much of that is used.
  public var allowances: Allowances
  /// The file by which all processes of the host share what the API takes; nil for this client's
  /// own use.
  public var pacingFile: String?
  /// Hears of every request that was sent; called on the task that sent it.
  public var trace: (@Sendable (TraceEvent) -> Void)?
  /// The time at the server, as far as it is known: what the creation of objects is compared with.
  public var now: @Sendable () -> Timestamp
  /// For how long a server may not show what was just made.
  public var staleness: Duration
  /// Reads the files that an upload names.
  package var files: FileSource = { (path) throws(ClientError) in
    throw ClientError(.io, "`\(printable(path))` cannot be read: no files are given to this client")
  }
  package var clock = ClientClock.continuous
  /// A number from 0 up to 1, for jitter.
  package var random: @Sendable () -> Double = { Double.random(in: 0..<1) }

  /// The usual behaviour against the real API.
  public init(
    version: String,
    pacing: Bool = true,
    allowances: Allowances = Allowances(),
    pacingFile: String? = nil,
    trace: (@Sendable (TraceEvent) -> Void)? = nil,
    staleness: Duration = .seconds(30),
    now: @escaping @Sendable () -> Timestamp = { .now() }
  ) {
    self.version = version
    self.pacing = pacing
    self.allowances = allowances
    self.pacingFile = pacingFile
    self.trace = trace
    self.staleness = staleness
    self.now = now
  }
}

/// Time as it passes, so that a test need not wait for it.
package struct ClientClock: Sendable {
  /// Since any fixed moment.
  package var elapsed: @Sendable () -> Duration
  /// Throws if the task is cancelled meanwhile.
  package var sleep: @Sendable (Duration) async throws(CancellationError) -> Void

  package init(
    elapsed: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws(CancellationError) -> Void
  ) {
    self.elapsed = elapsed
    self.sleep = sleep
  }

  package static let continuous: ClientClock = {
    ClientClock(
      elapsed: sinceStartOfSystem,
      sleep: { duration async throws(CancellationError) in
        do { try await Task.sleep(for: duration) } catch { throw CancellationError() }
      }
    )
  }()
}

/// The same in all processes of the host.
private func sinceStartOfSystem() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return .seconds(Int(time.tv_sec)) + .nanoseconds(Int(time.tv_nsec))
}

extension Duration {
  /// As a number, for rates; never for money.
  package var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
