internal import StewardRuntime
internal import StewardSyntax

/// What the help says of the stages that are grammar and no commands.
extension QueryVerb {
  /// The pieces of a line, without the rows before it.
  var usage: [String] {
    switch self {
    case .where: ["where CONDITION"]
    case .select: ["select FIELD", "[, NAME = EXPRESSION …]"]
    case .extend: ["extend NAME = EXPRESSION", "[, …]"]
    case .drop: ["drop FIELD", "[, …]"]
    case .sort: ["sort", "[EXPRESSION [desc]", "[, …]]"]
    case .group: ["group FIELD", "[, …]", "[{ NAME = AGGREGATE", "[, …] }]"]
    case .agg: ["agg NAME = AGGREGATE", "[, …]"]
    case .sum, .avg, .min, .max: ["\(rawValue) [EXPRESSION]"]
    case .join:
      ["join", "[left|inner|full|semi|anti]", "$ROWS", "as NAME", "on FIELD == NAME.FIELD"]
    }
  }

  /// One sentence, without a full stop.
  var summary: String {
    switch self {
    case .where: "The rows for which a condition is true"
    case .select: "Rows of just these fields, in this order"
    case .extend: "Rows with more fields, or with other values in fields that are there"
    case .drop: "Rows without these fields"
    case .sort: "The rows in order"
    case .group: "One row for each group of rows"
    case .agg: "One record about all rows"
    case .sum: "The sum over all rows, exactly"
    case .avg: "The mean over all rows"
    case .min: "The least value over all rows"
    case .max: "The greatest value over all rows"
    case .join: "Each row together with the rows of another list that match it"
    }
  }

  /// A paragraph each.
  var notes: [String] {
    switch self {
    case .where:
      [
        "A bare word is a field of the row, text stands in quotes: `role == \"admin\"`.",
        "A comparison with null is neither true nor false, and drops the row.",
      ]
    case .select:
      [
        "A path takes its last name: `created_by?.id` becomes `id`. Any other expression needs one: `name = …`."
      ]
    case .extend: ["A field that is there gets the new value, and keeps its place."]
    case .drop: ["The other fields keep their order."]
    case .sort:
      [
        "Stable: rows that are equal keep their order. Nulls come last, either way round. Without an expression the rows themselves are compared."
      ]
    case .group:
      [
        "Groups come in the order in which they first appear. Without braces each has its keys and `count`.",
        "`help agg` lists the functions over many rows.",
      ]
    case .agg:
      ["The functions are: \(AggregateFunction.allCases.map(\.name).joined(separator: ", "))."]
    case .sum: ["Nulls are left out. Of no rows it is zero of the column's type."] + Self.ofRow
    case .avg: ["Nulls are left out. Of no values it is null."] + Self.ofRow
    case .min, .max: ["Nulls are left out. Of no values it is null."] + Self.ofRow
    case .join:
      [
        "`inner`, which is meant without a word: rows with a match. `left`: all rows, with null where nothing matches. `full`: the other list's rows too. `semi`: rows that have a match, `anti`: rows that have none, both as they are.",
        "What is joined is one record in the field NAME; several matches give several rows. Null matches nothing.",
      ]
    }
  }

  private static let ofRow = ["Without an expression the rows themselves are taken."]

  /// They run on the sandbox.
  var examples: [String] {
    switch self {
    case .where: [#"users list | where role == "admin" and added_at < ago(90d)"#]
    case .select: ["users list | select email, joined = date_of(added_at)"]
    case .extend: ["users list | extend domain = domain(email)"]
    case .drop: ["users list | drop id, type"]
    case .sort: ["users list | sort role, added_at desc"]
    case .group:
      ["users list | group role", "users list | group role { n = count(), last = max(added_at) }"]
    case .agg: ["users list | agg people = count(), first = min(added_at)"]
    case .sum: ["cost-report list --starting-at (month_start()) | flatten results | sum amount"]
    case .avg: ["[1, 2, 6] | avg"]
    case .min: ["users list | min added_at"]
    case .max: ["users list | max added_at"]
    case .join:
      [
        "let people = (users list)\napi-keys list | join left $people as p on created_by?.id == p.id | select name, maker = p?.email"
      ]
    }
  }
}
