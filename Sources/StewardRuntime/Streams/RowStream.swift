package import StewardValues

/// What a consumer promises to take, so that nothing more is fetched or decoded.
package struct Demand: Sendable {
  /// At most so many rows; nil if nobody knows.
  package var rows: Int?
  /// Only these fields of each row; nil for all.
  package var fields: Set<String>?
  /// True if every row will be taken, for certain: the next page may be asked for early.
  package var drains: Bool
  /// Rows of the first page, where they are shown one screen at a time.
  package var firstPage: Int?

  package init(
    rows: Int? = nil,
    fields: Set<String>? = nil,
    drains: Bool = false,
    firstPage: Int? = nil
  ) {
    self.rows = rows
    self.fields = fields
    self.drains = drains
    self.firstPage = firstPage
  }

  /// Everything, to the end.
  package static let all = Demand(drains: true)
  /// A screen at a time: most people look at the first rows only.
  package static let screens = Demand(firstPage: 100)
}

/// Rows that are pulled one by one and only once, on the evaluator's thread; not Sendable on purpose.
package class RowStream {
  init() {}

  /// The next row, or nil at the end. After nil or an error it is not called again.
  package func next() throws(RunError) -> Value? { nil }

  /// Called at most once, before the first ``next()``. A stage passes on what it preserves.
  package func expect(_ demand: Demand) {}

  /// Tells, before the first ``next()``, which rows the consumer will drop. Only a stage for which
  /// it makes no difference passes it on, so that the others need not know of it.
  package func narrow(to matches: [FieldMatch]) {}

  /// No more rows will be taken: what was asked for ahead is aborted.
  package func cancel() {}

  /// How much of what there is it has given, once it has ended.
  package var extent: RowExtent { .unknown }
}

/// How much of what there is some rows are.
package enum RowExtent: Equatable, Sendable {
  /// Nobody asked a server: they were there already, or come from a file.
  case unknown
  /// All that a server has of those that were asked for.
  case all
  /// Made of the first so many.
  case beginning(rows: Int)
}

/// Rows that are already there.
package final class ListStream: RowStream {
  private let values: ContiguousArray<Value>
  private var index = 0

  package init(_ values: ContiguousArray<Value>) { self.values = values }

  package override func next() throws(RunError) -> Value? {
    guard index < values.count else { return nil }
    defer { index += 1 }
    return values[index]
  }
}

/// A stage that takes rows from another stream.
package class StageStream: RowStream {
  package let input: RowStream

  init(_ input: RowStream) { self.input = input }

  package override func expect(_ demand: Demand) { input.expect(demand) }
  package override func cancel() { input.cancel() }
  package override var extent: RowExtent { input.extent }
}

/// Pieces of text that are pulled one by one, such as `to csv` gives.
package class TextStream {
  init() {}
  /// The next piece as UTF-8, or nil at the end.
  package func next() throws(RunError) -> [UInt8]? { nil }
  package func cancel() {}
}

/// What a stage gives.
package enum Output {
  case nothing
  case value(Value)
  case rows(RowStream)
  case text(TextStream)

  /// Bytes that are there already, to be saved or passed on as they are.
  package static func bytes(_ bytes: [UInt8]) -> Output { .text(PieceStream([bytes])) }

  /// Everything at once: rows become a list, text becomes a string, nothing becomes null.
  ///
  /// `evaluator`: Of the run whose steps and memory this counts for; nil for none.
  package consuming func forced(by evaluator: Evaluator? = nil) throws(RunError) -> Value {
    switch self {
    case .nothing: return .null
    case .value(let value): return value
    case .rows(let stream):
      return try stream.collected(by: evaluator, within: evaluator?.context.budget)
    case .text(let stream):
      return try stream.collected(by: evaluator, within: evaluator?.context.budget)
    }
  }

  /// The same for a host that takes the result of a run.
  ///
  /// `budget`: The run's, whose memory this counts for.
  package consuming func forced(within budget: RunBudget) throws(RunError) -> Value {
    switch self {
    case .nothing: return .null
    case .value(let value): return value
    case .rows(let stream): return try stream.collected(by: nil, within: budget)
    case .text(let stream): return try stream.collected(by: nil, within: budget)
    }
  }

  /// Takes everything and keeps nothing.
  package consuming func drained(by evaluator: Evaluator? = nil) throws(RunError) {
    switch self {
    case .nothing, .value: return
    case .rows(let stream):
      stream.expect(Demand(fields: [], drains: true))
      while try stream.next() != nil { try evaluator?.step() }
    case .text(let stream): while try stream.next() != nil { try evaluator?.step() }
    }
  }
}

extension RowStream {
  fileprivate func collected(
    by evaluator: Evaluator?,
    within budget: RunBudget?
  ) throws(RunError) -> Value {
    expect(.all)
    let holding = HeldValues(budget)
    var rows: ContiguousArray<Value> = []
    do {
      while let row = try next() {
        try evaluator?.step()
        try holding.add(row)
        rows.append(row)
      }
    } catch {
      discard(rows)
      throw error
    }
    return try holding.list(of: rows)
  }
}

extension TextStream {
  fileprivate func collected(
    by evaluator: Evaluator?,
    within budget: RunBudget?
  ) throws(RunError) -> Value {
    var bytes: [UInt8] = []
    while let piece = try next() {
      try evaluator?.step()
      bytes += piece
      try budget?.check(textOf: bytes.count)
    }
    let text = Value(String(decoding: bytes, as: UTF8.self))
    return try evaluator?.charged(text) ?? text
  }
}
