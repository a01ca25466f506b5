/// What a row of a report counts.
struct AnalyticsTotals {
  var amounts = Amounts()
  /// In billionths of a cent.
  var cost = 0
  var listCost = 0
  var requests: Int { amounts.requests }

  static func += (left: inout AnalyticsTotals, right: AnalyticsTotals) {
    left.amounts += right.amounts
    left.cost += right.cost
    left.listCost += right.listCost
  }

  var tokens: Int {
    Meter.allCases.reduce(0) { $1.tokenType == nil ? $0 : $0 + amounts[$1] }
  }

  /// The number by which rows are ranked.
  func rank(by name: String) -> Int {
    switch name {
    case "amount": cost
    case "list_amount": listCost
    case "output_tokens": amounts[.output]
    case "requests": requests
    case "uncached_input_tokens": amounts[.uncachedInput]
    default: tokens
    }
  }
}

extension AnalyticsPart {
  /// What the part counts in some minutes.
  func totals(_ usage: UsageFacts, _ minutes: Range<Int>) -> AnalyticsTotals {
    let all = usage.amounts(ofStream: stream.index, overDays: minutes)
    var totals = AnalyticsTotals()
    totals.amounts.requests = all.requests
    for meter in meters {
      totals.amounts[meter] = all[meter]
      // Priority Tier is paid for by commitment.
      if stream.dimensions.tier == "priority" { continue }
      totals.cost += all[meter] * meter.price(stream.dimensions)
      totals.listCost += all[meter] * meter.listPrice(stream.dimensions)
    }
    return totals
  }
}
