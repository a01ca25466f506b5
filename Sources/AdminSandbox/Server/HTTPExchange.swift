internal import AdminAPI
internal import NIOCore
internal import NIOHTTP1
internal import StewardValues

/// One connection: collects each request, asks the sandbox, writes the answer.
///
/// The pipeline's own handlers parse, keep requests that are sent ahead until the answer before them
/// is out, and close an idle connection when the server stops.
final class HTTPExchange: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private static let maximumBody = 1 << 20
  /// A day, in nanoseconds.
  private static let longestDelay: Int64 = 86_400_000_000_000

  private let sandbox: Sandbox
  private var head: HTTPRequestHead?
  private var body: [UInt8] = []
  private var isTooLarge = false

  init(_ sandbox: Sandbox) { self.sandbox = sandbox }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): begin(head, context)
    case .body(let buffer): append(buffer)
    case .end: finish(context)
    }
  }

  /// What is no HTTP gets an answer, which is the connection's last.
  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError, context.channel.isActive else {
      context.close(promise: nil)
      return
    }
    write(sandbox.refusal(.invalid("The request is not valid HTTP/1.1.")), nil, context)
  }

  // MARK: - The request

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    self.head = head
    body.removeAll(keepingCapacity: true)
    isTooLarge = false
    if head.headers[canonicalForm: "expect"].contains("100-continue") {
      let goOn = HTTPResponseHead(version: head.version, status: .continue)
      context.writeAndFlush(wrapOutboundOut(.head(goOn)), promise: nil)
    }
  }

  /// Too much is read and thrown away, so that the client gets to see the answer.
  private func append(_ buffer: ByteBuffer) {
    if isTooLarge || body.count + buffer.readableBytes > Self.maximumBody {
      isTooLarge = true
      body = []
    } else {
      body.append(contentsOf: buffer.readableBytesView)
    }
  }

  private func finish(_ context: ChannelHandlerContext) {
    guard let head else { return }
    if isTooLarge { return write(sandbox.refusal(.tooLarge), head, context) }
    guard let method = Method(rawValue: head.method.rawValue) else {
      return write(sandbox.refusal(.methodNotAllowed), head, context)
    }
    let (path, query) = PercentDecoding.split(target: head.uri)
    let request = Request(
      method,
      path,
      query: query,
      headers: Headers(head.headers.map { (name: $0.name, value: $0.value) }),
      body: body.isEmpty ? nil : body
    )
    let latency = sandbox.settings.latency
    if latency <= .zero { return answer(request, head, context) }
    let delay = TimeAmount.nanoseconds(min(latency.nanoseconds, Self.longestDelay))
    context.eventLoop.assumeIsolated().scheduleTask(in: delay) {
      self.answer(request, head, context)
    }
  }

  // MARK: - The answer

  private func answer(
    _ request: Request,
    _ head: HTTPRequestHead,
    _ context: ChannelHandlerContext
  ) {
    guard context.channel.isActive else { return }
    switch sandbox.answerAtOnce(request) {
    case .response(let response): write(response, head, context)
    case .dropped: context.close(promise: nil)
    }
  }

  private func write(
    _ response: Response,
    _ request: HTTPRequestHead?,
    _ context: ChannelHandlerContext
  ) {
    let isLast = request.map { !$0.isKeepAlive || $0.version != .http1_1 } ?? true
    var headers = HTTPHeaders(response.headers.fields.map { ($0.name, $0.value) })
    headers.add(name: "content-length", value: String(response.body.count))
    if isLast { headers.add(name: "connection", value: "close") }
    let status = HTTPResponseStatus(statusCode: response.status)
    let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request?.method != .HEAD {
      let buffer = context.channel.allocator.buffer(bytes: response.body)
      context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
    }
    self.head = nil
    let end = context.eventLoop.makePromise(of: Void.self)
    if isLast {
      end.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: end)
  }
}
