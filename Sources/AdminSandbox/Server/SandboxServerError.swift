/// Why a sandbox cannot be served.
public struct SandboxServerError: Error, Sendable, CustomStringConvertible {
  /// What went wrong, with the address.
  public let message: String

  /// The message.
  public var description: String { message }

  init(_ message: String) { self.message = message }
}
