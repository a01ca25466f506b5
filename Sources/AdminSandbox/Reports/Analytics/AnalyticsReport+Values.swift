internal import StewardValues

/// What a row says.
extension AnalyticsReport {
  func write(time minutes: Range<Int>, _ values: inout RowValues) {
    values["starting_at"] = .datetime(Timestamp(minute: minutes.lowerBound))
    values["ending_at"] = .datetime(Timestamp(minute: minutes.upperBound))
  }

  /// A row of the older reports, which have all values side by side.
  func result(_ row: Row) -> RowValues {
    var values = RowValues()
    for (name, text) in row.group { values[name] = Value(text) }
    for (name, text) in row.kind { values[name] = Value(text) }
    write(row, "", &values)
    return values
  }

  func write(_ row: Row, _ prefix: String, _ values: inout RowValues) {
    let isSplit = query.dimensions.contains("cost_type") || query.dimensions.contains("token_type")
    values[prefix + "requests"] = isSplit ? .null : .int(row.totals.requests)
    guard kind == .usage else {
      values[prefix + "amount"] = Value(Cents.text(row.totals.cost))
      values[prefix + "list_amount"] = Value(Cents.text(row.totals.listCost))
      values[prefix + "currency"] = Value("USD")
      return
    }
    let amounts = row.totals.amounts
    for meter in Meter.allCases {
      guard let name = meter.tokenType else { continue }
      values[prefix + name] = .int(amounts[meter])
    }
    values[prefix + "server_tool_use.web_search_requests"] = .int(amounts[.webSearch])
    values[prefix + "total_tokens"] = .int(row.totals.tokens)
  }
}
