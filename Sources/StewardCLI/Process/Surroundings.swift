#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What the program finds when it is started, so that a test can give it something else.
package struct Surroundings: Sendable {
  /// The value of an environment variable. One that is empty counts as not set.
  let variable: @Sendable (String) -> String?
  let isInputTerminal: Bool
  let isOutputTerminal: Bool
  let isErrorTerminal: Bool

  package init(
    variable: @escaping @Sendable (String) -> String? = { _ in nil },
    isInputTerminal: Bool = false,
    isOutputTerminal: Bool = false,
    isErrorTerminal: Bool = false
  ) {
    self.variable = { name in variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    self.isInputTerminal = isInputTerminal
    self.isOutputTerminal = isOutputTerminal
    self.isErrorTerminal = isErrorTerminal
  }

  /// Those of this process.
  static var process: Surroundings {
    Surroundings(
      variable: { name in getenv(name).map { String(cString: $0) } },
      isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      isErrorTerminal: isatty(STDERR_FILENO) == 1
    )
  }

  /// True if a person can be asked something.
  var canAsk: Bool { isInputTerminal && isErrorTerminal }
}
