#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The bytes that are typed, and what else may happen while nobody types.
struct TerminalInput: KeyBytes {
  enum Event {
    case byte(UInt8)
    case sizeChanged
    /// Somebody has something to show.
    case notice
    case end
    case failed(Int32)
  }

  let descriptor: Int32
  let wake: WakePipe

  func waitForEvent() -> Event {
    while true {
      var descriptors = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      if poll(&descriptors, 2, -1) < 0 {
        if errno == EINTR { continue }
        return .failed(errno)
      }
      switch descriptors[1].revents == 0 ? nil : wake.receive() {
      case .sizeChanged: return .sizeChanged
      case .notice: return .notice
      case .endOfInput: return .end
      case nil: break
      }
      if descriptors[0].revents != 0 { return readByte() }
    }
  }

  var hasMore: Bool { isReadable(within: 0) }

  func next(within milliseconds: Int32?) -> UInt8? {
    guard isReadable(within: milliseconds ?? -1), case .byte(let byte) = readByte() else {
      return nil
    }
    return byte
  }

  private func isReadable(within milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while true {
      let count = poll(&polled, 1, milliseconds)
      if count < 0, errno == EINTR { continue }
      return count > 0
    }
  }

  /// One byte: what follows the line belongs to whoever reads next.
  private func readByte() -> Event {
    var byte: UInt8 = 0
    while true {
      switch read(descriptor, &byte, 1) {
      case 1: return .byte(byte)
      case 0: return .end
      default: break
      }
      switch errno {
      case EINTR: continue
      // The terminal is gone.
      case EIO: return .end
      case let code: return .failed(code)
      }
    }
  }
}
