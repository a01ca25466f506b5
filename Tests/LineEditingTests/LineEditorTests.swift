import Dispatch
import Glibc
import LineEditing
import Synchronization
import TerminalModel
import Testing

/// The editor itself on a pseudo-terminal. One at a time: libedit follows one window.
@Suite(.serialized) struct LineEditorTests {
  let pair: TerminalPair
  private let results = Results()

  init() throws { pair = try TerminalPair(columns: 20, rows: 8) }

  /// What the editor gave, from its thread to the test's.
  private final class Results: Sendable {
    private let results = Mutex<[LineResult]>([])
    private let isDone = DispatchSemaphore(value: 0)

    func add(_ result: LineResult) { results.withLock { $0.append(result) } }
    func finish() { isDone.signal() }

    func all() -> [LineResult] {
      #expect(isDone.wait(timeout: .now() + 10) == .success)
      return results.withLock { $0 }
    }
  }

  /// Reads lines on a thread of its own until the input ends.
  func start(
    _ history: HistoryFile? = nil,
    _ onReady: @escaping @Sendable (Notices) -> Void = { _ in }
  ) {
    var configuration = pair.configuration
    configuration.history = history
    DispatchQueue(label: "editor").async { [configuration, results] in
      defer { results.finish() }
      guard let editor = LineEditor(configuration, host: TestHost()) else { return }
      onReady(editor.notices)
      while let result = try? editor.readLine(Prompt([.init("> ", TextStyle(.cyan))])) {
        results.add(result)
        if result == .endOfInput { return }
        if case .line(let text) = result { try? editor.addHistory(text) }
      }
    }
    expect(["> "], 0, 2)
  }

  func expect(
    _ lines: [String],
    _ row: Int,
    _ column: Int,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let trimmed = lines.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
    let isAsExpected = pair.waits {
      $0.lines == trimmed && $0.row == row && $0.column == column
    }
    #expect(
      isAsExpected,
      "\(pair.screen.lines) \(pair.screen.row) \(pair.screen.column)",
      sourceLocation: location
    )
  }

  func finish() -> [LineResult] {
    pair.type("\u{4}")
    let results = results.all()
    #expect(results.last == .endOfInput)
    return results.dropLast()
  }

  @Test func `a line is typed, edited at a wrap and read`() {
    start()
    pair.type("0123456789012345678")
    expect(["> 012345678901234567", "8"], 1, 1)
    pair.type("\u{1b}[D\u{1b}[Dx")
    expect(["> 01234567890123456x", "78"], 1, 0)
    pair.type("\u{1b}[H本")
    expect(["> 本0123456789012345", "6x78"], 0, 4)
    pair.type("\r")
    #expect(pair.waits { $0.lines.last == ">" })
    #expect(finish() == [.line("本01234567890123456x78")])
  }

  @Test func `Enter goes on while the text is not complete, and indents`() {
    start()
    pair.type("each {\rx\r}")
    expect(["> each {", "  x", "}"], 2, 1)
    pair.type("\u{1b}[A!\u{1b}[B\r")
    #expect(pair.waits { $0.lines.last == ">" })
    #expect(finish() == [.line("each {\n ! x\n}")])
  }

  @Test func `Ctrl-C drops the line and Ctrl-D deletes within one`() {
    start()
    pair.type("abc\u{3}")
    expect(["> abc^C", "> "], 1, 2)
    pair.type("xy\u{1b}[H\u{4}\r")
    expect(["> abc^C", "> y", "> "], 2, 2)
    #expect(finish() == [.cancelled, .line("y")])
  }

  @Test func `Tab inserts what is certain and shows the rest below`() {
    start()
    pair.type("u\t")
    expect(["> users", "  users list  a co…", "  users get   a co…"], 0, 8)
    pair.type("\t")
    expect(["> users list", "> users list  a co…", "  users get   a co…"], 0, 12)
    pair.type("\u{1b}[Z\r")
    expect(["> users get"], 0, 12)
    pair.type("\u{3}")
    expect(["> users get ^C", "> "], 1, 2)
    pair.type("w\t\r")
    #expect(pair.waits { $0.lines.suffix(2) == ["> workspaces list", ">"] })
    #expect(finish() == [.cancelled, .line("workspaces list ")])
  }

  @Test func `the menu finds room at the bottom of the screen`() {
    start()
    pair.type("1\r2\r3\r4\r5\r6\r7\r8\r")
    expect(["> 2", "> 3", "> 4", "> 5", "> 6", "> 7", "> 8", "> "], 7, 2)
    pair.type("us\t")
    expect(
      ["> 4", "> 5", "> 6", "> 7", "> 8", "> users"]
        + ["  users list  a co…", "  users get   a co…"],
      5,
      8
    )
    pair.type("\u{3}")
    expect(["> 4", "> 5", "> 6", "> 7", "> 8", "> users ^C", "> "], 6, 2)
    #expect(finish().last == .cancelled)
  }

  @Test func `pasted lines wait for Enter`() {
    start()
    #expect(pair.waits { $0.hasBracketedPaste })
    pair.type("\u{1b}[200~one\rtwo\u{3}\r\u{1b}[201~")
    expect(["> one", "two"], 2, 0)
    pair.type("\r")
    expect(["> one", "two", "", "> "], 3, 2)
    #expect(finish() == [.line("one\ntwo\n")])
    #expect(pair.waits { !$0.hasBracketedPaste })
  }

  @Test func `the arrows walk through the history and find what was typed`() {
    start()
    pair.type("users list\rworkspaces\rusers get\r")
    #expect(pair.waits { $0.lines.count == 4 })
    pair.type("\u{1b}[A\u{1b}[A")
    expect(["> users list", "> workspaces", "> users get", "> workspaces"], 3, 12)
    pair.type("\u{3}")
    #expect(pair.waits { $0.lines.last == ">" })
    pair.type("use\u{1b}[A\u{1b}[A")
    #expect(pair.waits { $0.lines.last == "> users list" })
    pair.type("\u{1b}[B!\r")
    #expect(pair.waits { $0.lines.last == ">" })
    #expect(finish().last == .line("users get!"))
  }

  @Test func `the line follows the size of the window`() {
    start()
    pair.type("abc")
    expect(["> abc"], 0, 5)
    pair.setSize(columns: 8, rows: 8)
    kill(getpid(), SIGWINCH)
    pair.type("defg")
    expect(["> abcdef", "g"], 1, 1)
    pair.type("\r")
    expect(["> abcdef", "g", "> "], 2, 2)
    #expect(finish() == [.line("abcdefg")])
  }

  @Test func `another thread can end the input`() throws {
    let editor = try #require(LineEditor(pair.configuration, host: TestHost()))
    editor.wake.endInput()
    #expect(try editor.readLine(Prompt("> ")) == .endOfInput)
  }

  @Test func `between lines the terminal hides what is typed, and afterwards it is as it was`()
    throws
  {
    let before = pair.modes
    do {
      let editor = try #require(LineEditor(pair.configuration, host: TestHost()))
      pair.type("x\r")
      #expect(try editor.readLine(Prompt("> ")) == .line("x"))
      let between = pair.modes
      #expect(between.c_lflag == before.c_lflag & ~tcflag_t(ECHO | ICANON))
      #expect(between.c_lflag & tcflag_t(ISIG) == tcflag_t(ISIG))
      #expect(between.c_iflag == before.c_iflag)
    }
    #expect(pair.modes.c_lflag == before.c_lflag)
    #expect(before.c_lflag & tcflag_t(ISIG | ICANON | ECHO) == tcflag_t(ISIG | ICANON | ECHO))
  }
}
