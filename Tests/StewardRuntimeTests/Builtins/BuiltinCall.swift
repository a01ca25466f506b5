import StewardRuntime
import StewardSyntax
import StewardValues
import Synchronization

/// What a command may ask of its host, kept to be looked at.
final class RecordingHost: RunHost {
  private struct Written {
    var output: [UInt8] = []
    var notes: [String] = []
  }
  private let written = Mutex(Written())
  let fileRoot: String
  let isRecording: Bool
  let terminalWidth: Int?
  private let answer: Bool?
  private let variables: [String: String]
  private let input: String

  init(
    fileRoot: String = "/nonexistent",
    isRecording: Bool = false,
    terminalWidth: Int? = nil,
    answer: Bool? = nil,
    variables: [String: String] = [:],
    input: String = ""
  ) {
    self.fileRoot = fileRoot
    self.isRecording = isRecording
    self.terminalWidth = terminalWidth
    self.answer = answer
    self.variables = variables
    self.input = input
  }

  var output: String { written.withLock { String(decoding: $0.output, as: UTF8.self) } }
  var notes: [String] { written.withLock { $0.notes } }

  func write(_ bytes: [UInt8]) throws(RunError) { written.withLock { $0.output += bytes } }
  func note(_ line: String, _ importance: NoteImportance) {
    written.withLock { $0.notes.append("\(importance): \(line)") }
  }
  func confirm(_ question: String) throws(RunError) -> Bool? { answer }
  func environment(_ name: String) -> String? { variables[name] }
  func standardInput() throws(RunError) -> any ByteSource {
    MemoryByteSource(Array(input.utf8), pieceLength: 7)
  }
}

/// Rows that remember what their consumer promised and whether it stopped early.
final class WatchedRows {
  private(set) var demand: Demand?
  private(set) var pulled = 0
  private(set) var isCancelled = false
  private var rows: ArraySlice<Value>

  init(_ rows: [Value]) { self.rows = rows[...] }

  var stream: RowStream {
    FunctionStream(
      next: { () throws(RunError) in self.next() },
      expect: { self.demand = $0 },
      cancel: { self.isCancelled = true }
    )
  }

  private func next() -> Value? {
    guard let row = rows.popFirst() else { return nil }
    pulled += 1
    return row
  }
}

/// One call of a builtin command.
struct BuiltinCall {
  var host = RecordingHost()
  var now = Timestamp(microseconds: 0)
  var cancellation = Cancellation()

  /// Runs the command called `name`; arguments by parameter name.
  func output(
    _ name: String,
    _ arguments: [String: Value] = [:],
    on input: Output? = nil,
    type: DataType = .any
  ) throws -> Output {
    guard let command = BuiltinCommands.all.first(where: { $0.name == name }) else {
      throw RunError(.internal, "there is no command `\(name)`")
    }
    let context = RunContext(cancellation: cancellation, host: host, now: now)
    let call = Call(
      command: command,
      values: command.parameters.map { arguments[$0.name] },
      input: input,
      evaluator: Evaluator(context: context, slots: 64),
      source: SourceText(name, name: "test"),
      range: SourceRange(0, name.utf8.count),
      inputType: type
    )
    return try command.run(call, context)
  }

  /// The whole result.
  func value(
    _ name: String,
    _ arguments: [String: Value] = [:],
    on input: Value? = nil,
    type: DataType = .any
  ) throws -> Value {
    try output(name, arguments, on: input.map { .value($0) }, type: type).forced()
  }

  /// The result as JSON.
  func json(
    _ name: String,
    _ arguments: [String: Value] = [:],
    on input: Value? = nil,
    type: DataType = .any
  ) throws -> String {
    JSONWriter.text(try value(name, arguments, on: input, type: type))
  }

  /// The result as text.
  func text(
    _ name: String,
    _ arguments: [String: Value] = [:],
    on input: Value? = nil,
    type: DataType = .any
  ) throws -> String {
    try value(name, arguments, on: input, type: type).string ?? ""
  }
}

/// A call as the checker sees it.
func checkedCall(
  _ arguments: [String: Value] = [:],
  input: DataType? = nil
) -> CheckedCall {
  CheckedCall(
    arguments: arguments.mapValues { value in
      CheckedCall.Argument(
        type: .any,
        constant: value,
        range: SourceRange(0, 0)
      )
    },
    input: input
  )
}

/// The command called `name`.
func builtin(_ name: String) throws -> Command {
  guard let command = BuiltinCommands.all.first(where: { $0.name == name }) else {
    throw RunError(.internal, "there is no command `\(name)`")
  }
  return command
}

/// A record with a shape of its own.
func row(_ fields: KeyValuePairs<String, Value>) -> Value { Value(record: fields) }
