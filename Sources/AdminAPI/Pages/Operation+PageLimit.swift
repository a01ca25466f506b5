internal import StewardValues

extension Operation {
  /// The `limit` of one page of a list.
  ///
  /// - Parameters:
  ///   - number: 1 for the first page.
  ///   - taken: Rows that earlier pages gave, or were asked for.
  ///   - arguments: Those of the call: some lists have pages by the width of their buckets.
  ///   - demand: What the consumer takes.
  /// - Returns: Nil for an operation that answers with one object.
  func limit(
    ofPage number: Int,
    taken: Int,
    _ arguments: Arguments,
    _ demand: PageDemand
  ) -> Int? {
    guard case .page(let style, _) = response, parameter("limit") != nil else { return nil }
    switch style {
    case .ids:
      let maximum = parameter("limit")?.largest ?? style.largestPage
      return demand.limit(ofPage: number, taken: taken, maximum: maximum, isFixed: false)
    case .token(let pageLimit), .cursor(let pageLimit):
      let width =
        arguments["bucket_width"]?.string ?? parameter("bucket_width")?.defaultValue
      let maximum = pageLimit.maximum(bucketWidth: width)
      return demand.limit(ofPage: number, taken: taken, maximum: maximum, isFixed: true)
    }
  }

  /// The `limit` with which a list begins; nil for an operation that answers with one object.
  package func firstPage(_ arguments: Arguments, _ demand: PageDemand = PageDemand()) -> Int? {
    limit(ofPage: 1, taken: 0, arguments, demand)
  }
}

extension Parameter {
  /// The upper bound of a number; nil where none is known.
  fileprivate var largest: Int? {
    if case .range(let range)? = constraint { range.upperBound } else { nil }
  }
}
