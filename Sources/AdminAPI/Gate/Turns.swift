internal import Synchronization

/// Lets one after the other through, of those that are alike.
final class Turns: Sendable {
  /// Who waits for each turn that is taken.
  private let waiting = Mutex<[String: [CheckedContinuation<Void, Never>]]>([:])

  /// Comes back when it is the caller's turn, who must end it. Whoever has it ends it sooner or later,
  /// also where the run is cancelled.
  func take(_ key: String) async {
    await withCheckedContinuation { continuation in
      let isFree = waiting.withLock { waiting in
        guard waiting[key] != nil else {
          waiting[key] = []
          return true
        }
        waiting[key]?.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  func end(_ key: String) {
    let next = waiting.withLock { waiting -> CheckedContinuation<Void, Never>? in
      guard waiting[key]?.isEmpty == false else {
        waiting[key] = nil
        return nil
      }
      return waiting[key]?.removeFirst()
    }
    next?.resume()
  }
}
