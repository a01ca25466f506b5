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
  private var source: PageSource?

  init(_ services: AdminServices, _ operation: Operation, _ arguments: Arguments, pageSize: Int?) {
    self.services = services
    self.operation = operation
    self.arguments = arguments
    self.pageSize = pageSize
  }

  func expect(_ demand: PageDemand) { self.demand = demand }

  func next(_ context: RunContext) throws(RunError) -> ContiguousArray<Value>? {
    let source = self.source ?? open()
    self.source = source
    return try context.wait(.read) { () async throws(ClientError) in
      try await source.nextPage()?.rows
    }
  }

  private func open() -> PageSource {
    var demand = demand
    demand.pageSize = pageSize
    return services.client.pages(operation, arguments, demand: demand, gate: services.gate)
  }

  func begin() { source?.rowTaken() }
  func cancel() { source?.cancel() }
}
