import FoundationEssentials
import Glibc
import LineEditing
import Synchronization
import TerminalModel
import Testing

/// What the editor offers beside the line.
extension LineEditorTests {
  @Test func `what was typed before is suggested, and taken by the right arrow`() {
    start()
    pair.type("workspaces\r")
    #expect(pair.waits { $0.lines.count == 2 })
    pair.type("wor")
    expect(["> workspaces", "> workspaces"], 1, 5)
    pair.type("x")
    expect(["> workspaces", "> worx"], 1, 6)
    pair.type("\u{7f}")
    expect(["> workspaces", "> workspaces"], 1, 5)
    pair.type("\u{1b}[C!\r")
    #expect(pair.waits { $0.lines.count == 3 })
    #expect(finish() == [.line("workspaces"), .line("workspaces!")])
  }

  @Test func `a suggestion that was not taken is not part of the line`() {
    start()
    pair.type("workspaces\rwor\r")
    #expect(pair.waits { $0.lines == ["> workspaces", "> wor", ">"] })
    #expect(finish() == [.line("workspaces"), .line("wor")])
  }

  @Test func `a word of a suggestion is taken by itself`() {
    start()
    pair.type("users list all\r")
    #expect(pair.waits { $0.lines.count == 2 })
    pair.type("us")
    expect(["> users list all", "> users list all"], 1, 4)
    pair.type("\u{1b}[1;5C")
    expect(["> users list all", "> users list all"], 1, 7)
    pair.type("\u{1b}[1;5C")
    expect(["> users list all", "> users list all"], 1, 12)
    pair.type("\r")
    #expect(pair.waits { $0.lines.count == 3 })
    #expect(finish().last == .line("users list"))
  }

  @Test func `what the host does not want is never suggested`() {
    start()
    pair.type("remove x\r")
    #expect(pair.waits { $0.lines == ["> remove x", ">"] })
    pair.type("rem\u{1b}[C\r")
    #expect(pair.waits { $0.lines == ["> remove x", "> rem", ">"] })
    #expect(finish().last == .line("rem"))
  }

  @Test func `hints stand below the line and go away with it`() {
    start()
    pair.type("remove ab")
    expect(["> remove ab", "destroys: remove ab", "at 9"], 0, 11)
    pair.type("\u{1b}[D")
    expect(["> remove ab", "destroys: remove ab", "at 8"], 0, 10)
    pair.type(String(repeating: "c", count: 12))
    expect(["> remove acccccccccc", "ccb", "destroys: remove a…", "at 20"], 1, 2)
    pair.type("\r")
    expect(["> remove acccccccccc", "ccb", "> "], 2, 2)
    #expect(finish() == [.line("remove accccccccccccb")])
  }

  @Test func `Ctrl-R finds a line by some of its words, and does not run it`() {
    start()
    pair.type("users list\rworkspaces\rusers get\r")
    #expect(pair.waits { $0.lines.count == 4 })
    pair.type("ab\u{12}list us")
    expect(
      [
        "> users list", "> workspaces", "> users get", "> ab", "> users list",
        "history: list us▏ …",
      ],
      3,
      4
    )
    pair.type("\r")
    expect(["> users list", "> workspaces", "> users get", "> users list"], 3, 12)
    pair.type("\u{12}\u{12}")
    #expect(pair.waits { $0.lines.count == 8 })
    pair.type("\u{1b}")
    expect(["> users list", "> workspaces", "> users get", "> users list"], 3, 12)
    pair.type("!\r")
    #expect(pair.waits { $0.lines.count == 5 })
    #expect(finish().last == .line("users list!"))
  }

  @Test func `an open menu follows what is typed`() {
    start()
    pair.type("u\t")
    expect(["> users", "  users list  a co…", "  users get   a co…"], 0, 8)
    pair.type("g")
    expect(["> users g", "  users get  a com…"], 0, 9)
    pair.type("\u{7f}")
    expect(["> users", "  users list  a co…", "  users get   a co…"], 0, 8)
    pair.type("\u{1b}")
    expect(["> users"], 0, 8)
    pair.type("\r")
    #expect(pair.waits { $0.lines.count == 2 })
    #expect(finish() == [.line("users ")])
  }

  @Test func `another thread writes above the line, which stays as it is`() {
    let known = Known()
    start { known.set($0) }
    pair.type("abc\u{1b}[D")
    expect(["> abc"], 0, 4)
    known.get()?.show("one\ntwo")
    expect(["one", "two", "> abc"], 2, 4)
    pair.type("x\r")
    #expect(pair.waits { $0.lines == ["one", "two", "> abxc", ">"] })
    #expect(finish() == [.line("abxc")])
  }

  /// What the editor's thread gives to the test's.
  private final class Known: Sendable {
    private let notices = Mutex<Notices?>(nil)
    func set(_ notices: Notices) { self.notices.withLock { $0 = notices } }
    func get() -> Notices? { notices.withLock { $0 } }
  }

  @Test func `what another session runs is in the history of this one`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "shared-\(UInt64.random(in: .min ... .max))"
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = HistoryFile(path: folder.path + "/history.ndjson")
    try file.append("from before")
    start(file)
    pair.type("mine\r")
    #expect(pair.waits { $0.lines == ["> mine", ">"] })
    try file.append("from elsewhere")
    pair.type("\u{3}")
    #expect(pair.waits { $0.lines == ["> mine", "> ^C", ">"] })
    pair.type("\u{1b}[A")
    expect(["> mine", "> ^C", "> from elsewhere"], 2, 16)
    pair.type("\u{1b}[A\u{1b}[A")
    expect(["> mine", "> ^C", "> from before"], 2, 13)
    pair.type("\r")
    #expect(pair.waits { $0.lines.last == ">" })
    #expect(finish() == [.line("mine"), .cancelled, .line("from before")])
    #expect(try file.load() == ["from before", "mine", "from elsewhere", "from before"])
  }
}

@Suite struct SuggestionTests {
  @Test func `a suggestion is cut where the row ends, and at a line break`() {
    let suggestion = Suggestion("users list |\n  count", after: Array("users".unicodeScalars))
    #expect(suggestion?.shown(columns: 4) { _ in 1 } == " lis")
    #expect(suggestion?.shown(columns: 40) { _ in 1 } == " list |⏎")
    #expect(suggestion?.firstWord == Array(" list".unicodeScalars))
    #expect(Suggestion("users", after: Array("users".unicodeScalars)) == nil)
    #expect(Suggestion("users", after: Array("sers".unicodeScalars)) == nil)
  }

  @Test func `a wide letter that does not fit ends what is shown`() {
    let suggestion = Suggestion("a本本", after: ["a"])
    #expect(suggestion?.shown(columns: 3) { $0 == "本" ? 2 : 1 } == "本")
  }
}

@Suite struct HistorySearchTests {
  private func search(_ typed: String) -> HistorySearch {
    var search = HistorySearch(["Users LIST", "workspaces list", "users list", "workspaces list"])
    for scalar in typed.unicodeScalars { _ = search.handle(.scalar(scalar)) }
    return search
  }

  @Test func `the newest comes first, each text once`() {
    #expect(search("").matches == ["workspaces list", "users list", "Users LIST"])
  }

  @Test func `all words must occur, in any order and case`() {
    #expect(search("LIST user").matches == ["users list", "Users LIST"])
    #expect(search("list userx").selected == nil)
    #expect(search("list userx\u{7f}").selected == "users list")
  }

  @Test func `Enter takes the selected one, Escape none`() {
    var search = search("user")
    #expect(search.handle(.scalar("\u{12}")) == .goesOn)
    #expect(search.handle(.scalar("\r")) == .chosen("Users LIST"))
    #expect(search.handle(.scalar("\u{1b}")) == .left)
  }
}
