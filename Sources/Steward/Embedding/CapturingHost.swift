internal import StewardRuntime
internal import StewardValues
internal import Synchronization

/// A host where nobody is: it keeps what a script writes.
final class CapturingHost: RunHost {
  private struct Written {
    var output: [UInt8] = []
    var notes: [String] = []
  }
  private let written = Mutex(Written())
  let fileRoot: String
  let isRecording = false
  let terminalWidth: Int? = nil

  init(fileRoot: String) { self.fileRoot = fileRoot }

  var output: String { written.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var notes: [String] { written.withLock(\.notes) }

  func write(_ bytes: [UInt8]) throws(RunError) { written.withLock { $0.output += bytes } }
  func note(_ line: String, _ importance: NoteImportance) {
    written.withLock { $0.notes.append(line) }
  }
  func confirm(_ question: String) throws(RunError) -> Bool? { nil }
  func environment(_ name: String) -> String? { nil }
  func standardInput() throws(RunError) -> any ByteSource { MemoryByteSource([]) }
}
