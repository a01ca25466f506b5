#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A text for C, with a zero at its end, which stays at its place as long as this lives: some texts
/// libedit does not copy.
final class WideText {
  let pointer: UnsafeMutablePointer<wchar_t>

  init(_ text: String) {
    let scalars = text.unicodeScalars.filter { $0.value != 0 }
    pointer = .allocate(capacity: scalars.count + 1)
    for (index, scalar) in scalars.enumerated() {
      (pointer + index).initialize(to: wchar_t(bitPattern: scalar.value))
    }
    (pointer + scalars.count).initialize(to: 0)
  }

  deinit { pointer.deallocate() }

  /// Passes a text to a function that copies it or is done with it when it returns.
  static func with<Result>(
    _ text: String,
    _ body: (UnsafeMutablePointer<wchar_t>) -> Result
  ) -> Result {
    let wide = WideText(text)
    return withExtendedLifetime(wide) { body(wide.pointer) }
  }
}
