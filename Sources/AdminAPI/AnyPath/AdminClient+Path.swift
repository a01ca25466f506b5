public import StewardValues

/// What the server said to a read of a path.
public struct PathAnswer: Sendable {
  /// The whole answer, as it came.
  public let value: Value
  /// The rows of a page; nil for an answer that is none.
  public var rows: ContiguousArray<Value>? { value.record?["data"]?.list }
  /// What reads the page after it; nil after the last one.
  public let next: PathRead?
}

extension AdminClient {
  /// Reads any path, one page at a time: the way to operations that the catalog does not have.
  ///
  /// Paced, retried and traced as every other read. Nothing is known of the rows: amounts stay the
  /// texts that the server sent.
  public func read(
    _ read: PathRead,
    gate: Gate? = nil
  ) async throws(ClientError) -> PathAnswer {
    try read.checkReachable()
    let request = try authorized(Request(.get, read.path, query: read.query))
    do throws(ClientError) {
      let response = try await self.read(request, read.budget, gate).response
      var reader = JSONReader()
      let value = try Wire.read(response.body, &reader)
      return PathAnswer(value: value, next: read.following(value))
    } catch {
      throw read.failed(error)
    }
  }
}
