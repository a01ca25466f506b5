/// The bytes that a source gave and a reader has not taken yet, in one piece.
final class InputBuffer {
  private var memory: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0

  /// A line or row that is longer than this is refused.
  private let maximumCount: Int
  static let maximumCount = 1 << 28
  private static let initialCount = 1 << 18

  init(maximumCount: Int) {
    self.maximumCount = maximumCount
    memory = .allocate(byteCount: Self.initialCount, alignment: 16)
  }

  deinit { memory.deallocate() }

  /// Valid until the next ``fill(from:)``.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeRawBufferPointer(rebasing: memory[start..<end]).assumingMemoryBound(to: UInt8.self)
  }

  /// Takes bytes from the front; there are so many.
  func drop(_ count: Int) { start = min(start + count, end) }

  /// Adds what the source gives next; false at its end.
  func fill(from source: inout some ByteSource) throws(InputError) -> Bool {
    try makeRoom()
    let room = UnsafeMutableRawBufferPointer(rebasing: memory[end...])
    let count = try source.read(into: room)
    // What a source claims is not believed.
    end += min(max(0, count), room.count)
    return count > 0
  }

  private func makeRoom() throws(InputError) {
    guard end == memory.count else { return }
    let count = end - start
    guard count < maximumCount else {
      throw InputError("a line has more than \(maximumCount) bytes")
    }
    let rest = UnsafeRawBufferPointer(rebasing: memory[start..<end])
    if count > memory.count / 2 {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: memory.count * 2,
        alignment: 16
      )
      larger.copyMemory(from: rest)
      memory.deallocate()
      memory = larger
    } else {
      memory.copyMemory(from: rest)
    }
    (start, end) = (0, count)
  }
}
