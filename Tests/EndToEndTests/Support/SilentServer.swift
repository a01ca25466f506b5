import Glibc
import Testing

/// A port that takes connections and never answers.
final class SilentServer {
  private let listener: Int32
  private var connection: Int32 = -1
  let address: String

  init() throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    let code = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && listen(descriptor, 4) == 0
          ? getsockname(descriptor, address, &length) : -1
      }
    }
    try #require(code == 0)
    address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
  }

  deinit {
    close(listener)
    if connection >= 0 { close(connection) }
  }

  /// Waits for a connection and for the first byte of its request.
  func acceptOne() {
    connection = accept(listener, nil, nil)
    var byte: UInt8 = 0
    #expect(read(connection, &byte, 1) == 1)
  }
}
