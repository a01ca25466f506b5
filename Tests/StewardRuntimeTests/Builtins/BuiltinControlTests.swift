import StewardRuntime
import StewardValues
import Testing

@Suite struct BuiltinControlTests {
  @Test func `print separates by blanks and writes records as json`() throws {
    let host = RecordingHost()
    let values: Value = ["a", 1, row(["b": [true]]), nil, .secret(Secret("hidden"))]
    _ = try BuiltinCall(host: host).output("print", ["values": values])
    #expect(host.output == "a 1 {\"b\":[true]} null ••••\n")
  }

  @Test func `what a terminal would obey is escaped`() throws {
    let terminal = RecordingHost(terminalWidth: 80)
    _ = try BuiltinCall(host: terminal).output("print", ["values": ["a\u{1b}[2J\nb"]])
    #expect(terminal.output == "a\\u{1b}[2J\nb\n")
    let file = RecordingHost()
    _ = try BuiltinCall(host: file).output("print", ["values": ["a\u{1b}[2J"]])
    #expect(file.output == "a\u{1b}[2J\n")
  }

  @Test func `warn and log are notes`() throws {
    let host = RecordingHost()
    _ = try BuiltinCall(host: host).output("warn", ["values": ["over", 5]])
    _ = try BuiltinCall(host: host).output("log", ["values": ["done"]])
    #expect(host.notes == ["warning: over 5", "log: done"])
    #expect(host.output == "")
  }

  @Test func `nothing is written while a run is recorded`() throws {
    let host = RecordingHost(isRecording: true)
    for name in ["print", "warn", "log"] {
      _ = try BuiltinCall(host: host).output(name, ["values": ["x"]])
    }
    #expect(host.output == "")
    #expect(host.notes.isEmpty)
  }

  @Test func `confirm goes on only after yes`() throws {
    func answer(_ answer: Bool?) throws -> Value {
      try BuiltinCall(host: RecordingHost(answer: answer)).value("confirm", ["question": "Go?"])
    }
    #expect(try answer(true) == true)
    let no = #expect(throws: RunError.self) { try answer(false) }
    #expect(no?.kind == .declined)
    #expect(no?.message == "declined: Go?")
    let nobody = #expect(throws: RunError.self) { try answer(nil) }
    #expect(nobody?.kind == .declined)
    #expect(nobody?.help == "`--yes` answers yes")
  }

  @Test func `exit carries its status`() throws {
    let error = #expect(throws: RunError.self) { try BuiltinCall().output("exit", ["status": 3]) }
    #expect(error?.exitStatus == 3)
    let plain = #expect(throws: RunError.self) { try BuiltinCall().output("exit") }
    #expect(plain?.exitStatus == 0)
    let wrong = #expect(throws: RunError.self) { try BuiltinCall().output("exit", ["status": 64]) }
    #expect(wrong?.exitStatus == nil)
    #expect(wrong?.message == "an exit status is from 0 to 63, not 64")
    #expect(try builtin("exit").validate(checkedCall(["status": 64])).map(\.code) == ["E0307"])
    #expect(try builtin("exit").validate(checkedCall(["status": 63])).isEmpty)
  }

  @Test func `sleep ends at once when the run is cancelled`() throws {
    let cancelled = BuiltinCall()
    cancelled.cancellation.cancel()
    let hour = Value.duration(.seconds(3600))
    let error = #expect(throws: RunError.self) { try cancelled.output("sleep", ["time": hour]) }
    #expect(error?.kind == .cancelled)
    // In the first of two passes it does not wait at all.
    _ = try BuiltinCall(host: RecordingHost(isRecording: true)).output("sleep", ["time": hour])
  }

  @Test func `sleep refuses a negative time`() throws {
    let error = #expect(throws: RunError.self) {
      try BuiltinCall().output("sleep", ["time": .duration(.seconds(-1))])
    }
    #expect(error?.message == "`sleep` cannot wait for less than no time")
  }
}

@Suite struct BuiltinSignatureTests {
  @Test func `names are unique`() {
    let names = BuiltinCommands.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: BuiltinCommands.all.map(\.name))
  func `every command has a summary and an example that uses it`(name: String) throws {
    let command = try builtin(name)
    #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."))
    #expect(
      command.examples.contains { $0.code.contains(command.name) || $0.code.contains("open ") }
    )
    #expect(Set(command.parameters.map(\.name)).count == command.parameters.count)
  }

  private static let user = Shape(
    "User",
    fields: [Field("id", .string), Field("email", .optional(.string))]
  )

  struct Case: Sendable {
    let command: String
    let arguments: [String: Value]
    let type: String

    init(_ command: String, _ arguments: [String: Value], _ type: String) {
      self.command = command
      self.arguments = arguments
      self.type = type
    }
  }

  private static let results: [Case] = [
    Case("first", [:], "User?"), Case("first", ["count": 2], "stream<User>"),
    Case("last", [:], "User?"),
    Case("one", [:], "User"), Case("count", [:], "int"), Case("uniq", [:], "stream<User>"),
    Case("reverse", [:], "stream<User>"), Case("skip", ["count": 1], "stream<User>"),
    Case("get", ["field": "email"], "stream<string?>"), Case("columns", [:], "list<string>"),
    Case("collect", [:], "list<User>"), Case("table", [:], "text"), Case("to csv", [:], "text"),
    Case("tap", [:], "stream<User>"), Case("from json", [:], "any"),
    Case("from csv", [:], "stream<record>"),
    Case("enumerate", [:], "stream<{index: int, id: string, email: string?}>"),
    Case("save", ["file": "a.csv"], "nothing"), Case("open", ["file": "a.csv"], "stream<record>"),
    Case("open", ["file": "a.json"], "any"), Case("open", ["file": "a"], "text"),
    Case("open", ["file": "a", "as": "ndjson"], "stream<any>"),
  ]

  @Test(arguments: results)
  func `results have types`(example: Case) throws {
    let call = checkedCall(example.arguments, input: .stream(.record(Self.user)))
    #expect(try builtin(example.command).output(call).description == example.type)
  }

  @Test(arguments: [
    ("get", "field"), ("uniq", "field"), ("flatten", "field"), ("save", "partition"),
  ])
  func `a field that no row has is found by the check`(name: String, parameter: String) throws {
    let call = checkedCall(
      [parameter: "emial", "file": "a.csv"],
      input: .stream(.record(Self.user))
    )
    let problems = try builtin(name).validate(call)
    #expect(problems.map(\.code) == ["E0310"])
    #expect(problems.first?.message == "`emial` is not a field of User")
    let known = checkedCall(["field": "email"], input: .record(Self.user))
    #expect(try builtin("get").validate(known).isEmpty)
  }

  @Test(arguments: ["first", "last", "skip"])
  func `no rows at all make no sense`(name: String) throws {
    #expect(try builtin(name).validate(checkedCall(["count": 0])).map(\.code) == ["E0307"])
    #expect(try builtin(name).validate(checkedCall(["count": 1])).isEmpty)
  }

  @Test func `effects are declared`() throws {
    #expect(try builtin("open").effects(checkedCall()) == .file)
    #expect(try builtin("save").effects(checkedCall()) == .file)
    #expect(try builtin("confirm").effects(checkedCall()) == .prompt)
    #expect(try builtin("count").effects(checkedCall()) == [])
  }
}
