package import StewardValues

/// The parameters that cut lists into pages: facts for the sandbox, never flags.
package enum Paging {
  /// Of lists that go from object to object.
  package static let ids: [Parameter] = [
    Parameter(
      "limit",
      .query,
      .int,
      "objects a page",
      default: "20",
      constraint: .range(1...1000),
      isPaging: true
    ),
    Parameter("after_id", .query, .string, "the page after this object", isPaging: true),
    Parameter("before_id", .query, .string, "the page before this object", isPaging: true),
  ]

  /// Of lists that hand out a token for the next page.
  package static func token(_ limit: PageLimit) -> [Parameter] {
    var standard: String?
    var bounds: Constraint?
    switch limit {
    case .fixed(let usual, let maximum):
      standard = String(usual)
      bounds = .range(1...maximum)
    case .byBucketWidth: break
    }
    return [
      Parameter(
        "limit",
        .query,
        .int,
        "rows a page",
        default: standard,
        constraint: bounds,
        isPaging: true
      ),
      Parameter("page", .query, .string, "the token that the last page gave", isPaging: true),
    ]
  }

  /// A field that always has one value: `"type": "user"`.
  package static func type(_ value: String) -> Field {
    Field("type", .oneOf(Enumeration("the type \(value)", [value])))
  }
}
