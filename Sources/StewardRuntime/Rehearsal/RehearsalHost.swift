internal import StewardValues
internal import Synchronization

/// The host of a pipeline that is only gone through: nothing is shown, and files are written down.
/// What is asked or read comes from the run's own host.
final class RehearsalHost: RunHost {
  private let base: any RunHost
  private let saved = Mutex<[PlannedFile]>([])

  init(_ base: any RunHost) { self.base = base }

  /// Files that would be written, each once.
  var files: [PlannedFile] { saved.withLock { $0 } }

  let isRecording = true
  func write(_ bytes: [UInt8]) throws(RunError) {}
  func note(_ line: String, _ importance: NoteImportance) {}

  func didSave(_ path: String, byteCount: Int) throws(RunError) {
    saved.withLock { saved in
      saved.removeAll { $0.path == path }
      saved.append(PlannedFile(path: path, byteCount: byteCount))
    }
  }

  var writer: ResultWriter { base.writer }
  func confirm(_ question: String) throws(RunError) -> Bool? { try base.confirm(question) }
  func standardInput() throws(RunError) -> any ByteSource { try base.standardInput() }
  func didOpen(_ path: String) { base.didOpen(path) }
  func hasSaved(_ path: String) -> Bool { base.hasSaved(path) }
  func environment(_ name: String) -> String? { base.environment(name) }
  var fileRoot: String { base.fileRoot }
  var confinesReading: Bool { base.confinesReading }
  var terminalWidth: Int? { base.terminalWidth }
}
