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
/// libedit edits and draws the line. All it cannot do happens in the function by which it asks for
/// the next character, which it calls when the screen shows the line: the editor paints colours and
/// the menu over it, waits, takes the menu away, and translates keys.
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

  /// The prompt as it is drawn.
  var promptScalars: [Unicode.Scalar] = []
  /// What libedit gets before the terminal is asked.
  var queue: [Unicode.Scalar] = []
  var pasted = ""
  var menu: CompletionMenu?
  /// Whether the menu was open when something was typed, and is to show what fits that.
  var menuFollows = false
  /// Whether something stands behind the text that libedit does not know of.
  var hasAdditions = false
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
      let library = EditLineLibrary(
        programName: configuration.programName,
        input: configuration.input,
        output: configuration.output
      )
    else { return nil }
    if let terminal = configuration.terminal { library.setTerminal(terminal) }
    self.configuration = configuration
    self.host = host
    self.library = library
    self.wake = wake
    notices = Notices(wake)
    input = TerminalInput(descriptor: configuration.input, wake: wake)
    memory = HistoryMemory(configuration.history, limit: Self.historyLimit)
    connect()
    library.limitHistory(to: Self.historyLimit)
  }

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
    promptScalars = prompt.visible(columns: EditLineLibrary.columns)
    let escaped = prompt.escaped(
      usesColor: configuration.usesColor,
      columns: EditLineLibrary.columns
    )
    library.use(prompt: escaped, delimiter: Prompt.delimiter) { editor in
      LineEditor.of(editor)?.library.promptPointer
    }
    (result, failure, menu, walk) = (nil, nil, nil, .outside)
    (search, found, suggestion) = (nil, nil, nil)
    (menuFollows, hasAdditions, isAfterControlX) = (false, false, false)
    suggester.forget()
    // What other sessions have run meanwhile.
    for text in memory.takeNews() { library.remember(text) }
    editline_begin_watching_size(wake.writeEnd)
    // The window may have changed while a command ran.
    library.resize()
    // libedit would show the prompt first: a quick Ctrl-C would still be a signal.
    library.enterRawMode()
    library.write(Self.pasteMarksOn)
  }

  private func end() {
    library.write(Self.pasteMarksOff)
    editline_end_watching_size()
  }

  /// The terminal surrounds pasted text with sequences, so that it is not taken for typed keys.
  static let pasteMarksOn = "\u{1b}[?2004h"
  static let pasteMarksOff = "\u{1b}[?2004l"
}
