public import StewardValues

extension Operation {
  /// All that is wrong with the arguments, as far as the description tells.
  ///
  /// The checker, the client and the sandbox ask the same question here.
  public func validate(_ arguments: Arguments) -> [Violation] {
    var violations = arguments.entries.filter { parameter($0.name) == nil }.map {
      Violation($0.name, "is no parameter of \(id)")
    }
    for parameter in parameters {
      violations += parameter.validate(arguments[parameter.name])
    }
    if arguments["after_id"] != nil, arguments["before_id"] != nil {
      violations.append(Violation(nil, "only one of after_id and before_id can be given"))
    }
    return violations + pageLimitViolations(arguments)
  }

  /// A limit whose bounds hang on the width of the buckets.
  private func pageLimitViolations(_ arguments: Arguments) -> [Violation] {
    guard case .page(.token(let limit), _) = response, case .byBucketWidth = limit,
      let given = arguments["limit"]?.int
    else { return [] }
    let width = arguments["bucket_width"]?.string ?? parameter("bucket_width")?.defaultValue
    let maximum = limit.maximum(bucketWidth: width)
    return (1...maximum).contains(given)
      ? [] : [Violation("limit", "must be between 1 and \(maximum), not \(given)")]
  }
}

extension PageLimit {
  /// The most rows (or buckets) that one page can have.
  package func maximum(bucketWidth: String?) -> Int {
    switch self {
    case .fixed(_, let maximum): maximum
    case .byBucketWidth(let limits):
      bucketWidth.flatMap { limits[$0]?.maximum } ?? limits.values.map(\.maximum).min() ?? 1
    }
  }
}

extension PageStyle {
  /// The most rows that any page of the list can have.
  package var largestPage: Int {
    switch self {
    case .ids: 1000
    case .token(.fixed(_, let maximum)), .cursor(.fixed(_, let maximum)): maximum
    case .token(.byBucketWidth(let limits)), .cursor(.byBucketWidth(let limits)):
      limits.values.map(\.maximum).max() ?? 1
    }
  }
}

extension Parameter {
  /// What is wrong with a value for this parameter; nil means that it is not given.
  public func validate(_ value: Value?) -> [Violation] {
    guard let value else { return isRequired ? [Violation(name, "is required")] : [] }
    if value.isNull {
      return isNullable ? [] : [Violation(name, "cannot be null: leave it out instead")]
    }
    if let message = type.mismatch(with: value) { return [Violation(name, message)] }
    if let message = constraint?.breach(by: value) { return [Violation(name, message)] }
    return []
  }
}
