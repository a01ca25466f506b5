internal import NIOCore
internal import Synchronization

/// The open connections of a server.
final class Connections: Sendable {
  private let open = Mutex<[ObjectIdentifier: any Channel]>([:])

  func add(_ channel: any Channel) {
    let identity = ObjectIdentifier(channel)
    open.withLock { $0[identity] = channel }
    channel.closeFuture.whenComplete { [weak self] _ in
      self?.open.withLock { _ = $0.removeValue(forKey: identity) }
    }
  }

  /// Lets every connection finish what it is doing, for so long at the most.
  func drain(within limit: TimeAmount) async {
    let channels = open.withLock { Array($0.values) }
    for channel in channels {
      channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
      let deadline = channel.eventLoop.scheduleTask(in: limit) {
        channel.close(promise: nil)
      }
      channel.closeFuture.whenComplete { _ in deadline.cancel() }
    }
    for channel in channels { try? await channel.closeFuture.get() }
  }
}
