internal import StewardRuntime
internal import StewardValues

/// Shows what a line gives, a screen at a time, and keeps it as `$_`.
struct ReplResult {
  let session: Session
  let console: Console
  let question: Question
  let format: OutputFormat
  /// The line.
  let line: String
  /// Whether rows that nobody has looked at may be fetched later: nothing but reading makes them.
  let keepsSource: Bool
  let cancellation: () -> Cancellation
  var marking: RowMarking?
  /// What people, workspaces and keys are called that a table has ids of.
  var names: NameCache?

  func present(_ output: Output, _ type: DataType) throws(RunError) {
    switch output {
    case .nothing: return
    case .value(let value):
      if !value.isNull { try show(output, type) }
      keep(value, type)
    case .rows(let stream):
      if let reported = stream as? ReportedRows {
        try show(output, type)
        return keep(.list(ListBox(reported.values)), type)
      }
      try show(stream, type)
    case .text(let stream):
      let text = try Output.text(stream).forced()
      try show(.value(text), .string)
      keep(text, .string)
    }
  }

  private func keep(_ value: Value, _ type: DataType) {
    session.keepLast(LastResult(value, type, of: line))
  }

  /// Rows as they come; those behind the last screen that was looked at are not fetched.
  private func show(_ stream: RowStream, _ type: DataType) throws(RunError) {
    let rows = SeenRows(stream)
    let isWhole = try show(.rows(rows.stream), type)
    let keepsRest = !isWhole && keepsSource && !rows.hasEnded
    if !isWhole, !keepsRest { stream.cancel() }
    session.keepLast(
      LastResult(rows.seen, rest: keepsRest ? stream : nil, type, of: line, cancellation())
    )
    guard !isWhole else { return }
    console.errors.line(
      keepsRest
        ? "stopped here: `$_` fetches the rest, `| count` goes on from it"
        : "stopped here: `$_` has the \(rows.seen.count) rows so far",
      .faint
    )
  }

  /// Names are worth a moment: they are read while the rows are.
  private func naming(_ type: DataType) -> IDNaming? {
    guard let names, format == .table, let row = type.unwrapped.element else { return nil }
    let resources = IDNaming.resources(of: row)
    guard !resources.isEmpty else { return nil }
    names.wait(for: resources, milliseconds: 250)
    return IDNaming { resource, id in names.name(of: id, resource) }
  }

  /// Returns whether all was shown.
  @discardableResult
  private func show(_ output: Output, _ type: DataType) throws(RunError) -> Bool {
    var writer = ResultWriter(format, width: console.width)
    writer.marking = marking
    writer.naming = naming(type)
    let text = writer.text(of: output, type: type)
    var pager = Pager(console, question)
    var lastByte: UInt8?
    while let piece = try text.next() {
      guard try pager.write(piece) else { return false }
      lastByte = piece.last ?? lastByte
    }
    if let lastByte, lastByte != UInt8(ascii: "\n") { try console.output.write("\n") }
    return true
  }
}

/// Rows that are remembered as they pass.
private final class SeenRows {
  private(set) var seen: ContiguousArray<Value> = []
  private(set) var hasEnded = false
  private let source: RowStream

  init(_ source: RowStream) { self.source = source }

  var stream: RowStream {
    FunctionStream(
      next: { () throws(RunError) in
        let row = try self.source.next()
        if let row { self.seen.append(row) } else { self.hasEnded = true }
        return row
      },
      // A person may stop at any row.
      expect: { _ in self.source.expect(.screens) },
      cancel: { self.source.cancel() },
      extent: { self.source.extent }
    )
  }
}
