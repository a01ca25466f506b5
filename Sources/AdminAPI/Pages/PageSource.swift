internal import StewardValues
internal import Synchronization

/// The rows of a list, page by page and in order, with at most one page ahead of the consumer.
///
/// Where all rows will be taken, the next request leaves as soon as its cursor has arrived, before
/// the page is decoded; otherwise when the consumer takes a page's first row. One consumer only.
public final class PageSource: Sendable {
  private typealias Fetched = Result<Page, ClientError>

  private struct State {
    /// The page that the consumer asked for last.
    var wanted = 0
    var started = 0
    var tasks: [Int: Task<Fetched, Never>] = [:]
    var ends: [Int: PageEnd] = [:]
    var cursors: Set<String> = []
    /// The sum of the limits that were asked for.
    var rowsAsked = 0
    var rowsRead = 0
    var emptyPages = 0
    var isOver = false
    /// Objects that the run made and the server's pages need not have.
    var added: Set<ObjectKey> = []
  }

  private let client: AdminClient
  private let operation: Operation
  private let arguments: Arguments
  private let demand: PageDemand
  private let gate: Gate?
  /// Whether rows are given as the run's changes leave them, or as they were read.
  private let laysOver: Bool
  private let state = Mutex(State())
  private let reader = Mutex<JSONReader?>(nil)

  init(
    client: AdminClient,
    _ operation: Operation,
    _ arguments: Arguments,
    demand: PageDemand,
    gate: Gate?,
    laysOver: Bool = true
  ) {
    self.client = client
    self.operation = operation
    self.arguments = arguments
    self.demand = demand
    self.gate = gate
    self.laysOver = laysOver
  }

  /// The next page, or nil after the last one.
  ///
  /// - Throws: What went wrong, with how much had been read by then. Nothing comes after an error.
  public func nextPage() async throws(ClientError) -> Page? {
    guard case .page = operation.response else {
      throw ClientError(.internal, "\(operation.id) gives no list")
    }
    guard !operation.parameters.contains(where: { $0.isPaging && arguments[$0.name] != nil }) else {
      throw ClientError(.internal, "the pages of \(operation.id) are not the caller's business")
    }
    if let rows = try gate?.plannedRows(operation, arguments) { return onlyPage(rows) }
    guard let task = try wantNext() else { return nil }
    let result = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      cancel()
    }
    return try taken(result)
  }

  /// Tells that the consumer has begun with the page it got last.
  public func rowTaken() {
    state.withLock { state in
      prefetch(after: state.wanted, &state)
    }
  }

  /// No more rows will be taken: what was asked for ahead is aborted.
  public func cancel() {
    let tasks = state.withLock { state in
      state.isOver = true
      defer { state.tasks = [:] }
      return state.tasks.values.map(\.self)
    }
    for task in tasks { task.cancel() }
  }

  /// Pages and rows that the consumer has got.
  public var progress: (pages: Int, rows: Int) {
    state.withLock { ($0.wanted, $0.rowsRead) }
  }

  // MARK: The consumer's side

  /// The task of the next page, started if it is not under way; nil if there is none.
  private func wantNext() throws(ClientError) -> Task<Fetched, Never>? {
    let wanted = state.withLock { state -> Result<Task<Fetched, Never>?, ClientError> in
      guard !state.isOver, !isSatisfied(state) else { return .success(nil) }
      if case .broken(let reason) = state.ends[state.wanted] {
        return .failure(broken(reason, state))
      }
      if case .last = state.ends[state.wanted] { return .success(nil) }
      let number = state.wanted + 1
      start(number, taken: state.rowsRead, &state)
      state.wanted = number
      if demand.drains { prefetch(after: number, &state) }
      return .success(state.tasks[number])
    }
    if case .failure = wanted { cancel() }
    return try wanted.get()
  }

  private func taken(_ result: Fetched) throws(ClientError) -> Page {
    let outcome = state.withLock { state -> Fetched in
      guard case .success(let fetched) = result else {
        return result.mapError { progressed($0, state) }
      }
      let page = laidOver(fetched, &state)
      state.tasks[page.number] = nil
      state.rowsRead += page.rows.count
      state.emptyPages = fetched.rows.isEmpty ? state.emptyPages + 1 : 0
      let endless = state.emptyPages > operation.emptyPagesAllowed
      if endless, case .next = state.ends[page.number] {
        return .failure(broken(PageEnd.sendsNothing, state))
      }
      return .success(page)
    }
    if case .failure = outcome { cancel() }
    return try outcome.get()
  }

  /// The page as the run's changes leave it. Now, and not when it came: a change may have been made
  /// since.
  private func laidOver(_ page: Page, _ state: inout State) -> Page {
    guard let gate, laysOver else { return page }
    let overlay = Overlay(operation, arguments, page)
    return page.with(gate.laidOver(page.rows, overlay, &state.added))
  }

  private func isSatisfied(_ state: State) -> Bool {
    demand.rows.map { state.rowsRead >= $0 } ?? false
  }

  private func onlyPage(_ rows: ContiguousArray<Value>) -> Page? {
    state.withLock { state in
      guard !state.isOver else { return nil }
      state.isOver = true
      state.wanted = 1
      state.rowsRead = rows.count
      return Page(number: 1, rows: rows, isOld: false)
    }
  }

  private func broken(_ reason: String, _ state: State) -> ClientError {
    progressed(ClientError(.server, reason), state)
  }

  /// The error with how much was read before it.
  private func progressed(_ error: ClientError, _ state: State) -> ClientError {
    let pages = state.rowsRead == 0 ? 0 : state.wanted - (state.tasks[state.wanted] == nil ? 0 : 1)
    return error.after(pages: pages, rows: state.rowsRead)
  }

  // MARK: The network's side

  /// Asks for the page after `number` if its cursor is known and its rows are wanted.
  private func prefetch(after number: Int, _ state: inout State) {
    if let rows = demand.rows, state.rowsAsked >= rows { return }
    start(number + 1, taken: state.rowsAsked, &state)
  }

  private func start(_ number: Int, taken: Int, _ state: inout State) {
    guard !state.isOver, number == state.started + 1 else { return }
    var cursor: String?
    if number > 1 {
      guard case .next(let known) = state.ends[number - 1] else { return }
      cursor = known
    }
    let limit = operation.limit(ofPage: number, taken: taken, arguments, demand) ?? 1
    state.started = number
    state.rowsAsked += limit
    state.tasks[number] = Task { await self.fetch(number, cursor, limit) }
  }

  private func fetch(_ number: Int, _ cursor: String?, _ limit: Int) async -> Fetched {
    guard case .page(let style, let row) = operation.response else {
      return .failure(ClientError(.internal, "\(operation.id) gives no list"))
    }
    do throws(ClientError) {
      let (response, isOld) = try await client.send(operation, page(style, cursor, limit), gate)
      let body = PageBody(bytes: response.body, style: style)
      if let end = body.earlyEnd { arrived(number, end) }
      let decoded = try decoded(body, row).get()
      arrived(number, decoded.end)
      if let gate, gate.isRecording { gate.remember(decoded.rows, of: operation) }
      return .success(Page(number: number, rows: decoded.rows, isOld: isOld))
    } catch {
      return .failure(error)
    }
  }

  /// One reader decodes all pages, so that their rows share shapes.
  private func decoded(
    _ body: PageBody,
    _ row: Shape
  ) -> Result<(rows: ContiguousArray<Value>, end: PageEnd), ClientError> {
    reader.withLock { reader in
      // Whole rows are kept where changes may be laid over them.
      let fields = gate?.mayChange == true ? nil : demand.fields
      var pages = reader ?? Wire.pageReader(row, fields: fields)
      defer { reader = pages }
      do throws(ClientError) {
        return .success(try body.decoded(by: &pages))
      } catch {
        return .failure(error)
      }
    }
  }

  private func page(_ style: PageStyle, _ cursor: String?, _ limit: Int) -> Arguments {
    var page = arguments
    page["limit"] = .int(limit)
    if let cursor {
      switch style {
      case .ids: page["after_id"] = Value(cursor)
      case .token, .cursor: page["page"] = Value(cursor)
      }
    }
    return page
  }

  /// Where the page ends is known; the first answer counts.
  private func arrived(_ number: Int, _ end: PageEnd) {
    state.withLock { state in
      guard state.ends[number] == nil else { return }
      state.ends[number - 2] = nil
      state.ends[number] = end
      if case .next(let cursor) = end, !state.cursors.insert(cursor).inserted {
        state.ends[number] = .broken(PageEnd.sendsTheSame)
      }
      if demand.drains, state.wanted >= number { prefetch(after: number, &state) }
    }
  }
}

extension Operation {
  /// A list that goes from id to id cannot go on from a page without rows; a token may.
  fileprivate var emptyPagesAllowed: Int {
    switch response {
    case .page(.token, _), .page(.cursor, _): PageEnd.emptyPagesAllowed
    default: 0
    }
  }
}
