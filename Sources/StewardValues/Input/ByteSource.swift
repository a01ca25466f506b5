#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Where a reader takes its bytes from, piece by piece.
package protocol ByteSource {
  /// Fills the front of the buffer, which is not empty, and gives the number of bytes; 0 is the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputError) -> Int
}

/// An open file, pipe or terminal.
package struct FileByteSource: ByteSource {
  private let descriptor: Int32

  /// Reads from where the file stands; who opened it closes it.
  package init(descriptor: Int32) { self.descriptor = descriptor }

  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(InputError) -> Int {
    while true {
      #if canImport(Glibc)
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
      let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
      let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      // A signal is no reason to stop: the caller looks at its own flag between rows.
      guard errno == EINTR else { throw InputError(String(cString: strerror(errno))) }
    }
  }
}

/// Bytes that are already in memory.
package struct MemoryByteSource: ByteSource {
  private let bytes: [UInt8]
  private let pieceLength: Int
  private var position = 0

  /// Gives at most `pieceLength` bytes at a time.
  package init(_ bytes: [UInt8], pieceLength: Int = .max) {
    self.bytes = bytes
    self.pieceLength = max(1, pieceLength)
  }

  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(InputError) -> Int {
    let count = min(buffer.count, pieceLength, bytes.count - position)
    bytes.withUnsafeBytes { all in
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
    }
    position += count
    return count
  }
}

/// Bytes from a function, such as one that pulls a stream of text.
package struct FunctionByteSource: ByteSource {
  private let next: () throws(InputError) -> [UInt8]?
  private var piece: ArraySlice<UInt8> = []

  /// `next` gives the next piece of any length, or nil at the end.
  package init(_ next: @escaping () throws(InputError) -> [UInt8]?) { self.next = next }

  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(InputError) -> Int {
    while piece.isEmpty {
      guard let fresh = try next() else { return 0 }
      piece = fresh[...]
    }
    let count = min(buffer.count, piece.count)
    piece.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count]))
    }
    piece.removeFirst(count)
    return count
  }
}
