internal import StewardRuntime
internal import StewardValues
internal import Synchronization

/// The host of one of two passes. The first shows and writes nothing; what it asks, it asks once
/// for both.
final class PassHost: RunHost {
  private struct State {
    var questions = 0
    var hasTakenInput = false
  }
  private let spool: Spool
  private let state = Mutex(State())
  let isRecording: Bool

  init(_ spool: Spool, isRecording: Bool) {
    self.spool = spool
    self.isRecording = isRecording
  }

  func write(_ bytes: [UInt8]) throws(RunError) {
    guard !isRecording else { return }
    try spool.host.write(bytes)
  }

  var writer: ResultWriter { spool.host.writer }

  func note(_ line: String, _ importance: NoteImportance) {
    guard !isRecording else { return }
    spool.host.note(line, importance)
  }

  func confirm(_ question: String) throws(RunError) -> Bool? {
    let index = state.withLock { state in
      defer { state.questions += 1 }
      return state.questions
    }
    return try spool.answer(question, index: index)
  }

  /// What is read once is used up, in each pass as in a single one.
  func standardInput() throws(RunError) -> any ByteSource {
    let isFirst = state.withLock { state in
      defer { state.hasTakenInput = true }
      return !state.hasTakenInput
    }
    return MemoryByteSource(isFirst ? try spool.input() : [])
  }

  var fileRoot: String { spool.host.fileRoot }
  var terminalWidth: Int? { spool.host.terminalWidth }
  func environment(_ name: String) -> String? { spool.host.environment(name) }
}
