internal import AdminAPI
internal import AdminCommands
public import StewardRuntime

/// Why a call of a ``HostCommand`` failed, as the script sees it: `catch e if $e.kind == "conflict"`.
///
/// Any other error that a body throws has the kind `user` and its own description as its message.
public struct HostCommandError: Error, Sendable {
  /// One of the known kinds, or the host's own, which begins with `user.`.
  public let kind: ErrorKind
  /// One line, lower case, that names the thing.
  public let message: String
  /// What to do about it.
  public let help: String?
  /// True if the same may succeed later.
  public let isRetryable: Bool

  /// An error for a script; a kind that the language does not know gets `user.` before it.
  public init(
    _ kind: ErrorKind = .user,
    _ message: String,
    help: String? = nil,
    isRetryable: Bool = false
  ) {
    self.kind = kind.known
    self.message = message
    self.help = help
    self.isRetryable = isRetryable
  }
}

extension RunError {
  /// Whatever the body of a host's command threw.
  init(_ error: any Error, from command: String) {
    switch error {
    case let error as RunError: self = error
    case let error as HostCommandError:
      self.init(error.kind, error.message, help: error.help, isRetryable: error.isRetryable)
    case let error as ClientError: self.init(error)
    case let error as DecodingError: self.init(.type, "`\(command)`: \(error.inWords)")
    case is CancellationError: self.init(.cancelled, "`\(command)` was cancelled")
    default: self.init(.user, "`\(command)` failed: \(error)")
    }
  }
}

extension DecodingError {
  /// Where, and what was expected there.
  fileprivate var inWords: String {
    let context: Context
    switch self {
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .keyNotFound(_, let found),
      .dataCorrupted(let found):
      context = found
    @unknown default: return "\(self)"
    }
    let path = context.codingPath.map(\.stringValue).joined(separator: ".")
    return path.isEmpty ? context.debugDescription : "\(path): \(context.debugDescription)"
  }
}
