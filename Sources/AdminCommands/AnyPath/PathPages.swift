internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

/// The pages of a list that nobody described: the next is asked for when one is used up.
final class PathPages: Pages {
  private let services: AdminServices
  /// The page that was read to find out that it is one.
  private var first: ContiguousArray<Value>?
  private var following: PathRead?

  init(_ services: AdminServices, first: ContiguousArray<Value>, following: PathRead?) {
    self.services = services
    self.first = first
    self.following = following
  }

  func next(_ context: RunContext) throws(RunError) -> ContiguousArray<Value>? {
    if let page = first {
      first = nil
      return page
    }
    guard let read = following else { return nil }
    let answer = try context.wait(.read) { [services] () async throws(ClientError) in
      try await services.client.read(read, gate: services.gate)
    }
    guard let rows = answer.rows else {
      throw RunError(.server, "the server's answer has no list of rows, as the page before had")
    }
    following = answer.next
    return rows
  }

  // One page at a time, of the size that the caller's query says.
  func expect(_ demand: PageDemand) {}
  func narrow(to matches: [FieldMatch]) {}
  func begin() {}
  func cancel() {}
}
