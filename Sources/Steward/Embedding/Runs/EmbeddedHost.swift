internal import StewardRuntime
internal import StewardValues
internal import Synchronization

/// A run's surroundings in another program: it keeps what is written, tells who listens, and asks
/// whom the policy names.
final class EmbeddedHost: RunHost {
  private struct Written {
    var output: [UInt8] = []
    var notes: [RunNote] = []
    /// How much of the output was told: a character may come in pieces.
    var told = 0
  }
  private let written = Mutex(Written())
  private let policy: Policy
  private let cancellation: Cancellation
  private let now: Timestamp
  let emit: (@Sendable (RunEvent) -> Void)?
  let isRecording = false
  let terminalWidth: Int? = nil
  let confinesReading = true

  init(
    _ policy: Policy,
    _ cancellation: Cancellation,
    now: Timestamp,
    emit: (@Sendable (RunEvent) -> Void)?
  ) {
    self.policy = policy
    self.cancellation = cancellation
    self.now = now
    self.emit = emit
  }

  var output: String { written.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var notes: [RunNote] { written.withLock(\.notes) }

  // Where there is none, the ceiling has no files.
  var fileRoot: String { policy.fileRoot ?? "" }
  func environment(_ name: String) -> String? { policy.environment[name] }
  func standardInput() throws(RunError) -> any ByteSource { MemoryByteSource([]) }

  func write(_ bytes: [UInt8]) throws(RunError) {
    let text = written.withLock { written in
      written.output += bytes
      guard emit != nil else { return "" }
      let whole = written.output[written.told...].wholeCharacters
      written.told += whole.count
      return String(decoding: whole, as: UTF8.self)
    }
    if !text.isEmpty { emit?(.output(text)) }
  }

  func note(_ line: String, _ importance: NoteImportance) {
    let note = RunNote(line, isWarning: importance == .warning)
    written.withLock { $0.notes.append(note) }
    emit?(.note(note))
  }

  func report(_ progress: RunProgress) { emit?(.progress(progress)) }

  func confirm(_ question: String) throws(RunError) -> Bool? {
    try ask(ConfirmationRequest(text: question, changes: nil))
  }

  /// - Returns: Nil if nobody is there to answer.
  func ask(_ confirmation: ConfirmationRequest) throws(RunError) -> Bool? {
    guard let answer = policy.confirm.answer else { return nil }
    emit?(.asked(confirmation))
    let context = RunContext(cancellation: cancellation, host: self, now: now)
    let isAgreed = try context.start { () async throws(RunError) in await answer(confirmation) }
      .value()
    emit?(.answered(confirmation, isAgreed))
    return isAgreed
  }
}

extension ArraySlice<UInt8> {
  /// Without a last character that has not come to its end.
  fileprivate var wholeCharacters: ArraySlice<UInt8> {
    // Of at most four bytes, the first tells how many there are.
    for (distance, byte) in reversed().prefix(4).enumerated() where byte & 0xC0 != 0x80 {
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      return length > distance + 1 ? dropLast(distance + 1) : self
    }
    return self
  }
}
