#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The memory that there is, so that a script which wants more ends with an error, and not by the
/// system's hand in the middle of its work.
enum MachineMemory {
  /// What the values of a run may take together, in bytes: three quarters of what there is.
  static let mostForValues: Int? = bytes.map { $0 / 4 * 3 }

  /// And one text: while it grows it is there twice.
  static let mostForText: Int? = bytes.map { $0 / 8 }

  private static let bytes: Int? = {
    let pages = Int(sysconf(Int32(_SC_PHYS_PAGES)))
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let (physical, overflow) = pages.multipliedReportingOverflow(by: page)
    guard pages > 0, page > 0, !overflow else { return nil }
    return min(physical, groupLimit ?? physical)
  }()

  /// Of the container that the program runs in; nil for none.
  private static var groupLimit: Int? {
    guard let file = fopen("/sys/fs/cgroup/memory.max", "r") else { return nil }
    defer { fclose(file) }
    var digits = 0
    var limit = 0
    while case let byte = fgetc(file), (0x30...0x39).contains(byte), digits < 18 {
      limit = limit * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits > 0 ? limit : nil
  }
}
