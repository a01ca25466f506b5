internal import StewardRuntime
internal import StewardValues

/// Shows what a line gives, a screen at a time, and keeps it as `$_`.
struct ReplResult {
  let session: Session
  let console: Console
  let question: Question
  let format: OutputFormat

  func present(_ output: Output, _ type: DataType) throws(RunError) {
    switch output {
    case .nothing: return
    case .value(let value):
      if !value.isNull { try show(output, type) }
      session.keepLast(value, type)
    case .rows(let stream):
      if let reported = stream as? ReportedRows {
        try show(output, type)
        return session.keepLast(.list(ListBox(reported.values)), type)
      }
      let rows = SeenRows(stream)
      try show(.rows(rows.stream), type)
      session.keepLast(.list(ListBox(rows.seen)), .list(type.unwrapped.element ?? .any))
    case .text(let stream):
      let text = try Output.text(stream).forced()
      try show(.value(text), .string)
      session.keepLast(text, .string)
    }
  }

  private func show(_ output: Output, _ type: DataType) throws(RunError) {
    let text = ResultWriter(format, width: console.width).text(of: output, type: type)
    var pager = Pager(console, question)
    var lastByte: UInt8?
    while let piece = try text.next() {
      guard try pager.write(piece) else {
        text.cancel()
        console.errors.line("stopped here; `$_` has the rows so far", .faint)
        return
      }
      lastByte = piece.last ?? lastByte
    }
    if let lastByte, lastByte != UInt8(ascii: "\n") { try console.output.write("\n") }
  }
}

/// Rows that are remembered as they pass.
private final class SeenRows {
  private(set) var seen: ContiguousArray<Value> = []
  private let source: RowStream

  init(_ source: RowStream) { self.source = source }

  var stream: RowStream {
    FunctionStream(
      next: { () throws(RunError) in
        let row = try self.source.next()
        if let row { self.seen.append(row) }
        return row
      },
      // A person may stop at any row.
      expect: { _ in self.source.expect(.screens) },
      cancel: { self.source.cancel() }
    )
  }
}
