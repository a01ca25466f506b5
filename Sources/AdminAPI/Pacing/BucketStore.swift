internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Where the buckets of a client are kept.
protocol BucketStore: Sendable {
  /// Replaces the buckets of a budget, of which nothing is known at first. Nobody else changes them
  /// meanwhile.
  func update(_ budget: Budget, _ change: (BudgetBuckets?) -> BudgetBuckets)
}

/// The buckets of one process.
final class MemoryBuckets: BucketStore {
  private let buckets = Mutex<[Budget: BudgetBuckets]>([:])

  func update(_ budget: Budget, _ change: (BudgetBuckets?) -> BudgetBuckets) {
    buckets.withLock { $0[budget] = change($0[budget]) }
  }
}

/// Buckets in a file that all processes of the host share. Where it cannot be used each process has
/// its own.
final class SharedBuckets: BucketStore {
  private let path: String
  private let allowances: Allowances
  private let fallback = MemoryBuckets()

  init(_ path: String, _ allowances: Allowances) {
    self.path = path
    self.allowances = allowances
  }

  func update(_ budget: Budget, _ change: (BudgetBuckets?) -> BudgetBuckets) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      return fallback.update(budget, change)
    }
    // Closing lets go of the lock.
    defer { close(descriptor) }
    var lines = Self.lines(descriptor)
    let changed = change(lines[budget.rawValue].flatMap { read($0, budget) })
    lines[budget.rawValue] = Self.text(changed)
    Self.write(lines, descriptor)
  }

  // MARK: Text

  /// One line a budget: its name, both buckets' tokens and rates, and two moments in seconds.
  private static func text(_ buckets: BudgetBuckets) -> String {
    let numbers = [
      buckets.common.tokens, buckets.common.rate, buckets.kept.tokens, buckets.kept.rate,
      buckets.updated.inSeconds, buckets.blockedUntil.inSeconds,
    ]
    return numbers.map { "\($0)" }.joined(separator: " ")
  }

  private func read(_ text: String, _ budget: Budget) -> BudgetBuckets? {
    let numbers = text.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 6, numbers.allSatisfy(\.isFinite) else { return nil }
    var buckets = BudgetBuckets(allowances[budget], at: .seconds(numbers[4]))
    buckets.common.tokens = min(numbers[0], buckets.common.capacity)
    buckets.common.rate = Self.rate(numbers[1], buckets.common)
    buckets.kept.tokens = min(numbers[2], buckets.kept.capacity)
    buckets.kept.rate = Self.rate(numbers[3], buckets.kept)
    buckets.blockedUntil = .seconds(numbers[5])
    return buckets
  }

  private static func rate(_ number: Double, _ bucket: BudgetBuckets.Bucket) -> Double {
    min(max(number, bucket.fullRate / 8), bucket.fullRate)
  }

  private static func lines(_ descriptor: Int32) -> [String: String] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    var lines: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { lines[String(parts[0])] = String(parts[1]) }
    }
    return lines
  }

  private static func write(_ lines: [String: String], _ descriptor: Int32) {
    let text = lines.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }.joined()
    let bytes = Array(text.utf8)
    guard pwrite(descriptor, bytes, bytes.count, 0) == bytes.count else { return }
    ftruncate(descriptor, off_t(bytes.count))
  }
}
