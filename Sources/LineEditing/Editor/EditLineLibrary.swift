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
/// It edits the line and shows nothing: what it writes goes nowhere. Its own drawing cannot show a text
/// that is taller than the screen, nor signs that combine, and goes wrong where a row becomes full.
///
/// libedit is not safe to use from several threads: the thread that reads lines owns this.
final class EditLineLibrary {
  private let editor: OpaquePointer
  private let history: OpaquePointer
  private let input: UnsafeMutablePointer<FILE>
  private let nowhere: UnsafeMutablePointer<FILE>
  /// Whether there is a file with bindings of the user's own.
  private(set) var hasUserBindings = false
  // libedit keeps pointers to these.
  private let commandName = WideText(EditLineLibrary.commandName)
  private let commandSummary = WideText("Does what the key means to the program")

  /// Nil if a descriptor cannot be used. In `~/.editrc` the name marks lines for this program only.
  init?(programName: String, input: Int32, output: Int32) {
    CharacterSet.prepare()
    guard let inputStream = Self.stream(of: input) else { return nil }
    guard let nowhere = fopen("/dev/null", "we") else {
      fclose(inputStream)
      return nil
    }
    let history = history_winit()
    // libedit wants to know of a terminal for its output too.
    let editor = el_init_fd(programName, inputStream, nowhere, nowhere, input, output, output)
    guard let history, let editor else {
      history.map(history_wend)
      editor.map(el_end)
      fclose(inputStream)
      fclose(nowhere)
      return nil
    }
    self.editor = editor
    self.history = history
    self.input = inputStream
    self.nowhere = nowhere
    editline_set_history(editor, history)
  }

  deinit {
    history_wend(history)
    el_end(editor)
    fclose(input)
    fclose(nowhere)
  }

  /// A stream that may be closed without closing the descriptor.
  private static func stream(of descriptor: Int32) -> UnsafeMutablePointer<FILE>? {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { return nil }
    guard let stream = fdopen(copy, "r") else {
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
    editline_prepare_terminal_modes(editor)
  }

  /// Whether the keys are those of vi, which the user may choose at any time.
  var usesViKeys: Bool {
    editline_keymap(editor).map { $0.pointee == wchar_t(UInt8(ascii: "v")) } ?? false
  }

  func bind(_ key: Unicode.Scalar, to function: String, inCommandMode: Bool = false) {
    let bind = inCommandMode ? editline_bind_alternative : editline_bind
    _ = WideText.with(String(Character(key))) { keys in
      WideText.with(function) { bind(editor, keys, $0) }
    }
  }
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

  /// On an empty line vi's `$` leaves libedit's cursor before the beginning, where the next key would
  /// change memory that is not the line's.
  func keepCursorInLine() {
    guard let info = el_wline(editor)?.pointee, let start = info.buffer else { return }
    if info.cursor < start { moveCursor(by: start - info.cursor) }
  }

  func remember(_ text: String) {
    _ = WideText.with(text) { editline_remember(history, $0) }
  }

  func limitHistory(to count: Int) {
    editline_limit_history(history, Int32(clamping: count))
  }
}

// MARK: - The terminal

extension EditLineLibrary {
  func enterRawMode() { editline_enter_raw_mode(editor) }
  func leaveRawMode() { editline_leave_raw_mode(editor) }

  /// The columns of a scalar, as the C library counts them; -1 if it cannot be printed.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    Int(editline_columns(wchar_t(bitPattern: scalar.value)))
  }
}
