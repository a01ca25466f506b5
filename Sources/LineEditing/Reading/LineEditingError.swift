#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What the operating system refused.
package struct LineEditingError: Error, Equatable, CustomStringConvertible {
  private let action: String
  package let code: Int32

  /// - Parameters:
  ///   - action: What could not be done, such as `read the terminal`.
  ///   - code: The number of the system's error.
  init(_ action: String, code: Int32) {
    self.action = action
    self.code = code
  }

  package var description: String {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return "cannot \(action): \(reason)"
  }
}
