#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif
internal import StewardValues

/// A file that may keep its reader waiting: a named pipe, a terminal, a device. It was opened without
/// waiting, so that nothing but `poll` ever waits, and that ends when the run is to stop.
struct PatientInput: ByteSource {
  private let descriptor: Int32
  private let cancellation: Cancellation

  init(descriptor: Int32, _ cancellation: Cancellation) {
    self.descriptor = descriptor
    self.cancellation = cancellation
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
    while true {
      // Also before the first byte: a pipe that nobody has opened for writing yet is not at its end.
      try wait()
      let count = Self.read(descriptor, buffer)
      if count >= 0 { return count }
      let code = SystemError.last
      guard code == EAGAIN || code == EINTR else { throw InputError(SystemError.text(code)) }
    }
  }

  private func wait() throws(InputError) {
    guard let pipe = WakingPipe() else { throw InputError(SystemError.text(SystemError.last)) }
    let waker = cancellation.onCancel { _ in pipe.wake() }
    defer { cancellation.forget(waker) }
    pipe.wait(for: descriptor)
    do throws(RunError) {
      try cancellation.check()
    } catch {
      throw InputError(error.message, underlying: error)
    }
  }

  private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    #if canImport(Glibc)
    Glibc.read(descriptor, buffer.baseAddress, buffer.count)
    #elseif canImport(Musl)
    Musl.read(descriptor, buffer.baseAddress, buffer.count)
    #else
    Darwin.read(descriptor, buffer.baseAddress, buffer.count)
    #endif
  }
}
