internal import AdminAPI
internal import AdminCommands
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
  /// Hears of files that were written; nil for nobody.
  private let journal: RunJournal?
  /// Files that an earlier attempt of the run has written.
  private let earlierFiles: Set<String>
  private let state = Mutex(State())
  let isRecording: Bool

  /// The first pass.
  init(recordingIn spool: Spool) {
    self.spool = spool
    isRecording = true
    journal = nil
    earlierFiles = []
    spool.beginPass()
  }

  /// The second pass.
  init(_ spool: Spool, journal: RunJournal?, earlierFiles: [String] = []) {
    self.spool = spool
    self.journal = journal
    self.earlierFiles = Set(earlierFiles)
    isRecording = false
  }

  func write(_ bytes: [UInt8]) throws(RunError) {
    guard !isRecording else { return }
    try spool.host.write(bytes)
  }

  func show(_ output: consuming Output, _ type: DataType) throws(RunError) {
    guard !isRecording else { return try output.drained() }
    try spool.host.show(output, type)
  }

  func note(_ line: String, _ importance: NoteImportance) {
    guard !isRecording else { return }
    spool.host.note(line, importance)
  }

  func report(_ progress: RunProgress) {
    guard !isRecording else { return }
    spool.host.report(progress)
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

  func didOpen(_ path: String) {
    if isRecording { spool.opened(path) }
  }

  func didSave(_ path: String, byteCount: Int) throws(RunError) {
    guard !isRecording else { return spool.saved(PlannedFile(path: path, byteCount: byteCount)) }
    try journal?.noteFile(path)
    try spool.host.didSave(path, byteCount: byteCount)
  }

  func hasSaved(_ path: String) -> Bool { earlierFiles.contains(path) }

  var fileRoot: String { spool.host.fileRoot }
  var confinesReading: Bool { spool.host.confinesReading }
  var terminalWidth: Int? { spool.host.terminalWidth }
  func environment(_ name: String) -> String? { spool.host.environment(name) }
}

extension RunJournal {
  fileprivate func noteFile(_ path: String) throws(RunError) {
    do throws(ClientError) { try wrote(path) } catch { throw RunError(error) }
  }
}
