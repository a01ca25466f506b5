import Glibc
import Testing

/// A connection of this machine, with whole HTTP messages. One thread reads and writes it.
final class StreamSocket: @unchecked Sendable {
  let descriptor: Int32
  private var pending: [UInt8] = []

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Connects to a port of this machine.
  convenience init(port: UInt16) throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    self.init(descriptor)
    let code = Self.withAddress(port) { connect(descriptor, $0, $1) }
    try #require(code == 0, "nobody listens on port \(port)")
  }

  /// Begins to listen on a port that is free.
  static func listening() throws -> (socket: StreamSocket, port: UInt16) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    try #require(withAddress(0) { bind(listener, $0, $1) } == 0)
    try #require(listen(listener, 16) == 0)
    var place = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(listener, $0, &length)
      }
    }
    try #require(code == 0)
    return (StreamSocket(listener), UInt16(bigEndian: place.sin_port))
  }

  private static func withAddress(
    _ port: UInt16,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }

  /// Wakes whoever waits for it.
  func shutDown() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

  func accepted() -> StreamSocket? {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&waiting, 1, -1) < 0, errno == EINTR {}
    let connection = Spawning.uninherited { accept(descriptor, nil, nil) }
    return connection < 0 ? nil : StreamSocket(connection)
  }

  func write(_ message: HTTPMessage) -> Bool {
    var done = 0
    while done < message.bytes.count {
      let count = message.bytes[done...].withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  /// The next message; nil at the end of the connection.
  func message() -> HTTPMessage? {
    while true {
      if let message = HTTPMessage(of: pending) {
        pending.removeFirst(message.bytes.count)
        return message
      }
      var bytes = [UInt8](repeating: 0, count: 1 << 16)
      let count = recv(descriptor, &bytes, bytes.count, 0)
      guard count > 0 else { return nil }
      pending += bytes[..<count]
    }
  }
}

/// A request or an answer, as far as a proxy looks into it.
struct HTTPMessage {
  let bytes: [UInt8]
  /// `POST /v1/organizations/invites HTTP/1.1`, or `HTTP/1.1 200 OK`.
  let firstLine: String
  let body: String

  /// The message with which the bytes begin; nil if it is not whole.
  init?(of bytes: [UInt8]) {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    let length = lines.lazy.compactMap { line -> Int? in
      guard line.lowercased().hasPrefix("content-length:") else { return nil }
      return Int(line.dropFirst(15).filter { $0 != " " })
    }.first
    let whole = end.upperBound + (length ?? 0)
    guard bytes.count >= whole else { return nil }
    firstLine = lines.first.map(String.init) ?? ""
    body = String(decoding: bytes[end.upperBound..<whole], as: UTF8.self)
    self.bytes = Array(bytes[..<whole])
  }

  /// Anything but a read.
  var isChange: Bool { !firstLine.hasPrefix("GET ") }
  /// `POST /v1/organizations/invites`.
  var call: String { firstLine.split(separator: " ").prefix(2).joined(separator: " ") }
  var isSuccess: Bool { firstLine.split(separator: " ").dropFirst().first?.hasPrefix("2") ?? false }

  /// The value of a field that is text, wherever it stands in the body.
  func text(_ field: String) -> String? {
    guard let name = body.firstRange(of: "\"\(field)\":\"") else { return nil }
    return String(body[name.upperBound...].prefix { $0 != "\"" })
  }
}
