internal import StewardRuntime
internal import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Bytes that may keep somebody waiting, such as those that are typed: Ctrl-C ends the waiting.
struct InterruptibleInput: ByteSource {
  let descriptor: Int32
  /// Readable once the run is to stop.
  let stop: NotificationPipe

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    try waitForBytes()
    var source = FileByteSource(descriptor: descriptor)
    return try source.read(into: buffer)
  }

  /// A text up to the end of its line, which is not part of it; nil at the end of the input.
  func readLine() throws(RunError) -> String? {
    guard var byte = try nextByte() else { return nil }
    var bytes: [UInt8] = []
    // One byte at a time: what follows the line may be for whoever asks next.
    while byte != UInt8(ascii: "\n") {
      bytes.append(byte)
      guard let next = try nextByte() else { break }
      byte = next
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Nil at the end of the input.
  func nextByte() throws(RunError) -> UInt8? {
    var byte: UInt8 = 0
    do throws(InputError) {
      let count = try withUnsafeMutableBytes(of: &byte) { (buffer) throws(InputError) in
        try read(into: buffer)
      }
      return count == 0 ? nil : byte
    } catch {
      throw error.underlying as? RunError ?? RunError(.io, "the terminal: \(error.message)")
    }
  }

  private func waitForBytes() throws(InputError) {
    var polled = [descriptor, stop.readEnd].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while poll(&polled, 2, -1) < 0 {
      guard errno == EINTR else { return }
    }
    guard polled[1].revents == 0 else {
      throw InputError("cancelled", underlying: RunError(.cancelled, "cancelled"))
    }
  }
}
