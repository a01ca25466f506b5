internal import Synchronization

/// What other threads want to have shown while a line is typed. The line stays as it is, below them.
package final class Notices: Sendable {
  private let texts = Mutex<[String]>([])
  private let wake: WakePipe

  init(_ wake: WakePipe) { self.wake = wake }

  /// Shows lines above the prompt: at once if a line is typed, else before the next one.
  package func show(_ text: String) {
    texts.withLock { $0.append(text) }
    wake.send(.notice)
  }

  /// Has colours, hints and an open menu looked up again, since something is known now that was not.
  package func refresh() { wake.send(.notice) }

  func take() -> [String] {
    texts.withLock { texts in
      defer { texts = [] }
      return texts
    }
  }
}
