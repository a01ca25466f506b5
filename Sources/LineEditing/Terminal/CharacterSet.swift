#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// libedit asks the C library how wide a character is and how to write it, and that follows the
/// process's locale.
enum CharacterSet {
  private static let isPrepared: Bool = {
    setlocale(LC_CTYPE, "")
    if String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8" { return true }
    // Terminals speak UTF-8 even where the environment says `LC_ALL=C`.
    return setlocale(LC_CTYPE, "C.UTF-8") != nil
  }()

  /// Takes over the locale of the environment, in UTF-8. Only the classes of characters change;
  /// numbers are written as before.
  static func prepare() { _ = isPrepared }
}
