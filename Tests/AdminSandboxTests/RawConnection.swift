import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A connection without any knowledge of HTTP.
final class RawConnection {
  private let descriptor: Int32
  /// What came and was not asked for yet.
  private var pending: [UInt8] = []
  /// True if the other side said nothing for so long that it never will.
  private(set) var hasHung = false

  struct Refused: Error {}

  init(port: Int) throws {
    #if canImport(Darwin)
    descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Refused() }
    var yes: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, 4)
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  func send(_ text: String) throws {
    try #require(write(Array(text.utf8)))
  }

  /// - Returns: False if the other side takes no more.
  func write(_ bytes: [UInt8]) -> Bool {
    #if canImport(Darwin)
    let flags: Int32 = 0
    #else
    let flags = Int32(MSG_NOSIGNAL)
    #endif
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        Self.send(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, flags)
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func send(
    _ descriptor: Int32,
    _ bytes: UnsafeRawPointer?,
    _ count: Int,
    _ flags: Int32
  ) -> Int {
    #if canImport(Darwin)
    Darwin.send(descriptor, bytes, count, flags)
    #elseif canImport(Musl)
    Musl.send(descriptor, bytes, count, flags)
    #else
    Glibc.send(descriptor, bytes, count, flags)
    #endif
  }

  /// Nothing more is sent.
  func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

  /// What comes until the text has so many bodies' ends, or the connection ends.
  func receive(until isEnough: (String) -> Bool) -> String {
    var bytes: [UInt8] = []
    while !isEnough(String(decoding: bytes, as: UTF8.self)), let more = more() { bytes += more }
    return String(decoding: bytes, as: UTF8.self)
  }

  func receiveAll() -> String { receive { _ in false } }

  /// Nil at the end.
  private func more() -> ArraySlice<UInt8>? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0, errno == EAGAIN || errno == EWOULDBLOCK { hasHung = true }
    return count > 0 ? buffer[..<count] : nil
  }
}

extension RawConnection {
  /// An answer as HTTP cuts it: a head, and as many bytes as it says.
  struct Reply {
    let status: Int
    let headers: [(String, String)]
    let body: [UInt8]
    var isLast: Bool { headers.contains { $0 == ("connection", "close") } }
  }

  /// The next answer; nil if the connection ends before one.
  ///
  /// `isBodiless`: Of an answer to HEAD.
  func reply(isBodiless: Bool = false) -> Reply? {
    while true {
      if let head = pending.firstRange(of: "\r\n\r\n".utf8) {
        let lines = String(decoding: pending[..<head.lowerBound], as: UTF8.self)
          .split(separator: "\r\n")
        let parts = (lines.first ?? "").split(separator: " ")
        guard parts.count > 1, parts[0] == "HTTP/1.1", let status = Int(parts[1]) else {
          return nil
        }
        let headers = lines.dropFirst().map { line in
          let name = line.prefix { $0 != ":" }
          return (name.lowercased(), String(line.dropFirst(name.count + 1).drop { $0 == " " }))
        }
        let length = headers.first { $0.0 == "content-length" }.flatMap { Int($0.1) } ?? 0
        let end = head.upperBound + (isBodiless || status < 200 ? 0 : length)
        if pending.count >= end {
          let body = Array(pending[head.upperBound..<end])
          pending.removeFirst(end)
          // `100 Continue` comes before the answer.
          if status < 200 { continue }
          return Reply(status: status, headers: headers, body: body)
        }
      }
      guard let more = more() else { return nil }
      pending += more
    }
  }
}
