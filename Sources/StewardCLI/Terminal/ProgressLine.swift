internal import Synchronization

/// The line at the bottom of a terminal that says how far something has come. Whatever else is
/// written takes it away first.
final class ProgressLine: Sendable {
  private let isShown = Mutex(false)
  private let descriptor: Int32

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// Shows a text in place of the one before.
  func show(_ text: String) {
    isShown.withLock { isShown in
      isShown = true
      _ = Descriptor.write(Array("\r\u{1B}[K\(text)".utf8), to: descriptor)
    }
  }

  func clear() {
    isShown.withLock { isShown in
      guard isShown else { return }
      isShown = false
      _ = Descriptor.write(Array("\r\u{1B}[K".utf8), to: descriptor)
    }
  }
}
