internal import StewardValues

extension Call {
  /// A file that a command sends, read as `open` reads it.
  ///
  /// - Throws: `io` if it cannot be read, `limit` if it is larger than a request can be.
  package func bytes(ofFile name: String) throws(RunError) -> [UInt8] {
    var input = try Opening.input(name, self)
    var bytes: [UInt8] = []
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { piece.deallocate() }
    while true {
      let count: Int
      do throws(InputError) {
        count = try input.read(into: piece)
      } catch {
        throw input.error(error, site)
      }
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
      guard bytes.count <= Self.largestUpload else {
        throw site.error(.limit, "\(escapingControls(name)) is larger than 32 MB")
      }
    }
  }

  private static var largestUpload: Int { 32 << 20 }
}
