/// When a request is sent again, and after which wait.
///
/// Any request is repeated after a 429, and after a failure before its first byte left: the server
/// has not seen it. Whatever else went wrong is repeated only where the server ends in the same
/// state however often it is asked.
struct RetryPolicy: Sendable {
  static let patienceWithRateLimits: Duration = .seconds(60)
  static let maximumAttempts = 6
  static let patienceWithFailures: Duration = .seconds(30)
  static let firstBackoff: Duration = .milliseconds(500)
  static let longestBackoff: Duration = .seconds(8)

  let isRepeatable: Bool
  private var failures = 0
  private var rateLimits = 0
  private var waited: Duration = .zero
  private var firstRateLimit: Duration?

  init(isRepeatable: Bool) { self.isRepeatable = isRepeatable }

  /// The wait after an answer that is a failure, or nil if it is final.
  mutating func delay(
    after response: Response,
    _ error: ClientError,
    elapsed: Duration,
    random: Double
  ) -> Duration? {
    let advice = response.headers["x-should-retry"]
    guard advice != "false" else { return nil }
    let asked = response.retryAfter
    if response.status == 429 {
      return delayOfRateLimit(asked: asked, elapsed: elapsed, random: random)
    }
    let isPassing = error.apiCode.map { APICode.passing.contains($0) } ?? false
    let mayEnd = response.status == 408 || response.status >= 500 || advice == "true"
    guard isPassing || (mayEnd && isRepeatable) else { return nil }
    return delayOfFailure(asked: asked, random: random)
  }

  /// The wait after a failure without an answer, or nil if it is final.
  mutating func delay(after failure: TransportError, random: Double) -> Duration? {
    switch failure.stage {
    case .beforeSending: delayOfFailure(asked: nil, random: random)
    case .afterSending, .timeout: isRepeatable ? delayOfFailure(asked: nil, random: random) : nil
    case .cancelled: nil
    }
  }

  private mutating func delayOfRateLimit(
    asked: Duration?,
    elapsed: Duration,
    random: Double
  ) -> Duration? {
    rateLimits += 1
    let start = firstRateLimit ?? elapsed
    firstRateLimit = start
    let delay = asked ?? Self.backoff(rateLimits, random: random)
    return elapsed - start + delay <= Self.patienceWithRateLimits ? delay : nil
  }

  private mutating func delayOfFailure(asked: Duration?, random: Double) -> Duration? {
    failures += 1
    guard failures < Self.maximumAttempts else { return nil }
    let delay = asked ?? Self.backoff(failures, random: random)
    waited += delay
    return waited <= Self.patienceWithFailures ? delay : nil
  }

  /// Full jitter: anything up to a bound that doubles from 0.5 s to 8 s.
  private static func backoff(_ count: Int, random: Double) -> Duration {
    min(firstBackoff * (1 << min(count - 1, 4)), longestBackoff) * random
  }
}

extension Response {
  /// How long the server asks to wait, if it asks for more than nothing.
  var retryAfter: Duration? {
    if let text = headers["retry-after-ms"], let milliseconds = Double(text) {
      return Self.wait(milliseconds: milliseconds)
    }
    if let text = headers["retry-after"], let seconds = Double(text) {
      return Self.wait(milliseconds: seconds * 1000)
    }
    return nil
  }

  private static func wait(milliseconds: Double) -> Duration? {
    guard milliseconds > 0 else { return nil }
    // Nobody waits for longer than a day: what is asked beyond is the same refusal.
    return .milliseconds(Int(min(milliseconds, 86_400_000).rounded(.up)))
  }
}
