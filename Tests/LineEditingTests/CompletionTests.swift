import LineEditing
import TerminalModel
import Testing

@Suite struct CompletionStepTests {
  private func step(
    _ text: String,
    replacing range: Range<Int>,
    _ candidates: String...,
    blank: Bool = true
  ) -> CompletionStep {
    let completion = Completion(
      replacing: range,
      with: candidates.map { Candidate($0, appendsBlank: blank) }
    )
    return CompletionStep(completion, in: LineText(text))
  }

  @Test func `without candidates nothing happens`() {
    let result = step("us", replacing: 0..<2)
    #expect(result.replacement == nil && result.menu == nil)
  }

  @Test func `the only candidate is inserted with its blank`() {
    let result = step("us", replacing: 0..<2, "users")
    #expect(result.replacement == Replacement(range: 0..<2, text: "users "))
    #expect(result.menu == nil)
  }

  @Test func `a candidate that wants no blank gets none`() {
    let result = step("--ro", replacing: 0..<4, "--role=", blank: false)
    #expect(result.replacement == Replacement(range: 0..<4, text: "--role="))
  }

  @Test func `a blank that is there is not doubled`() {
    let result = step("us list", replacing: 0..<2, "users")
    #expect(result.replacement == Replacement(range: 0..<2, text: "users"))
  }

  @Test func `of several candidates the common beginning is inserted, and a menu opens`() {
    let result = step("u", replacing: 0..<1, "users list", "users get")
    #expect(result.replacement == Replacement(range: 0..<1, text: "users "))
    #expect(result.menu?.replacing == 0..<6)
    #expect(result.menu?.selection == nil)
  }

  @Test func `what was typed is never shortened`() {
    let result = step("usr", replacing: 0..<3, "users", "usage")
    #expect(result.replacement == nil)
    #expect(result.menu?.replacing == 0..<3)
  }

  @Test func `places are bytes for the host and scalars for libedit`() {
    let result = step("é本 us", replacing: 6..<8, "users")
    #expect(result.replacement == Replacement(range: 3..<5, text: "users "))
  }

  @Test func `a range behind the text is cut`() {
    let result = step("us", replacing: 1..<90, "sers")
    #expect(result.replacement == Replacement(range: 1..<2, text: "sers "))
  }

  @Test(arguments: [
    (["abc", "abd"], "ab"), (["日本", "日曜"], "日"), (["x", "y"], ""), (["a", "ab"], "a"), ([], ""),
  ])
  func `the common beginning is of whole scalars`(texts: [String], prefix: String) {
    #expect(CompletionStep.commonPrefix(texts) == prefix)
  }
}

@Suite struct CompletionMenuTests {
  private static let candidates = ["one", "two!", "three"].map { Candidate($0) }

  @Test func `selecting goes around, and each candidate replaces the one before`() {
    var menu = CompletionMenu(Self.candidates, replacing: 4..<5)
    #expect(menu.select(forwards: true) == Replacement(range: 4..<5, text: "one"))
    #expect(menu.select(forwards: true) == Replacement(range: 4..<7, text: "two!"))
    #expect(menu.select(forwards: true) == Replacement(range: 4..<8, text: "three"))
    #expect(menu.select(forwards: true) == Replacement(range: 4..<9, text: "one"))
    #expect(menu.select(forwards: false) == Replacement(range: 4..<7, text: "three"))
  }

  @Test func `backwards begins at the end`() {
    var menu = CompletionMenu(Self.candidates, replacing: 0..<0)
    #expect(menu.select(forwards: false).text == "three")
  }
}

@Suite struct MenuDrawingTests {
  private func rows(
    _ candidates: [Candidate],
    selecting steps: Int = 0,
    columns: Int = 40,
    limit: Int = 10
  ) -> [String] {
    var menu = CompletionMenu(candidates, replacing: 0..<0)
    for _ in 0..<steps { _ = menu.select(forwards: true) }
    return MenuDrawing(menu: menu, columns: columns, usesColor: false).rows(limit: limit)
  }

  private static let numbers = (1...9).map { Candidate("c\($0)", description: "d\($0)") }

  @Test func `descriptions stand in a column of their own`() {
    let candidates = [
      Candidate("get", description: "One"), Candidate("日本語", description: "Wide"), Candidate("x"),
    ]
    #expect(rows(candidates) == ["  get     One", "  日本語  Wide", "  x     "])
  }

  @Test func `the selected candidate is marked without colours too`() {
    #expect(rows(Array(Self.numbers.prefix(2)), selecting: 2) == ["  c1  d1", "> c2  d2"])
  }

  @Test func `a long menu says which part it shows`() {
    #expect(rows(Self.numbers, limit: 3) == ["  c1  d1", "  c2  d2", "  1–2 of 9"])
  }

  @Test func `the selected candidate is always in sight`() {
    for steps in 1...9 {
      #expect(rows(Self.numbers, selecting: steps, limit: 4).contains("> c\(steps)  d\(steps)"))
    }
  }

  @Test func `no row reaches the last column`() {
    let long = Candidate(
      String(repeating: "name本", count: 9),
      description: String(repeating: "本", count: 40)
    )
    for columns in 1...60 {
      var terminal = TinyTerminal(columns: max(columns, 2), rows: 4)
      for row in rows([long, Candidate("x", description: "y")], columns: columns) {
        terminal.write("\r" + row)
        #expect(terminal.row == 0 && terminal.column < max(columns, 2))
      }
    }
  }

  @Test func `controls in a description reach no terminal`() {
    #expect(rows([Candidate("a", description: "\u{1b}[2J")]) == [#"  a  \u{1b}[2J"#])
  }

  @Test func `without room there is no menu`() {
    #expect(rows(Self.numbers, limit: 0) == [])
    #expect(rows(Self.numbers, limit: 1) == [])
  }
}
