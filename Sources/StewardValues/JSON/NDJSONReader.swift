#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Rows of newline-delimited JSON, one at a time, in constant memory.
///
/// Lines of blanks are skipped, and a byte order mark before the first.
package struct NDJSONReader {
  // Asked once for many rows: an existential costs nothing here, and the reader is no generic type
  // whose copies another module could not see through.
  private var source: any ByteSource
  private var reader: JSONReader
  private let buffer: InputBuffer
  private var isAtEnd = false
  /// The line that was read last, from 1.
  package private(set) var line = 0

  /// Each line is a value of the given type, of which only the given fields are built; nil for all.
  ///
  /// `maximumLine`: A line with more bytes is refused.
  package init(
    _ source: some ByteSource,
    type: DataType = .any,
    projecting fields: Set<String>? = nil,
    maximumLine: Int? = nil
  ) {
    self.source = source
    buffer = InputBuffer(maximumCount: maximumLine ?? InputBuffer.maximumCount)
    reader = JSONReader(type: type, projecting: fields)
  }

  /// The next row, or nil at the end. After an error about a line, the line after it can be read.
  package mutating func next() throws(InputError) -> Value? {
    while let length = try nextLine() {
      let bytes = UnsafeBufferPointer(rebasing: buffer.bytes.prefix(length))
      defer { buffer.drop(length + 1) }
      let content = line == 1 ? Self.withoutMark(bytes) : bytes
      if content.allSatisfy(JSONCursor.isWhitespace) { continue }
      do throws(JSONError) {
        return try reader.read(content)
      } catch {
        let skipped = bytes.count - content.count
        throw InputError(error.message, line: line, column: error.offset + skipped + 1)
      }
    }
    return nil
  }

  /// The length of the next line without its end, which is in the buffer then; nil if there is none.
  private mutating func nextLine() throws(InputError) -> Int? {
    var searched = 0
    while true {
      let bytes = buffer.bytes
      if let length = Self.lineLength(bytes, from: searched) {
        line += 1
        return length
      }
      searched = bytes.count
      if isAtEnd {
        guard searched > 0 else { return nil }
        line += 1
        return searched
      }
      do throws(InputError) {
        isAtEnd = try !buffer.fill(from: &source)
      } catch {
        throw InputError(error.message, line: error.line ?? line + 1, underlying: error.underlying)
      }
    }
  }

  private static func lineLength(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, bytes.count > start,
      let place = memchr(base + start, 0x0A, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(place) - UnsafeRawPointer(base)
  }

  private static func withoutMark(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return hasMark ? UnsafeBufferPointer(rebasing: bytes.dropFirst(3)) : bytes
  }
}
