internal import AdminAPI
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix

/// Serves a sandbox over HTTP/1.1 until it is stopped.
public final class SandboxServer: Sendable {
  /// The address that it listens on.
  public let host: String
  /// The port that it listens on, also where 0 was asked for.
  public let port: Int
  /// What a client takes as its base URL.
  public var baseURL: String {
    host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
  }

  private let group: MultiThreadedEventLoopGroup
  private let listener: any Channel
  private let connections: Connections

  private init(
    host: String,
    port: Int,
    _ group: MultiThreadedEventLoopGroup,
    _ listener: any Channel,
    _ connections: Connections
  ) {
    self.host = host
    self.port = port
    self.group = group
    self.listener = listener
    self.connections = connections
  }

  /// Begins to listen.
  ///
  /// - Parameters:
  ///   - sandbox: What answers.
  ///   - host: An address of this machine; anybody who reaches it may use the sandbox.
  ///   - port: 0 for any that is free.
  /// - Returns: A server that runs until it is stopped.
  /// - Throws: ``SandboxServerError`` if the address cannot be had.
  public static func start(
    _ sandbox: Sandbox,
    host: String = "127.0.0.1",
    port: Int = 0
  ) async throws(SandboxServerError) -> SandboxServer {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let connections = Connections()
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          connections.add(channel)
          // The exchange answers what is no HTTP in the API's words.
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: false)
          try channel.pipeline.syncOperations.addHandler(HTTPExchange(sandbox))
        }
      }
    do {
      let listener = try await bootstrap.bind(host: host, port: port).get()
      let bound = listener.localAddress?.port ?? port
      return SandboxServer(host: host, port: bound, group, listener, connections)
    } catch {
      try? await group.shutdownGracefully()
      throw SandboxServerError("cannot listen on \(host), port \(port): \(error)")
    }
  }

  /// Stops listening, lets requests in progress have their answers, and closes everything.
  public func stop() async {
    try? await listener.close().get()
    await connections.drain(within: .seconds(3))
    try? await group.shutdownGracefully()
  }
}
