package import StewardValues
internal import Synchronization

/// A log that is only ever added to: one JSON object a line, each with the fingerprint of all that
/// stands before it. Nobody can change, remove or insert a line without breaking the chain.
///
/// A line is on the disk when ``append(_:)`` returns.
package final class ChainedLog: Sendable {
  private let file: any LogFile
  private let state: Mutex<Fingerprint>

  /// A new log.
  package init(_ file: any LogFile) {
    self.file = file
    state = Mutex(Self.beginning)
  }

  /// The log goes on after lines that were read.
  package init(_ file: any LogFile, after read: ReadLines) {
    self.file = file
    state = Mutex(read.head)
  }

  /// What stands before the first line.
  static let beginning = Fingerprint(of: [])

  /// The fingerprint of all lines so far.
  package var head: Fingerprint { state.withLock { $0 } }

  /// Adds a line.
  ///
  /// - Parameter event: A record.
  /// - Throws: `io` if it cannot be written or not be flushed.
  package func append(_ event: Value) throws(ClientError) {
    try state.withLock { (head) throws(ClientError) in
      let line = Line(event, after: head)
      try file.append(line.bytes)
      head = line.fingerprint
    }
  }

  /// Nothing more is added.
  package func close() { file.close() }

  /// The lines of a log that was read.
  package struct ReadLines: Sendable {
    /// Records, without the chain.
    package let events: [Value]
    package let head: Fingerprint
    /// Bytes of whole lines. What stands behind them was being written when the process ended.
    package let length: Int
  }

  /// Reads a log.
  ///
  /// - Throws: `drift` where the chain is broken, with the line's number.
  package static func read(_ bytes: [UInt8]) throws(ClientError) -> ReadLines {
    var events: [Value] = []
    var head = beginning
    var start = 0
    while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
      guard let line = Line(Array(bytes[start..<end]), after: head) else {
        throw ClientError(
          .drift,
          "line \(events.count + 1) of the journal is not what was written: the chain is broken",
          hint: "nothing can be done with a journal that was changed"
        )
      }
      events.append(line.event)
      head = line.fingerprint
      start = end + 1
    }
    return ReadLines(events: events, head: head, length: start)
  }
}

/// Where a log's bytes go.
package protocol LogFile: Sendable {
  /// Writes all bytes and sees them on the disk.
  func append(_ bytes: [UInt8]) throws(ClientError)
  /// Lets go of the file.
  func close()
}

extension LogFile {
  package func close() {}
}

/// One line: the event's JSON with the chain as its last member.
private struct Line {
  let event: Value
  let bytes: [UInt8]
  let fingerprint: Fingerprint

  init(_ event: Value, after head: Fingerprint) {
    let json = JSONWriter.utf8(event)
    self.event = event
    fingerprint = Self.fingerprint(json, head)
    bytes = json.dropLast() + Self.tail(fingerprint) + [UInt8(ascii: "\n")]
  }

  /// A line that was read; nil if it does not follow.
  init?(_ line: [UInt8], after head: Fingerprint) {
    let tailLength = Self.tail(head).count
    guard line.count > tailLength else { return nil }
    let json = line.dropLast(tailLength) + [UInt8(ascii: "}")]
    let expected = Self.fingerprint(Array(json), head)
    guard Array(line.suffix(tailLength)) == Self.tail(expected),
      let event = Wire.value(Array(json)), event.record != nil
    else { return nil }
    self.event = event
    bytes = line + [UInt8(ascii: "\n")]
    fingerprint = expected
  }

  private static func fingerprint(_ json: [UInt8], _ head: Fingerprint) -> Fingerprint {
    Fingerprint(of: Array(head.description.utf8) + json)
  }

  private static func tail(_ fingerprint: Fingerprint) -> [UInt8] {
    Array(#","chain":"\#(fingerprint.description)"}"#.utf8)
  }
}
