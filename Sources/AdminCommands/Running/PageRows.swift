internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// Where a stream of rows gets its pages from.
protocol Pages: AnyObject {
  /// Hears once, before the first page, what will be taken.
  func expect(_ demand: PageDemand)
  /// Hears, before the first page, which rows the consumer will drop.
  func narrow(to matches: [FieldMatch])
  /// Blocks until the next page is there; nil after the last one. A page may have no rows.
  func next(_ context: RunContext) throws(RunError) -> ContiguousArray<Value>?
  /// The first row of the page that came last is taken.
  func begin()
  /// No more rows will be taken.
  func cancel()
}

/// The rows of a list on the evaluator's thread. Whole pages come from the network's side; a row is
/// taken from the page that is there.
final class PageRows {
  private let pages: any Pages
  private let context: RunContext
  private let call: Call
  private let progress: ReadProgress
  private var page: ContiguousArray<Value> = []
  private var index = 0

  /// The rows of `pages`; errors have the place of the call, wherever they are pulled.
  init(_ pages: any Pages, _ context: RunContext, at call: Call) {
    self.pages = pages
    self.context = context
    self.call = call
    progress = ReadProgress(call.command.words.joined(separator: " "), context.host)
  }

  /// What was asked for ahead is not left running when a consumer fails and forgets its rows.
  deinit { pages.cancel() }

  var stream: RowStream {
    FunctionStream(
      next: { () throws(RunError) in try self.next() },
      expect: { demand in
        self.progress.expect(demand.rows)
        self.pages.expect(PageDemand(demand))
      },
      narrow: { self.pages.narrow(to: $0) },
      cancel: { self.cancel() },
      // A list follows every page, or fails.
      extent: { .all }
    )
  }

  private func cancel() {
    progress.end()
    pages.cancel()
  }

  private func next() throws(RunError) -> Value? {
    do throws(RunError) {
      try call.evaluator.takeRow()
      while index == page.count {
        progress.start()
        guard let next = try pages.next(context) else {
          progress.end()
          return nil
        }
        progress.add(pageOf: next.count)
        (page, index) = (next, 0)
      }
    } catch {
      progress.end()
      throw error.at(call.range, in: call.source)
    }
    if index == 0 { pages.begin() }
    defer { index += 1 }
    return page[index]
  }
}

extension PageDemand {
  /// What a consumer in the language promises, in the client's words.
  init(_ demand: Demand) {
    self.init(
      rows: demand.rows,
      fields: demand.fields,
      drains: demand.drains,
      firstPage: demand.firstPage
    )
  }
}
