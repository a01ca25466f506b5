internal import StewardValues

/// Input as text, piece by piece. What is not UTF-8 is an error, not a replacement character.
final class InputText: TextStream {
  private var input: InputBytes
  private let call: Call
  /// The beginning of a character whose rest is in the next piece.
  private var rest: [UInt8] = []
  private var line = 1
  private var isFirst = true

  init(_ input: InputBytes, _ call: Call) {
    self.input = input
    self.call = call
  }

  override func next() throws(RunError) -> [UInt8]? {
    try call.evaluator.takeRow()
    guard let read = try read() else {
      guard !rest.isEmpty else { return nil }
      throw failure()
    }
    var piece = rest + read
    let complete = InputText.completeCount(piece)
    rest = Array(piece[complete...])
    piece.removeSubrange(complete...)
    guard String(validating: piece, as: UTF8.self) != nil else { throw failure() }
    line += piece.count { $0 == UInt8(ascii: "\n") }
    return piece
  }

  private func read() throws(RunError) -> [UInt8]? {
    do throws(InputError) {
      guard let piece = try input.readPiece() else { return nil }
      defer { isFirst = false }
      let hasMark = isFirst && piece.starts(with: [0xEF, 0xBB, 0xBF])
      return hasMark ? Array(piece.dropFirst(3)) : piece
    } catch {
      throw input.error(error, call.site)
    }
  }

  private func failure() -> RunError {
    input.error(InputError("it is not UTF-8 text", line: line), call.site)
  }

  /// The bytes up to the last character that is whole.
  private static func completeCount(_ bytes: [UInt8]) -> Int {
    var start = bytes.count
    while start > 0, bytes.count - start < 4 {
      start -= 1
      let byte = bytes[start]
      guard byte & 0xC0 != 0x80 else { continue }
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return bytes.count - start < length ? start : bytes.count
    }
    return bytes.count
  }
}
