/// How much of each meter.
struct Amounts: Sendable {
  private var values = InlineArray<7, Int>(repeating: 0)
  /// Requests that used them; no meter, since nobody pays for a request.
  var requests = 0

  subscript(meter: Meter) -> Int {
    get { values[meter.rawValue] }
    set { values[meter.rawValue] = newValue }
  }

  var isZero: Bool { values.indices.allSatisfy { values[$0] == 0 } }

  static func += (left: inout Amounts, right: Amounts) {
    for index in left.values.indices { left.values[index] += right.values[index] }
    left.requests += right.requests
  }

  /// Each value by itself.
  func map(_ transform: (Int) -> Int) -> Amounts {
    var result = self
    for index in values.indices { result.values[index] = transform(values[index]) }
    result.requests = transform(requests)
    return result
  }

  func minus(_ other: Amounts) -> Amounts {
    var result = self
    for index in values.indices { result.values[index] -= other.values[index] }
    result.requests -= other.requests
    return result
  }
}
