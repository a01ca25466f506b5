internal import StewardValues

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

extension JournalFolder {
  /// Runs of an organization that `resume` can finish, the latest first. Only the latest few are looked
  /// at, and of most of them only their beginning and their end: a journal may be long.
  package func unfinishedRuns(of organization: String, among count: Int = 20) -> [RunID] {
    runs().prefix(count).filter { run in
      guard let ends = JournalEnds(journal(of: run)), ends.isOf(organization) else { return false }
      switch ends.status {
      case 0: return false
      case nil: return !isUnderWay(run)
      case .some:
        // Whether the plan was made as a whole the journal must tell.
        guard ends.length <= Self.readLength, let record = try? record(of: run) else {
          return false
        }
        return record.isUnfinished
      }
    }
  }

  /// Of a longer journal of a run that failed nothing is said.
  private static var readLength: Int { 1 << 20 }
}

/// The first and the last bytes of a journal.
private struct JournalEnds {
  let length: Int
  private let head: [UInt8]
  private let tail: [UInt8]

  private static let size = 4096

  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    length = Int(lseek(descriptor, 0, SEEK_END))
    head = Self.bytes(of: descriptor, at: 0)
    tail = Self.bytes(of: descriptor, at: max(length - Self.size, 0))
  }

  private static func bytes(of descriptor: Int32, at offset: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(pread(descriptor, buffer.baseAddress, size, off_t(offset)), 0)
    }
  }

  /// The first line names the organization before anything that is long.
  func isOf(_ organization: String) -> Bool {
    guard !organization.isEmpty else { return false }
    let text = String(decoding: head, as: UTF8.self)
    return text.contains(#""organization":{"id":"\#(organization)""#)
  }

  /// With what the run ended; nil for one that was broken off.
  var status: Int? {
    var reader = JSONReader()
    guard let line = tail.split(separator: UInt8(ascii: "\n")).last,
      let event = (try? reader.read(Array(line)))?.record, event["event"]?.string == "end"
    else { return nil }
    return event["status"]?.int
  }
}
