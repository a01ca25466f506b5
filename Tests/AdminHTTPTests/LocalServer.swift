import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// An HTTP server on a free port of this machine, which answers as a test says.
final class LocalServer: Sendable {
  /// What becomes of a request.
  enum Answer: Sendable {
    case reply(status: Int, headers: [(String, String)] = [], body: String = "")
    /// The head and a part of the body, then the connection is closed.
    case cut
    /// The connection is closed before any answer.
    case close
    /// Nothing, ever.
    case silence
  }

  struct Received: Sendable {
    let method: String
    let uri: String
    let headers: HTTPHeaders
    var body: [UInt8] = []
  }

  private let channel: any Channel
  private let log: Log
  let port: Int

  final class Log: Sendable {
    private let entries = Mutex<[Received]>([])
    func append(_ received: Received) { entries.withLock { $0.append(received) } }
    var all: [Received] { entries.withLock(\.self) }
  }

  init(_ answer: @escaping @Sendable (Received) -> Answer) async throws {
    let log = Log()
    self.log = log
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(Handler(log, answer))
        }
      }
      .bind(host: "127.0.0.1", port: 0)
      .get()
    port = channel.localAddress?.port ?? 0
  }

  var received: [Received] { log.all }

  func stop() async { try? await channel.close() }
}

private final class Handler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let log: LocalServer.Log
  private let answer: @Sendable (LocalServer.Received) -> LocalServer.Answer
  private var received: LocalServer.Received?

  init(
    _ log: LocalServer.Log,
    _ answer: @escaping @Sendable (LocalServer.Received) -> LocalServer.Answer
  ) {
    self.log = log
    self.answer = answer
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      received = LocalServer.Received(
        method: head.method.rawValue,
        uri: head.uri,
        headers: head.headers
      )
    case .body(let part): received?.body += Array(part.readableBytesView)
    case .end:
      guard let received else { return }
      log.append(received)
      reply(answer(received), context)
    }
  }

  private func reply(_ answer: LocalServer.Answer, _ context: ChannelHandlerContext) {
    switch answer {
    case .reply(let status, let headers, let body):
      write(status, headers + [("content-length", "\(body.utf8.count)")], body, context)
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    case .cut:
      write(200, [("content-length", "1000")], "{", context)
      context.flush()
      context.close(promise: nil)
    case .close: context.close(promise: nil)
    case .silence: break
    }
  }

  private func write(
    _ status: Int,
    _ headers: [(String, String)],
    _ body: String,
    _ context: ChannelHandlerContext
  ) {
    let head = HTTPResponseHead(
      version: .http1_1,
      status: HTTPResponseStatus(statusCode: status),
      headers: HTTPHeaders(headers)
    )
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
  }
}
