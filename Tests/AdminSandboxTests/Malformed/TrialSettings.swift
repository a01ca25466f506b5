#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// How many requests are tried, and which: `scripts/fuzz --requests COUNT SEED` says it.
enum TrialSettings {
  /// The count of the environment, or the given one.
  static func count(_ standard: Int) -> Int { number("STEWARD_REQUESTS") ?? standard }

  static let seed = UInt64(number("STEWARD_SEED") ?? 1)

  /// For whoever wants to see it again.
  static func again(_ index: Int) -> String { "STEWARD_SEED=\(seed), request \(index)" }

  private static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }
  }
}
