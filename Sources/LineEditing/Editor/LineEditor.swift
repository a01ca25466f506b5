internal import CEditLine
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Lines edited on a terminal, on top of libedit: with colours, completion, a history, texts of
/// several lines and pasting that runs nothing.
///
/// libedit edits the line, and asks for the next character by a function of ours: there the editor
/// shows the line as it is now, with colours and what stands below, waits, and translates keys.
///
/// An editor belongs to one thread; only `wake` and `notices` may be used by others.
package final class LineEditor: LineReader {
  let configuration: LineEditorConfiguration
  let host: any LineEditorHost
  let library: EditLineLibrary
  let input: TerminalInput
  /// Ends the input from another thread, such as one that handles a signal to end the program.
  package let wake: WakePipe
  /// Shows something while a line is typed.
  package let notices: Notices
  let memory: HistoryMemory

  let modes: TerminalModes
  /// The prompt as it is drawn.
  var prompt = (scalars: [Unicode.Scalar](), styles: [TextStyle]())
  var painting = ScreenPainting()
  /// Of the screen, as it is painted for.
  var size: TerminalSize
  /// The first row of a text that is shown, if there are more than the screen has.
  var firstRow = 0
  /// What libedit gets before the terminal is asked.
  var queue: [Unicode.Scalar] = []
  var pasted = ""
  var menu: CompletionMenu?
  /// Whether the menu was open when something was typed, and is to show what fits that.
  var menuFollows = false
  var suggester = Suggester()
  /// What is shown behind the text.
  var suggestion: Suggestion?
  var search: HistorySearch?
  /// What the search found, for the line.
  var found: String?
  /// Whether Ctrl-X was typed, which begins the keys of two.
  var isAfterControlX = false
  var walk = HistoryWalk.outside
  var result: LineResult?
  var failure: Int32?

  private static let historyLimit = 10_000

  /// Nil if input or output is no terminal that can be edited on.
  package init?(_ configuration: LineEditorConfiguration, host: any LineEditorHost) {
    guard isEditable(configuration), let wake = WakePipe(),
      let modes = TerminalModes(of: configuration.input),
      let library = EditLineLibrary(
        programName: configuration.programName,
        input: configuration.input,
        output: configuration.output
      )
    else { return nil }
    self.configuration = configuration
    self.host = host
    self.library = library
    self.wake = wake
    self.modes = modes
    size = TerminalSize(of: configuration.output)
    notices = Notices(wake)
    input = TerminalInput(descriptor: configuration.input, wake: wake)
    memory = HistoryMemory(configuration.history, limit: Self.historyLimit)
    connect()
    library.limitHistory(to: Self.historyLimit)
    modes.hideTyping()
  }

  deinit { modes.forget() }

  package func readLine(_ prompt: Prompt) throws(LineEditingError) -> LineResult {
    begin(prompt)
    let hasLine = library.readLine()
    end()
    if let result { return result }
    if let failure { throw LineEditingError("read the terminal", code: failure) }
    guard hasLine else { return .endOfInput }
    // Only a binding of the user's own ends a line otherwise, and libedit adds its line feed.
    let scalars = library.line.scalars
    return .line(String(scalars: scalars.last == "\n" ? scalars.dropLast() : scalars[...]))
  }

  package func addHistory(_ text: String) throws(LineEditingError) {
    guard memory.admits(text), host.mayRemember(text) else { return }
    library.remember(text)
    try memory.add(text)
  }
}

extension LineEditor {
  private func connect() {
    library.chooseKeys(readingUserBindings: configuration.readsUserBindings)
    library.connect(
      client: Unmanaged.passUnretained(self).toOpaque(),
      reader: { editor, character in
        guard let character, let next = LineEditor.of(editor)?.nextCharacter() else { return -1 }
        switch next {
        case .scalar(let scalar): character.pointee = wchar_t(bitPattern: scalar.value)
        case .end: return 0
        case .failed: return -1
        }
        return 1
      },
      command: { editor, key in
        LineEditor.of(editor)?.perform(key) ?? UInt8(CC_ERROR)
      }
    )
    library.bindKeys()
  }

  /// The editor that a callback is for. It is alive: callbacks come only while it reads a line.
  private static func of(_ editor: OpaquePointer?) -> LineEditor? {
    EditLineLibrary.client(of: editor).map {
      Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue()
    }
  }

  private func begin(_ prompt: Prompt) {
    self.prompt = prompt.drawn(usesColor: configuration.usesColor)
    painting = ScreenPainting()
    firstRow = 0
    (result, failure, menu, walk) = (nil, nil, nil, .outside)
    (search, found, suggestion) = (nil, nil, nil)
    (menuFollows, isAfterControlX) = (false, false)
    // vi's `.` would take what is typed first for commands, and run for ever if there is a `.` in it.
    if library.usesViKeys { queue = ["\u{1b}", "i"] + queue }
    suggester.forget()
    // What other sessions have run meanwhile.
    for text in memory.takeNews() { library.remember(text) }
    editline_begin_watching(wake.writeEnd)
    // The window may have changed while a command ran.
    size = TerminalSize(of: configuration.output)
    // A quick Ctrl-C would still be a signal.
    library.enterRawMode()
    write(Self.pasteMarksOn)
  }

  private func end() {
    write(Self.pasteMarksOff)
    editline_end_watching()
  }

  /// If that fails there is nobody to tell, and reading fails next.
  func write(_ text: String) {
    if !text.isEmpty { _ = writeAll(Array(text.utf8), to: configuration.output) }
  }

  /// The terminal surrounds pasted text with sequences, so that it is not taken for typed keys.
  static let pasteMarksOn = "\u{1b}[?2004h"
  static let pasteMarksOff = "\u{1b}[?2004l"
}
