internal import CEditLine
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// One editor of libedit, with the streams and the history that it uses.
///
/// libedit is not safe to use from several threads: the thread that reads lines owns this.
final class EditLineLibrary {
  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let input: UnsafeMutablePointer<FILE>
  private let output: UnsafeMutablePointer<FILE>
  private var prompt = WideText("")
  /// Whether there is a file with bindings of the user's own.
  private(set) var hasUserBindings = false
  // libedit keeps pointers to these.
  private let commandName = WideText(EditLineLibrary.commandName)
  private let commandSummary = WideText("Does what the key means to the program")

  /// Nil if a descriptor cannot be used. In `~/.editrc` the name marks lines for this program only.
  init?(programName: String, input: Int32, output: Int32) {
    CharacterSet.prepare()
    guard let inputStream = Self.stream(of: input, mode: "r") else { return nil }
    guard let outputStream = Self.stream(of: output, mode: "w") else {
      fclose(inputStream)
      return nil
    }
    let history = history_winit()
    let editor = el_init(programName, inputStream, outputStream, outputStream)
    guard let history, let editor else {
      history.map(history_wend)
      editor.map(el_end)
      fclose(inputStream)
      fclose(outputStream)
      return nil
    }
    self.editor = editor
    self.history = history
    self.input = inputStream
    self.output = outputStream
    // libedit flushes by itself; without a buffer it would write byte by byte.
    setvbuf(outputStream, nil, _IOFBF, 1 << 14)
    editline_set_history(editor, history)
  }

  deinit {
    history_wend(history)
    el_end(editor)
    fclose(input)
    fclose(output)
  }

  /// A stream that may be closed without closing the descriptor.
  private static func stream(of descriptor: Int32, mode: String) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return nil }
    guard let stream = fdopen(copy, mode) else {
      close(copy)
      return nil
    }
    return stream
  }
}

// MARK: - Setting up

extension EditLineLibrary {
  /// - Parameters:
  ///   - client: What the callbacks get back from `client(of:)`. It must live as long as this.
  ///   - reader: Gives the next character, as `EL_GETCFN` does.
  ///   - command: The one function that stands behind `commandName`.
  func connect(
    client: UnsafeMutableRawPointer,
    reader: @escaping editline_reader,
    command: @escaping editline_command
  ) {
    editline_set_client(editor, client)
    editline_set_reader(editor, reader)
    editline_add_command(editor, commandName.pointer, commandSummary.pointer, command)
  }

  static func client(of editor: OpaquePointer?) -> UnsafeMutableRawPointer? {
    editline_client(editor)
  }

  /// The name of our one function, told apart by the key.
  static let commandName = "program-key"

  /// The keys of Emacs, and then what the user says in `~/.editrc`, which may choose those of vi.
  ///
  /// Choosing a set of keys drops all bindings: ours must come later.
  func chooseKeys(readingUserBindings: Bool) {
    _ = WideText.with("emacs") { editline_set_keymap(editor, $0) }
    hasUserBindings = readingUserBindings && el_source(editor, nil) == 0
    editline_enable_editing(editor)
    editline_disable_signal_keys(editor)
  }

  /// Replaces the kind of terminal that the environment names.
  func setTerminal(_ name: String) { editline_set_terminal(editor, name) }

  func bind(_ key: Unicode.Scalar, to function: String, inCommandMode: Bool = false) {
    let bind = inCommandMode ? editline_bind_alternative : editline_bind
    _ = WideText.with(String(Character(key))) { keys in
      WideText.with(function) { bind(editor, keys, $0) }
    }
  }

  /// Shows a prompt with escape sequences between delimiters. `prompter` is asked for its pointer.
  func use(prompt: String, delimiter: Unicode.Scalar, prompter: @escaping editline_prompter) {
    self.prompt = WideText(prompt)
    editline_set_prompt(editor, prompter, wchar_t(bitPattern: delimiter.value))
  }

  /// Lives until the next prompt is set.
  var promptPointer: UnsafeMutablePointer<wchar_t> { prompt.pointer }
}

// MARK: - The line

extension EditLineLibrary {
  /// Reads a line. What ended it the callbacks know.
  ///
  /// - Returns: Whether a line was read; not at the end of the input or after an error.
  func readLine() -> Bool {
    var count: Int32 = 0
    return el_wgets(editor, &count) != nil
  }

  var line: LineText {
    guard let info = el_wline(editor)?.pointee, let start = info.buffer else { return LineText("") }
    let scalars = UnsafeBufferPointer(start: start, count: info.lastchar - start).map {
      Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
    }
    return LineText(scalars, cursor: info.cursor - start)
  }

  func insert(_ text: String) {
    guard !text.isEmpty else { return }
    _ = WideText.with(text) { el_winsertstr(editor, $0) }
  }

  func deleteBeforeCursor(_ count: Int) {
    if count > 0 { el_deletestr(editor, Int32(clamping: count)) }
  }

  func moveCursor(by distance: Int) {
    if distance != 0 { _ = el_cursor(editor, Int32(clamping: distance)) }
  }

  func remember(_ text: String) {
    _ = WideText.with(text) { editline_remember(history, $0) }
  }

  func limitHistory(to count: Int) {
    editline_limit_history(history, Int32(clamping: count))
  }
}

// MARK: - The screen

extension EditLineLibrary {
  /// Writes to the terminal, after what libedit has written.
  func write(_ text: String) {
    fputs(text, output)
    fflush(output)
  }

  /// Draws prompt and line again, on a screen that is empty from the cursor's row on.
  func redraw() { editline_refresh(editor) }

  /// Takes notice of the window's new size.
  func resize() { el_resize(editor) }

  func enterRawMode() { editline_enter_raw_mode(editor) }
  func leaveRawMode() { editline_leave_raw_mode(editor) }

  /// The columns of a scalar, as libedit counts them; -1 if it cannot be printed.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    Int(editline_columns(wchar_t(bitPattern: scalar.value)))
  }
}
