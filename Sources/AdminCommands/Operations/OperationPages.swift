internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// The pages of an operation of the catalog. Nothing is sent before the first is wanted.
final class OperationPages: Pages {
  private let services: AdminServices
  private let operation: Operation
  private let arguments: Arguments
  private let pageSize: Int?
  private var demand = PageDemand()
  /// What the consumer will drop is left out by the server, as far as it can.
  private var matches: [FieldMatch] = []
  private var source: PageSource?

  init(_ services: AdminServices, _ operation: Operation, _ arguments: Arguments, pageSize: Int?) {
    self.services = services
    self.operation = operation
    self.arguments = arguments
    self.pageSize = pageSize
  }

  func expect(_ demand: PageDemand) { self.demand = demand }
  func narrow(to matches: [FieldMatch]) { self.matches += matches }

  func next(_ context: RunContext) throws(RunError) -> ContiguousArray<Value>? {
    do throws(RunError) {
      return try nextPage(context)
    } catch {
      guard isRefusal(error) else { throw error }
      // The filters were our idea: a server that refuses one of their values has no such rows, but
      // whether it has none at all only the whole list tells.
      matches = []
      source = nil
      return try nextPage(context)
    }
  }

  private func nextPage(_ context: RunContext) throws(RunError) -> ContiguousArray<Value>? {
    let source = self.source ?? open()
    self.source = source
    return try context.wait(.read) { () async throws(ClientError) in
      try await source.nextPage()?.rows
    }
  }

  /// Whether the server may have refused a filter that nobody wrote.
  private func isRefusal(_ error: RunError) -> Bool {
    guard let source, source.progress.rows == 0, error.kind == .invalid || error.kind == .notFound
    else { return false }
    return !operation.filters(for: matches, beside: arguments).isEmpty
  }

  private func open() -> PageSource {
    var demand = demand
    demand.pageSize = pageSize
    return services.client.pages(
      operation,
      operation.narrowing(arguments, to: matches),
      demand: demand,
      gate: services.gate
    )
  }

  func begin() { source?.rowTaken() }
  func cancel() { source?.cancel() }
}
