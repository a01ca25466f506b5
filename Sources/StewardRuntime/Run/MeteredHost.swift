internal import StewardValues

/// A host that counts what a run writes.
struct MeteredHost: RunHost {
  let base: any RunHost
  let budget: RunBudget

  func write(_ bytes: [UInt8]) throws(RunError) {
    try budget.take(output: bytes.count)
    try base.write(bytes)
  }

  /// A note that is too much stops the run; where it stands nothing can be thrown.
  func note(_ line: String, _ importance: NoteImportance) {
    guard (try? budget.take(output: line.utf8.count)) != nil else { return }
    base.note(line, importance)
  }

  func confirm(_ question: String) throws(RunError) -> Bool? { try base.confirm(question) }
  func report(_ progress: RunProgress) { base.report(progress) }
  func didOpen(_ path: String) { base.didOpen(path) }
  func didSave(_ path: String, byteCount: Int) throws(RunError) {
    try base.didSave(path, byteCount: byteCount)
  }
  func hasSaved(_ path: String) -> Bool { base.hasSaved(path) }
  var fileRoot: String { base.fileRoot }
  var confinesReading: Bool { base.confinesReading }
  var writesFiles: Bool { base.writesFiles }
  var isRecording: Bool { base.isRecording }
  var terminalWidth: Int? { base.terminalWidth }
  var writer: ResultWriter {
    var writer = base.writer
    writer.budget = budget
    return writer
  }
  func environment(_ name: String) -> String? { base.environment(name) }
  func standardInput() throws(RunError) -> any ByteSource { try base.standardInput() }
}
