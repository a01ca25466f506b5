import StewardRuntime
import StewardValues
import Testing

@Suite struct BuiltinSaveTests {
  private let folder: TemporaryFolder
  private let call: BuiltinCall
  private let rows: Value = [row(["id": 1, "status": "on"]), row(["id": 2, "status": "off"])]

  init() throws {
    folder = try TemporaryFolder()
    call = BuiltinCall(
      host: RecordingHost(fileRoot: folder.path, variables: ["HOME": folder.path + "/home"])
    )
  }

  private func save(_ arguments: [String: Value], on input: Value? = nil) throws {
    _ = try call.output("save", arguments, on: input.map { .value($0) })
  }

  private func failure(_ arguments: [String: Value], on input: Value? = nil) -> RunError? {
    #expect(throws: RunError.self) { try save(arguments, on: input) }
  }

  @Test(arguments: [
    ("a.csv", "id,status\n1,on\n2,off\n"),
    ("a.ndjson", "{\"id\":1,\"status\":\"on\"}\n{\"id\":2,\"status\":\"off\"}\n"),
    ("a.json", #"[{"id":1,"status":"on"},{"id":2,"status":"off"}]"# + "\n"),
    ("a.md", "| id | status |\n| ---: | --- |\n| 1 | on |\n| 2 | off |\n"),
    ("a.txt", "1\ton\n2\toff\n"),
    ("a.yaml", "- id: 1\n  status: \"on\"\n- id: 2\n  status: \"off\"\n"),
  ])
  func `rows take the format of the name`(name: String, expected: String) throws {
    try save(["file": Value(name)], on: rows)
    #expect(folder.text(of: name) == expected)
    #expect(folder.names() == [name])
  }

  @Test func `text is written as it is, from the pipe or as an argument`() throws {
    try save(["file": "a.csv"], on: "no newline")
    #expect(folder.text(of: "a.csv") == "no newline")
    try save(["file": "b", "content": "x\n"])
    #expect(folder.text(of: "b") == "x\n")
    try save(["file": "c.json", "content": row(["a": 1])])
    #expect(folder.text(of: "c.json") == "{\"a\":1}\n")
  }

  @Test func `a file that is there needs force, and keeps its mode`() throws {
    try folder.write("old", to: "a.txt", mode: 0o600)
    let error = failure(["file": "a.txt"], on: "new")
    #expect(error?.kind == .io)
    #expect(error?.message == "cannot write a.txt: it is already there")
    #expect(error?.help == "--force replaces it")
    #expect(folder.text(of: "a.txt") == "old")
    try save(["file": "a.txt", "force": true], on: "new")
    #expect(folder.text(of: "a.txt") == "new")
    #expect(folder.mode(of: "a.txt") == 0o600)
  }

  @Test func `a failure on the way leaves the old file and nothing else`() throws {
    try folder.write("old", to: "a.ndjson")
    var isFirst = true
    let stream = FunctionStream(next: { () throws(RunError) in
      defer { isFirst = false }
      guard isFirst else { throw RunError(.network, "broken") }
      return 1
    })
    let error = #expect(throws: RunError.self) {
      try call.output("save", ["file": "a.ndjson", "force": true], on: .rows(stream))
    }
    #expect(error?.message == "broken")
    #expect(folder.text(of: "a.ndjson") == "old")
    #expect(folder.names() == ["a.ndjson"])
  }

  @Test func `the place is looked at before any row is pulled`() throws {
    try folder.write("old", to: "a.csv")
    let source = WatchedRows([row(["a": 1])])
    #expect(throws: RunError.self) {
      try call.output("save", ["file": "a.csv"], on: .rows(source.stream))
    }
    #expect(source.pulled == 0)
  }

  @Test func `folders are made only when asked for`() throws {
    let error = failure(["file": "x/y/a.txt"], on: "t")
    #expect(error?.message == "cannot write x/y/a.txt: there is no folder `x`")
    #expect(error?.help == "--mkdir makes it")
    try save(["file": "x/y/a.txt", "mkdir": true], on: "t")
    #expect(folder.text(of: "x/y/a.txt") == "t")
  }

  @Test(arguments: ["../a.txt", "/tmp/a.txt", "x/../../a.txt", "..", "", "/", "a/"])
  func `nothing is written outside the root`(name: String) {
    let error = failure(["file": Value(name)], on: "t")
    #expect(error?.message == "cannot write \(name): it is outside the folder \(folder.path)")
  }

  @Test func `an absolute path below the root is fine, and so is a harmless detour`() throws {
    try save(["file": Value(folder.path + "/a.txt")], on: "t")
    folder.makeFolder("home")
    try save(["file": "x/.././b.txt"], on: "t")
    try save(["file": "~/c.txt"], on: "t")
    #expect(folder.names() == ["a.txt", "b.txt", "home"])
    #expect(folder.text(of: "home/c.txt") == "t")
  }

  @Test func `symbolic links are refused`() throws {
    let other = try TemporaryFolder()
    try other.write("old", to: "target")
    folder.link("link.txt", to: other.path + "/target")
    folder.link("folder", to: other.path)
    let file = failure(["file": "link.txt", "force": true], on: "t")
    #expect(file?.message == "cannot write link.txt: it is a symbolic link")
    let inner = failure(["file": "folder/a.txt"], on: "t")
    #expect(inner?.message == "cannot write folder/a.txt: a part of the path is a symbolic link")
    #expect(other.names() == ["target"])
    #expect(other.text(of: "target") == "old")
  }

  @Test func `a folder is no file`() {
    folder.makeFolder("x")
    let error = failure(["file": "x", "force": true], on: "t")
    #expect(error?.message == "cannot write x: it is a folder")
  }

  @Test func `rows need a format, and the check says so first`() throws {
    let error = failure(["file": "a.xlsx"], on: rows)
    #expect(error?.message == "no format for rows in the name `a.xlsx`")
    #expect(folder.names().isEmpty)
    let save = try builtin("save")
    func codes(_ input: DataType?) -> [String] {
      save.validate(checkedCall(["file": "a.xlsx"], input: input)).map(\.code)
    }
    #expect(codes(.stream(.any)) == ["E0704"])
    #expect(codes(.text) == [])
    #expect(codes(nil) == ["E0303"])
  }

  @Test func `a partition is one file for each value`() throws {
    let rows: Value = [
      row(["id": 1, "status": "on"]), row(["id": 2, "status": nil]),
      row(["id": 3, "status": "on"]),
      row(["id": 4, "status": "../x"]),
    ]
    try save(["file": "keys.csv", "partition": "status"], on: rows)
    #expect(folder.names() == ["keys-.._x.csv", "keys-null.csv", "keys-on.csv"])
    #expect(folder.text(of: "keys-on.csv") == "id,status\n1,on\n3,on\n")
  }

  @Test func `two values with one file name write nothing`() throws {
    let rows: Value = [row(["s": "a/b"]), row(["s": "a b"])]
    let error = failure(["file": "x.csv", "partition": "s"], on: rows)
    #expect(error?.message == #""a/b" and "a b" would be the same file's name"#)
    #expect(folder.names().isEmpty)
  }

  @Test func `while a run is recorded rows are taken and nothing is written`() throws {
    let recording = BuiltinCall(host: RecordingHost(fileRoot: folder.path, isRecording: true))
    let source = WatchedRows([row(["a": 1])])
    _ = try recording.output("save", ["file": "a.csv", "mkdir": true], on: .rows(source.stream))
    #expect(source.pulled == 1)
    _ = try recording.output("save", ["file": "later/a.txt"], on: .value("t"))
    #expect(folder.names().isEmpty)
    try folder.write("old", to: "a.txt")
    let error = #expect(throws: RunError.self) {
      try recording.output("save", ["file": "a.txt"], on: .value("t"))
    }
    #expect(error?.message == "cannot write a.txt: it is already there")
  }

  @Test func `a secret is not saved`() {
    let error = failure(["file": "a.txt", "content": .secret(Secret("x"))])
    #expect(error?.message == "a secret cannot be saved")
  }
}

@Suite struct BuiltinOpenTests {
  private let folder: TemporaryFolder
  private let call: BuiltinCall

  init() throws {
    folder = try TemporaryFolder()
    call = BuiltinCall(
      host: RecordingHost(
        fileRoot: folder.path,
        variables: ["HOME": folder.path],
        input: "{\"a\":1}\n{\"a\":2}\n"
      )
    )
  }

  @Test(arguments: [
    ("a.json", #"{"a": 1}"#, #"{"a":1}"#), ("a.json", "[1, 2]", "[1,2]"),
    ("a.json", "\u{feff}[1]", "[1]"), ("a.ndjson", "{\"a\":1}\n{\"b\":2}", #"[{"a":1},{"b":2}]"#),
    ("a.csv", "\u{feff}x,y\n1,\n", #"[{"x":"1","y":null}]"#), ("a.txt", "line\n", #""line\n""#),
    ("a", "\u{feff}é", #""é""#), ("a.log", "", #""""#),
  ])
  func `the name says the format`(name: String, text: String, expected: String) throws {
    try folder.write(text, to: name)
    #expect(try call.json("open", ["file": Value(name)]) == expected)
    #expect(try call.json("open", ["file": Value("~/" + name)]) == expected)
    #expect(try call.json("open", ["file": Value(folder.path + "/" + name)]) == expected)
  }

  @Test func `as says it otherwise`() throws {
    try folder.write("[1]", to: "a.txt")
    #expect(try call.json("open", ["file": "a.txt", "as": "json"]) == "[1]")
    #expect(try call.json("open", ["file": "-", "as": "ndjson"]) == #"[{"a":1},{"a":2}]"#)
    #expect(try call.json("open", ["file": "-"]) == #""{\"a\":1}\n{\"a\":2}\n""#)
  }

  @Test func `csv takes types, names and a separator`() throws {
    try folder.write("n;m\n1;x\n", to: "a.csv")
    let arguments: [String: Value] = [
      "file": "a.csv", "separator": ";", "types": row(["n": "int"]), "rename": row(["m": "k"]),
    ]
    #expect(try call.json("open", arguments) == #"[{"n":1,"k":"x"}]"#)
    #expect(
      try builtin("open").validate(checkedCall(["file": "a.json", "separator": ";"])).map(\.code)
        == ["E0303"]
    )
    #expect(
      try builtin("open").validate(checkedCall(["file": "a.csv", "types": row(["n": "x"])]))
        .map(\.code) == ["E0304"]
    )
  }

  @Test func `only the wanted fields are decoded`() throws {
    try folder.write("{\"a\":1,\"b\":2}\n", to: "a.ndjson")
    try folder.write("[{\"a\":1,\"b\":2}]", to: "a.json")
    for name in ["a.ndjson", "a.json"] {
      guard case .rows(let rows) = try call.output("open", ["file": Value(name)]) else {
        Issue.record("no rows")
        return
      }
      rows.expect(Demand(fields: ["b"]))
      #expect(try rows.next().map { JSONWriter.text($0) } == #"{"b":2}"#)
    }
  }

  @Test(arguments: [
    ("none.csv", "cannot read none.csv: there is no such file"),
    ("sub", "cannot read sub: it is a folder"),
    ("bad.ndjson", "bad.ndjson: line 2, byte 1: "),
    ("bad.json", "bad.json: line 2: "),
    ("bad.csv", "bad.csv: row 1 (line 2): it has 1 cell, and the header has 2"),
    ("bad.txt", "bad.txt: line 2: it is not UTF-8 text"),
  ])
  func `an error names the file and the line`(name: String, message: String) throws {
    folder.makeFolder("sub")
    try folder.write("1\nx\n", to: "bad.ndjson")
    try folder.write("[1,\n]", to: "bad.json")
    try folder.write("a,b\n1\n", to: "bad.csv")
    try folder.write([0x61, 0x0A, 0x62, 0xC3], to: "bad.txt")
    let error = #expect(throws: RunError.self) { try call.value("open", ["file": Value(name)]) }
    #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
  }

  @Test func `text longer than one piece keeps its characters whole`() throws {
    let text = String(repeating: "é", count: 70_000)
    try folder.write("a" + text, to: "a.txt")
    #expect(try call.value("open", ["file": "a.txt"]).string == "a" + text)
  }

  @Test func `a cancelled run reads no further`() throws {
    try folder.write("1\n2\n", to: "a.ndjson")
    guard case .rows(let rows) = try call.output("open", ["file": "a.ndjson"]) else {
      Issue.record("no rows")
      return
    }
    #expect(try rows.next() == 1)
    call.cancellation.cancel()
    let error = #expect(throws: RunError.self) { try rows.next() }
    #expect(error?.kind == .cancelled)
  }
}
