#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Lines as the terminal or a pipe gives them, without editing. The prompt is shown to people only.
package final class PlainLineReader: LineReader {
  private let input: Int32
  private let output: Int32
  private let interrupt: Int32?
  private let host: any LineEditorHost
  private let memory: HistoryMemory
  private let showsPrompt: Bool

  package init(_ configuration: LineEditorConfiguration, host: any LineEditorHost) {
    input = configuration.input
    output = configuration.output
    interrupt = configuration.interrupt
    self.host = host
    memory = HistoryMemory(configuration.history, limit: 1)
    showsPrompt = isatty(input) == 1 && isatty(output) == 1
  }

  package func readLine(_ prompt: Prompt) throws(LineEditingError) -> LineResult {
    show(prompt.text)
    var text = ""
    while true {
      switch try nextLine() {
      case .line(let line): text += line
      case .cancelled: return .cancelled
      case .endOfInput: return text.isEmpty ? .endOfInput : .line(text)
      }
      guard !host.isComplete(text) else { return .line(text) }
      text += "\n"
      show("... ")
    }
  }

  package func addHistory(_ text: String) throws(LineEditingError) {
    guard memory.admits(text), host.mayRemember(text) else { return }
    try memory.add(text)
  }

  private func show(_ prompt: String) {
    // If that fails there is nobody to tell.
    if showsPrompt { _ = writeAll(Array(prompt.utf8), to: output) }
  }
}

extension PlainLineReader {
  private enum Input {
    case byte(UInt8)
    case interrupted
    case end
  }

  private func nextLine() throws(LineEditingError) -> LineResult {
    var bytes: [UInt8] = []
    // One byte at a time: what follows the line may be for whom the command asks next.
    while true {
      switch try nextInput() {
      case .byte(UInt8(ascii: "\n")):
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return .line(String(decoding: bytes, as: UTF8.self))
      case .byte(let byte): bytes.append(byte)
      case .interrupted: return .cancelled
      case .end:
        return bytes.isEmpty ? .endOfInput : .line(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// A signal that the program handles, such as Ctrl-C, ends the waiting; `read` alone might begin
  /// again.
  private func nextInput() throws(LineEditingError) -> Input {
    // A descriptor below zero is one that nothing happens on.
    var descriptors = [input, interrupt ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while poll(&descriptors, 2, -1) < 0 {
      guard errno == EINTR, interrupt != nil else { return try failed(errno) }
    }
    guard descriptors[1].revents == 0 else { return .interrupted }
    var byte: UInt8 = 0
    let count = read(input, &byte, 1)
    guard count >= 0 else { return try failed(errno) }
    return count == 0 ? .end : .byte(byte)
  }

  private func failed(_ code: Int32) throws(LineEditingError) -> Input {
    switch code {
    case EINTR: return .interrupted
    // The terminal is gone.
    case EIO: return .end
    default: throw LineEditingError("read the input", code: code)
    }
  }
}
