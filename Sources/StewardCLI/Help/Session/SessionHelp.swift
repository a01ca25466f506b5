internal import LineEditing
internal import StewardRuntime
internal import StewardSyntax
internal import StewardValues

/// The help at a prompt. It knows what went wrong last, and of which codes it has spoken already.
final class SessionHelp {
  private let pages = HelpPages.program
  private let session: Session
  private let console: Console
  private let question: Question
  private let isSandbox: Bool
  /// Of the line before, if that was no `help`.
  private var latestCodes: [String] = []
  /// Those that `help` was offered for.
  private var offered: Set<String> = []

  init(_ session: Session, _ console: Console, _ question: Question, isSandbox: Bool) {
    self.session = session
    self.console = console
    self.question = question
    self.isSandbox = isSandbox
  }

  /// Called after each line with the codes and kinds of what was wrong with it, and with all that the
  /// checker said. Offers the page on a code that this session has not had before.
  func notice(_ codes: [String], _ diagnostics: [Diagnostic], in source: SourceText) {
    if codes.contains("E0301") {
      nameSubcommand(in: source)
      nameTasks(diagnostics, in: source)
    }
    latestCodes = codes.filter { !pages.pages(named: $0).isEmpty }
    guard let first = latestCodes.first(where: { !offered.contains($0) }) else { return }
    offered.formUnion(latestCodes)
    guard !console.isQuiet else { return }
    console.errors.line("`help \(first)` explains this, and so does `help`", .faint)
  }

  /// What the program does outside of a prompt.
  private func nameSubcommand(in source: SourceText) {
    let line = source[SourceRange(0, UInt32(source.bytes.count))]
    guard let word = line.split(separator: " ").first, Subcommand(rawValue: String(word)) != nil
    else { return }
    console.errors.line("outside of the prompt that is `steward \(line)`; `help \(word)` says more")
    guard isSandbox, Self.ofJournal.contains(String(word)) else { return }
    console.errors.line(
      "of the sandbox's changes nothing is kept: there is nothing to look at or take back"
    )
  }

  private static let ofJournal: Set<String> = ["runs", "show", "undo", "resume"]

  /// A line in plain words, such as `who are the admins`, is a question: names the pages that answer
  /// it. What is like a command is a slip, for which the error has the right spelling.
  private func nameTasks(_ diagnostics: [Diagnostic], in source: SourceText) {
    guard !console.isQuiet, let first = diagnostics.first, diagnostics.count == 1,
      first.code == "E0301", source.bytes.allSatisfy({ $0.isPlainProse })
    else { return }
    let line = source[SourceRange(0, UInt32(source.bytes.count))]
    let words = line.split(separator: " ")
    guard line.utf8.count > 2, !words.contains(where: { $0.hasPrefix("-") }),
      first.suggestion == nil || words.count > 3
    else { return }
    let tasks = pages.tasks(answering: line).prefix(3)
    guard !tasks.isEmpty else { return }
    let width = tasks.map(\.title.count).max() ?? 0
    console.errors.line("perhaps:")
    for task in tasks {
      let margin = String(repeating: " ", count: width - task.title.count + 2)
      console.errors.line("  help \(task.title)\(margin)\(task.summary)")
    }
  }

  /// `help`, right after an error about that error; `help WORDS`.
  func show(_ words: [String]) {
    let codes = latestCodes
    latestCodes = []
    if words.isEmpty, let code = codes.first {
      present(pages.pages(named: code))
      console.errors.line("`help` once more lists the topics", .faint)
      return
    }
    guard !words.isEmpty else { return present([Overview.ofPrompt]) }
    do throws(UsageError) {
      present(try pages.pages(on: words).map(withValues))
    } catch {
      Reports(console.errors, .text).show(error)
    }
  }

  /// `doctor`: what it finds, within the patience of a prompt.
  func examine(_ interpreter: Interpreter) {
    do throws(UsageError) {
      let examination = try Examination(interpreter.organization, console) {
        (client) throws(RunError) in
        try OrganizationName.object(client, interpreter.host, interpreter.interruption)
      }
      _ = console.finish { examination.text }
    } catch {
      Reports(console.errors, .text).show(error)
    }
  }

  // MARK: - Examples

  /// `example WORDS`, or `example WORDS 2` for the second one: shows the topic's examples.
  ///
  /// - Returns: The one to run; nil if none is to be run.
  func example(_ words: [String]) -> String? {
    var words = words
    let number = words.count > 1 ? words.last.flatMap(Int.init) : nil
    if number != nil { words.removeLast() }
    do throws(UsageError) {
      let examples = try pages.examples(on: words, in: session)
      let chosen = try choice(of: number, in: examples, words)
      for (index, example) in examples.enumerated() where number == nil || index == chosen {
        show(example, examples.count > 1 ? index + 1 : nil)
      }
      guard let runnable = examples[chosen].runnable else {
        console.errors.line("not run, because it is more than a read: copy what you need", .faint)
        return nil
      }
      if examples.count > 1, number == nil { console.errors.line("number \(chosen + 1):", .faint) }
      return runnable
    } catch {
      Reports(console.errors, .text).show(error)
      return nil
    }
  }

  /// The one that was asked for, or the first that only reads.
  private func choice(
    of number: Int?,
    in examples: [HelpExample],
    _ words: [String]
  ) throws(UsageError) -> Int {
    guard let number else { return examples.firstIndex { $0.runnable != nil } ?? 0 }
    guard examples.indices.contains(number - 1) else {
      let name = words.joined(separator: " ")
      let count = examples.count == 1 ? "1 example" : "\(examples.count) examples"
      throw UsageError("`\(name)` has \(count): there is no number \(number)")
    }
    return number - 1
  }

  private func show(_ example: HelpExample, _ number: Int?) {
    let look = HelpLook(columns: console.width, usesColor: console.errors.usesColor)
    let lines = example.code.split(separator: "\n")
      .flatMap { TerminalHelp.broken($0, width: look.width) }
    for (index, line) in lines.enumerated() {
      let margin = number.flatMap { index == 0 ? "\($0)" : nil } ?? " "
      console.errors.line(margin + look.example(String(line)))
    }
  }

  // MARK: - Pages

  /// A screen at a time.
  private func present(_ found: [HelpPage]) {
    let text = pages.text(of: found, console.helpLook)
    var pager = Pager(console, question)
    do throws(RunError) {
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        guard try pager.write(Array("\(line)\n".utf8)) else { break }
      }
      try console.output.flush()
    } catch {
      if error.kind == .cancelled { return console.errors.line("") }
      Reports(console.errors, .text).show(error, .init())
    }
  }

  /// The page on an object with values of `$_`, if that has such objects.
  private func withValues(_ page: HelpPage) -> HelpPage {
    guard page.kind == .type, let last = session.last, let value = last.value,
      let record = (value.list?.first ?? value).record,
      case .record(let shape) = (last.type.unwrapped.element ?? last.type).unwrapped,
      shape.name == page.title
    else { return page }
    let terms = record.shape.fields.map { field in
      HelpTerm(field.name, Self.shortened(record[field.name] ?? .null))
    }
    var page = page
    page.sections.append(HelpSection("for example, in $_", [.terms(terms)]))
    return page
  }

  private static func shortened(_ value: Value) -> String {
    let text = value.isNull ? "null" : escapingControls(value.plainText)
    return text.count > 60 ? text.prefix(59) + "…" : text
  }
}

extension UInt8 {
  /// Letters, digits, blanks, and the marks of a sentence.
  fileprivate var isPlainProse: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: " -_'?,.@".utf8.contains(self)
    }
  }
}
