internal import StewardValues
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What the first pass of a run read, so that the second pass takes the same decisions without
/// asking again.
///
/// In memory, or in a file that only its owner can read: then a run that was broken off can go on,
/// and what the second pass read beyond that is there too.
/// The answers to one address are given in the order in which they came.
public final class ReadLog: Sendable {
  private struct Entry {
    let status: Int
    let requestID: String?
    let start: Int
    let count: Int
  }

  private struct State {
    var entries: [String: [Entry]] = [:]
    var memory: [UInt8] = []
    var end = 0
  }

  /// The file's; nil for a log in memory.
  private let descriptor: Int32?
  private let state = Mutex(State())

  /// A log in memory.
  public init() { descriptor = nil }

  /// A log in a new file.
  ///
  /// - Throws: `io` if the file cannot be made.
  public init(creating path: String) throws(ClientError) {
    let opened = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw ClientError(.io, "cannot write \(path): \(Self.reason)") }
    descriptor = opened
  }

  /// The log that an earlier process left in a file. What was not written to its end is left out.
  ///
  /// - Throws: `io` if the file cannot be read.
  public init(reading path: String) throws(ClientError) {
    let opened = open(path, O_RDWR | O_CLOEXEC)
    guard opened >= 0 else { throw ClientError(.io, "cannot read \(path): \(Self.reason)") }
    descriptor = opened
    let size = Int(lseek(opened, 0, SEEK_END))
    state.withLock { state in
      while let (target, entry) = header(at: state.end, of: size) {
        state.entries[target, default: []].append(entry)
        state.end = entry.start + entry.count + 1
      }
    }
  }

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// True for a log in a file.
  var outlivesProcess: Bool { descriptor != nil }

  /// Sees on the disk what is kept.
  ///
  /// - Throws: `io` if that cannot be done.
  package func flush() throws(ClientError) {
    guard let descriptor, fsync(descriptor) != 0 else { return }
    throw ClientError(.io, "what was read cannot be kept: \(Self.reason)")
  }

  /// How many answers are kept.
  package var count: Int { state.withLock { $0.entries.values.reduce(0) { $0 + $1.count } } }

  /// Keeps a final answer.
  ///
  /// - Throws: `io` if the file cannot be written.
  func keep(_ response: Response, to request: Request) throws(ClientError) {
    let target = request.target
    let requestID = response.headers["request-id"]
    let header = JSONWriter.utf8(
      Value(fields: [
        "target": Value(target), "status": .int(response.status),
        "request_id": Value(requestID), "bytes": .int(response.body.count),
      ])
    )
    let frame = header + [UInt8(ascii: "\n")] + response.body + [UInt8(ascii: "\n")]
    let isKept = state.withLock { state in
      guard append(frame, &state) else { return false }
      let entry = Entry(
        status: response.status,
        requestID: requestID,
        start: state.end + header.count + 1,
        count: response.body.count
      )
      state.entries[target, default: []].append(entry)
      state.end += frame.count
      return true
    }
    guard isKept else { throw ClientError(.io, "what was read cannot be kept: \(Self.reason)") }
  }

  /// The answer that the address gave when it was asked for the `index`th time, or nil.
  func answer(to request: Request, index: Int) -> Response? {
    state.withLock { state in
      guard let entries = state.entries[request.target], entries.indices.contains(index),
        let body = bytes(entries[index].start, entries[index].count, state)
      else { return nil }
      var response = Response(status: entries[index].status, body: body)
      if let id = entries[index].requestID { response.headers["request-id"] = id }
      return response
    }
  }

  // MARK: Bytes

  private func append(_ frame: [UInt8], _ state: inout State) -> Bool {
    guard let descriptor else {
      state.memory += frame
      return true
    }
    return frame.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(state.end + done))
        guard written > 0 || errno == EINTR else { return false }
        done += max(written, 0)
      }
      return true
    }
  }

  private func bytes(_ start: Int, _ count: Int, _ state: State) -> [UInt8]? {
    guard let descriptor else { return Array(state.memory[start..<start + count]) }
    return Self.read(descriptor, start, count)
  }

  private static func read(_ descriptor: Int32, _ start: Int, _ count: Int) -> [UInt8]? {
    guard count > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while initialized < count {
        let place = buffer.baseAddress.map { $0 + initialized }
        let got = pread(descriptor, place, count - initialized, off_t(start + initialized))
        guard got > 0 else { return }
        initialized += got
      }
    }
    return bytes.count == count ? bytes : nil
  }

  private func header(at start: Int, of size: Int) -> (String, Entry)? {
    guard let descriptor, start < size else { return nil }
    let window = Self.read(descriptor, start, min(64 << 10, size - start)) ?? []
    guard let newline = window.firstIndex(of: UInt8(ascii: "\n")),
      let header = Wire.value(Array(window[..<newline]))?.record,
      let target = header["target"]?.string, let status = header["status"]?.int,
      let count = header["bytes"]?.int, count >= 0, start + newline + 1 + count < size
    else { return nil }
    let entry = Entry(
      status: status,
      requestID: header["request_id"]?.string,
      start: start + newline + 1,
      count: count
    )
    return (target, entry)
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
