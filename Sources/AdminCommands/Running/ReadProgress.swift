package import StewardRuntime

/// Says how far the rows of a list have come, where that takes long.
package final class ReadProgress {
  /// Shorter reads are not talked about.
  private static let patience = Duration.seconds(1)
  /// Nobody reads faster.
  private static let interval = Duration.milliseconds(200)

  private let command: String
  private let host: any RunHost
  private let now: () -> ContinuousClock.Instant
  private var begin: ContinuousClock.Instant?
  private var latest: ContinuousClock.Instant?
  private var pages = 0
  private var rows = 0
  private var expected: Int?

  /// `now`: What tells the time.
  package init(
    _ command: String,
    _ host: any RunHost,
    now: @escaping () -> ContinuousClock.Instant = { .now }
  ) {
    self.command = command
    self.host = host
    self.now = now
  }

  /// So many rows will be taken, if there are as many.
  package func expect(_ rows: Int?) { expected = rows }

  /// The first page is about to be asked for.
  package func start() { if begin == nil { begin = now() } }

  package func add(pageOf count: Int) {
    pages += 1
    rows += count
    guard let begin else { return }
    let time = now()
    let isDue = latest.map { time - $0 >= Self.interval } ?? (time - begin >= Self.patience)
    guard isDue else { return }
    latest = time
    host.report(
      RunProgress(command: command, text: text(passed: time - begin), fraction: fraction)
    )
  }

  /// There are no more rows, or nobody wants them.
  package func end() {
    guard latest != nil else { return }
    latest = nil
    host.report(RunProgress(command: command, text: "\(command): \(rows) rows", fraction: 1))
  }

  private var fraction: Double? {
    expected.map { min(Double(rows) / Double(max($0, 1)), 0.99) }
  }

  /// `users list: 12 pages, 12000 rows, 1900 rows/s, about 4 s left`.
  private func text(passed: Duration) -> String {
    let seconds = Double(passed.components.seconds) + Double(passed.components.attoseconds) * 1e-18
    let rate = Double(rows) / max(seconds, 0.001)
    let pages = pages == 1 ? "1 page" : "\(pages) pages"
    let told = "\(command): \(pages), \(rows) rows, \(Int(rate.rounded())) rows/s"
    guard let expected, expected > rows, rate > 0 else { return told }
    return "\(told), about \(Int((Double(expected - rows) / rate).rounded(.up))) s left"
  }
}
