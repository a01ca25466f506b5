/// An archive with one file that is not compressed (APPNOTE.TXT, PKZIP 2.0).
enum StoredZip {
  static func archive(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let size = little(UInt32(truncatingIfNeeded: content.count))
    // No compression, the first of January 1980.
    let facts =
      little(UInt16(20)) + little(UInt16(0)) + little(UInt16(0)) + little(UInt16(0))
      + little(UInt16(0x21)) + little(checksum(content)) + size + size
      + little(UInt16(truncatingIfNeeded: name.utf8.count)) + little(UInt16(0))
    let file = mark(3, 4) + facts + Array(name.utf8) + content
    let entry =
      mark(1, 2) + little(UInt16(20)) + facts + [UInt8](repeating: 0, count: 14)
      + Array(name.utf8)
    let end =
      mark(5, 6) + little(UInt32(0)) + little(UInt16(1)) + little(UInt16(1))
      + little(UInt32(truncatingIfNeeded: entry.count))
      + little(UInt32(truncatingIfNeeded: file.count)) + little(UInt16(0))
    return file + entry + end
  }

  private static func mark(_ first: UInt8, _ second: UInt8) -> [UInt8] {
    Array("PK".utf8) + [first, second]
  }

  private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * Number($0))) }
  }

  /// CRC-32 as ISO 3309 has it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1
      }
    }
  }
}
