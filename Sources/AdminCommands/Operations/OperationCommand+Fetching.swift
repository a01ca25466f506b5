internal import AdminAPI
internal import StewardRuntime
internal import StewardValues

extension OperationCommand {
  /// What a call would send, as far as it is known.
  func fetching(_ sketch: CallSketch) -> Fetching {
    var arguments = Arguments()
    var unknown: Set<String> = []
    for (parameter, value) in zip(parameters, sketch.values) {
      if sketch.unknown.contains(parameter.commandName) {
        unknown.insert(parameter.name)
      } else if let value {
        arguments[parameter.name] = value
      }
    }
    let names = operation.names(in: arguments)
    for name in names {
      unknown.insert(name.parameter)
      arguments[name.parameter] = nil
    }
    // A filter that somebody wrote is not set again, whatever its value.
    let given = unknown.reduce(into: arguments) { $0[$1] = .null }
    let filters = operation.filters(for: sketch.matches, beside: given)
    for filter in filters { arguments[filter.parameter.name] = filter.value }
    var demand = PageDemand(sketch.demand ?? Demand())
    demand.pageSize = pageSize(sketch)
    let limit = operation.firstPage(arguments, demand)
    if let limit { arguments["limit"] = .int(limit) }
    return Fetching(
      request: RequestSketch(operation, arguments, unknown: unknown).text,
      requests: requests(limit, demand),
      filters: filters.map { Fetching.Filter($0.match, flag: "--\($0.parameter.commandName)") },
      notes: operation.consequences + [operation.budget.note]
    )
  }

  private func pageSize(_ sketch: CallSketch) -> Int? {
    guard pageStyle != nil, let last = sketch.values.last else { return nil }
    return last?.int
  }

  private func requests(_ limit: Int?, _ demand: PageDemand) -> String {
    guard let limit else { return "1" }
    let page = "1 per page of \(limit) rows"
    guard let rows = demand.rows else {
      return demand.drains ? "\(page), to the last page" : "\(page), as they are wanted"
    }
    return rows <= limit ? "1" : "at most \((rows + limit - 1) / limit)"
  }
}

extension Budget {
  fileprivate var note: String {
    "at most \(perMinute) requests a minute (\(rawValue))"
  }
}
