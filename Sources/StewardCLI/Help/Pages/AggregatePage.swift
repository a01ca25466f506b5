internal import StewardRuntime

/// The help on one function over many rows: `pct` in `agg p95 = pct(seconds, 95)`.
struct AggregatePage {
  private let function: AggregateFunction

  init(_ function: AggregateFunction) { self.function = function }

  /// `pct(value, percentage)`.
  var usage: String { FunctionPage.usage(function.name, function.parameters) }

  var page: HelpPage {
    HelpPage(
      .aggregate,
      function.name,
      function.summary,
      [
        HelpSection("usage", [.usage(["ROWS |", "agg", "NAME = \(usage)"])]),
        HelpSection(nil, [.terms([HelpTerm("takes", function.expectation)])]),
        HelpSection("example", [.examples([(code: example, meaning: "")])]),
        HelpSection("see also", [.pages(["agg", "group"])]),
      ]
    )
  }

  /// It runs without an organization.
  var example: String {
    let rows = "[{n: 1, ok: true}, {n: 4, ok: false}]"
    let call =
      switch function {
      case .count: "count()"
      case .countIf: "count_if(ok)"
      case .pct: "pct(n, 95)"
      default: "\(function.name)(n)"
      }
    return "\(rows) | agg x = \(call)"
  }
}
