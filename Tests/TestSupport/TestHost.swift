package import StewardRuntime
package import StewardValues
internal import Synchronization

/// A host that keeps what it is told, and answers questions as a test says.
package final class TestHost: RunHost {
  private struct State {
    var output: [UInt8] = []
    var notes: [String] = []
    var questions: [String] = []
    var progress: [String] = []
    var input: [UInt8]
  }
  private let state: Mutex<State>
  private let answer: Bool?
  private let variables: [String: String]
  package let fileRoot: String
  package let isRecording = false
  package let terminalWidth: Int? = nil

  package init(
    answer: Bool? = nil,
    input: String = "",
    fileRoot: String = "/nonexistent",
    variables: [String: String] = [:]
  ) {
    self.answer = answer
    self.variables = variables
    self.fileRoot = fileRoot
    state = Mutex(State(input: Array(input.utf8)))
  }

  package var output: String { state.withLock { String(decoding: $0.output, as: UTF8.self) } }
  package var notes: [String] { state.withLock(\.notes) }
  package var questions: [String] { state.withLock(\.questions) }
  package var progress: [String] { state.withLock(\.progress) }

  package func write(_ bytes: [UInt8]) throws(RunError) { state.withLock { $0.output += bytes } }
  package func note(_ line: String, _ importance: NoteImportance) {
    state.withLock { $0.notes.append(line) }
  }
  package func confirm(_ question: String) throws(RunError) -> Bool? {
    state.withLock { $0.questions.append(question) }
    return answer
  }
  package func report(_ progress: RunProgress) {
    state.withLock { $0.progress.append(progress.text) }
  }
  package func environment(_ name: String) -> String? { variables[name] }
  /// Can be read once, as a pipe.
  package func standardInput() throws(RunError) -> any ByteSource {
    state.withLock { state in
      defer { state.input = [] }
      return MemoryByteSource(state.input)
    }
  }
}
