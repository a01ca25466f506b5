package import StewardValues

/// The parameters that cut lists into pages: facts for the sandbox, never flags.
package enum Paging {
  /// Of lists that go from object to object.
  package static let ids: [Parameter] = ids(1...1000)

  /// The same with other bounds of `limit`.
  package static func ids(_ bounds: ClosedRange<Int>, usual: Int = 20) -> [Parameter] {
    [
      Parameter(
        "limit",
        .query,
        .int,
        "objects a page",
        default: String(usual),
        constraint: .range(bounds),
        isPaging: true
      ),
      Parameter("after_id", .query, .string, "the page after this object", isPaging: true),
      Parameter("before_id", .query, .string, "the page before this object", isPaging: true),
    ]
  }

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

  /// Of lists whose pages can have up to `maximum` rows, by default `usual`.
  package static func token(_ usual: Int, _ maximum: Int) -> [Parameter] {
    token(.fixed(default: usual, maximum: maximum))
  }

  /// Of lists that come whole unless a limit is given.
  package static func token(upTo maximum: Int) -> [Parameter] {
    token(1, maximum).map { parameter in
      guard parameter.name == "limit" else { return parameter }
      return Parameter(
        "limit",
        .query,
        .int,
        "rows a page; without it all come at once",
        constraint: .range(1...maximum),
        isPaging: true
      )
    }
  }

  /// A field that always has one value: `"type": "user"`.
  package static func type(_ value: String) -> Field {
    Field("type", .oneOf(Enumeration("the type \(value)", [value])))
  }
}
