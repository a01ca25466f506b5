internal import Dispatch

/// Does something once, after some time; not if nobody holds it any more by then.
final class Alarm: @unchecked Sendable {
  // Sound: the source is complete when it is stored, and may be cancelled from any thread.
  private let timer: any DispatchSourceTimer

  init(after nanoseconds: Int64, _ action: @escaping @Sendable () -> Void) {
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now() + .nanoseconds(Int(nanoseconds)))
    timer.setEventHandler(handler: action)
    timer.resume()
  }

  deinit { timer.cancel() }
}

extension Duration {
  /// Cut to what a timer takes, which is 292 years.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? .max / 2 : whole &+ attoseconds / 1_000_000_000
  }
}
