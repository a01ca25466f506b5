#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif
package import StewardValues

/// The lines of earlier runs, one JSON object a line: `{"at":"2026-10-01T08:00:00Z","text":"…"}`.
///
/// Several sessions may use the file at once. It is only ever appended to, by one session at a time,
/// and only its owner can read it.
package struct HistoryFile: Sendable {
  package let path: String

  /// Of a longer file only the end is read.
  private static let maximumBytes = 8 << 20

  /// Nothing is opened before there is something to read or to write.
  package init(path: String) { self.path = path }

  /// What the newest lines of the file hold, the oldest of them first.
  package func load(limit: Int = 5_000) throws(LineEditingError) -> [String] {
    try texts(after: 0, limit: limit).texts
  }

  /// What the newest lines behind a place of the file hold, the oldest of them first, and the end of
  /// the file. No text repeats the one before it; what cannot be read is skipped. A file that is not
  /// there has no lines. In one that has become shorter all lines are new.
  package func texts(
    after place: Int,
    limit: Int
  ) throws(LineEditingError) -> (texts: [String], end: Int) {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return ([], 0) }
      throw LineEditingError("read the history \(path)", code: errno)
    }
    defer { close(descriptor) }
    // Nothing is locked for what is usual: that nobody has written.
    guard lseek(descriptor, 0, SEEK_END) != place else { return ([], place) }
    let (bytes, end) = try read(descriptor, after: place)
    var texts: [String] = []
    var reader = JSONReader()
    for line in bytes.split(separator: UInt8(ascii: "\n")).suffix(limit) {
      guard let text = HistoryEntry.text(of: Array(line), &reader), text != texts.last else {
        continue
      }
      texts.append(text)
    }
    return (texts, end)
  }

  /// Appends a line, and makes file and folder where they are missing. A line that holds a key is
  /// not written. Returns the end of the file; nil if nothing was written.
  @discardableResult package func append(
    _ text: String,
    at time: Timestamp = .now()
  ) throws(LineEditingError) -> Int? {
    guard !HistoryEntry.holdsKey(text) else { return nil }
    makeFolders()
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { throw LineEditingError("write the history \(path)", code: errno) }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    // Released when the file is closed. Without a lock (some network file systems have none) the
    // worst is a line that is skipped.
    _ = lock(descriptor, LOCK_EX)
    let entry = HistoryEntry.utf8(text, at: time)
    let bytes = endsInMidLine(descriptor) ? [UInt8(ascii: "\n")] + entry : entry
    if let code = writeAll(bytes, to: descriptor) {
      throw LineEditingError("write the history \(path)", code: code)
    }
    return Int(lseek(descriptor, 0, SEEK_END))
  }
}

extension HistoryFile {
  private func read(
    _ descriptor: Int32,
    after place: Int
  ) throws(LineEditingError) -> (bytes: [UInt8], end: Int) {
    _ = lock(descriptor, LOCK_SH)
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0 else { throw LineEditingError("read the history \(path)", code: errno) }
    let start = max(place <= size ? place : 0, size - Self.maximumBytes)
    var bytes = [UInt8](repeating: 0, count: size - start)
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count, start + count)
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw LineEditingError("read the history \(path)", code: errno) }
      guard read > 0 else { break }
      count += read
    }
    // A line whose beginning is cut off is no JSON, and is skipped as such.
    return (Array(bytes.prefix(count)), size)
  }

  /// A session that was killed may have left half a line.
  private func endsInMidLine(_ descriptor: Int32) -> Bool {
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != UInt8(ascii: "\n")
  }

  private func lock(_ descriptor: Int32, _ operation: Int32) -> Bool {
    while flock(descriptor, operation) != 0 {
      if errno != EINTR { return false }
    }
    return true
  }

  /// Makes the folders of the path, for the owner only. If that fails, opening the file says why.
  private func makeFolders() {
    let bytes = Array(path.utf8)
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
      _ = mkdir(String(decoding: bytes[..<index], as: UTF8.self), 0o700)
    }
  }
}
