internal import Steward
internal import Synchronization

/// What becomes of changes from now on; a person may change it at the prompt.
final class SessionMode: Sendable {
  private let mode: Mutex<ChangeMode>

  init(_ mode: ChangeMode) { self.mode = Mutex(mode) }

  var current: ChangeMode {
    get { mode.withLock(\.self) }
    set { mode.withLock { $0 = newValue } }
  }
}
