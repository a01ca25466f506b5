internal import Dispatch

/// What a stopped run lets go of. Nobody else has it any more, so that any thread may free it.
private struct Garbage<Content>: @unchecked Sendable {
  let content: Content
}

/// Frees what a stage held on another thread: a million rows take longer than somebody who pressed
/// Ctrl-C should wait.
func discard<Content>(_ content: consuming Content) {
  let garbage = Garbage(content: content)
  DispatchQueue.global().async { withExtendedLifetime(garbage) {} }
}
