package import StewardRuntime

/// With what the process ends. From 3 to 63 are a script's own.
package enum ExitStatus {
  package static let done: Int32 = 0
  /// A runtime error.
  package static let failed: Int32 = 1
  /// The check found errors: nothing was sent.
  package static let notChecked: Int32 = 2
  /// The command line itself is wrong.
  package static let usage: Int32 = 64
  /// A limit or a guard said no.
  package static let limit: Int32 = 65
  /// A ceiling, or a person, said no.
  package static let declined: Int32 = 66
  /// The credential is missing, wrong or not for this.
  package static let auth: Int32 = 67
  /// Something failed after changes were made.
  package static let partlyDone: Int32 = 68
  /// A change was not in the plan.
  package static let drift: Int32 = 69
  /// The plan has changes: `--exit-code`.
  package static let hasChanges: Int32 = 70
  /// Network, rate limit or server: the same may succeed later.
  package static let tryAgain: Int32 = 75
  /// Ended by Ctrl-C.
  package static let interrupted: Int32 = 130

  /// The status of a run that ended with an error; `changesMade` says whether it changed anything,
  /// or may have, before that.
  package static func of(_ error: RunError, changesMade: Bool) -> Int32 {
    switch error.kind {
    case .exit: error.exitStatus ?? done
    case .cancelled: interrupted
    default: changesMade ? partlyDone : of(error.kind)
    }
  }

  private static func of(_ kind: ErrorKind) -> Int32 {
    switch kind {
    case .limit, .guard: limit
    case .declined: declined
    case .auth, .forbidden: auth
    case .drift: drift
    case .network, .rateLimited, .server, .timeout: tryAgain
    default: failed
    }
  }
}
