#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What the operating system refused, or another program.
package struct LineEditingError: Error, Equatable, CustomStringConvertible {
  private let action: String
  /// The number of the system's error; nil if it had none.
  package let code: Int32?

  /// - Parameters:
  ///   - action: What could not be done, such as `read the terminal`.
  ///   - code: The number of the system's error, if there is one.
  init(_ action: String, code: Int32?) {
    self.action = action
    self.code = code
  }

  package var description: String {
    guard let code else { return "cannot \(action)" }
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return "cannot \(action): \(reason)"
  }
}
