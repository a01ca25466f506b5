extension ByteSource {
  /// Everything up to the end.
  package mutating func readAll() throws(InputError) -> [UInt8] {
    var all: [UInt8] = []
    while let piece = try readPiece() { all += piece }
    return all
  }

  /// What comes next, at most 64 KiB; nil at the end.
  package mutating func readPiece() throws(InputError) -> [UInt8]? {
    var failure: InputError?
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      do throws(InputError) {
        count = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return piece.isEmpty ? nil : piece
  }
}
