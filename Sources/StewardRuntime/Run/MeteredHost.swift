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
  var fileRoot: String { base.fileRoot }
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
