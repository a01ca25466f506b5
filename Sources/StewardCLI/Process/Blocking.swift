internal import Dispatch
internal import Synchronization

/// Waits on a thread of ours for what is asynchronous. Never for a thread of the cooperative pool.
enum Blocking {
  private final class Slot<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
    let isFilled = DispatchSemaphore(value: 0)
  }

  static func wait<Value: Sendable>(
    for work: @escaping @Sendable () async -> Value
  ) -> Value? {
    let slot = Slot<Value>()
    Task.detached {
      let value = await work()
      slot.value.withLock { $0 = value }
      slot.isFilled.signal()
    }
    slot.isFilled.wait()
    return slot.value.withLock { $0 }
  }
}
