#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

// Text is compared by code point, which is the order of its UTF-8 bytes. Swift's own `==` takes the
// composed and the decomposed é for equal; an address of one is not an address of the other.
extension String {
  @inline(__always)
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }

  /// True if both have the same bytes.
  package func hasSameBytes(as other: String) -> Bool {
    withBytes { left in
      other.withBytes { right in
        left.count == right.count && order(left, right, count: left.count) == 0
      }
    }
  }

  /// By code point.
  package func comparedByCodePoint(to other: String) -> Ordering {
    withBytes { left in
      other.withBytes { right in
        let difference = order(left, right, count: min(left.count, right.count))
        return difference == 0 ? Ordering(left.count, right.count) : Ordering(difference, 0)
      }
    }
  }
}

@inline(__always)
private func order(
  _ left: UnsafeBufferPointer<UInt8>,
  _ right: UnsafeBufferPointer<UInt8>,
  count: Int
) -> Int32 {
  guard count > 0, let left = left.baseAddress, let right = right.baseAddress else { return 0 }
  return memcmp(left, right, count)
}
