package import StewardValues

/// A call as far as it is known without running anything.
package struct CallSketch {
  package let command: Command
  /// By the parameter's place; nil for what is not given, or not known.
  package let values: [Value?]
  /// Parameters whose values only the run will tell.
  package let unknown: Set<String>
  /// What the pipeline takes of its rows; nil if it takes none, or nobody knows.
  package let demand: Demand?
  /// What the pipeline drops of its rows.
  package let matches: [FieldMatch]
}

/// What a call would ask a server for.
package struct Fetching: Sendable {
  /// A comparison of the pipeline that the server makes too.
  package struct Filter: Sendable {
    package let match: FieldMatch
    /// The flag by which a person would ask for it.
    package let flag: String

    package init(_ match: FieldMatch, flag: String) {
      self.match = match
      self.flag = flag
    }
  }

  /// The first request: `GET /v1/…?limit=100`. What only the run will tell stands as `{name}`.
  package let request: String
  /// How many: `1`, `1 per page of 1000 rows`.
  package let requests: String
  package let filters: [Filter]
  /// What else happens, and what it costs.
  package let notes: [String]

  package init(request: String, requests: String, filters: [Filter], notes: [String]) {
    self.request = request
    self.requests = requests
    self.filters = filters
    self.notes = notes
  }
}
