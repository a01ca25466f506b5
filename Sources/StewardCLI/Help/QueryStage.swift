/// The stages of a pipeline that are grammar and no commands.
struct QueryStage {
  let name: String
  let usage: String
  let summary: String

  static let all = [
    QueryStage("where", "where CONDITION", "the rows for which it is true"),
    QueryStage("select", "select FIELD, NAME = EXPRESSION, …", "rows of just these fields"),
    QueryStage("extend", "extend NAME = EXPRESSION, …", "rows with more fields"),
    QueryStage("drop", "drop FIELD, …", "rows without these fields"),
    QueryStage("sort", "sort EXPRESSION [desc], …", "the rows in order, nulls last"),
    QueryStage(
      "group",
      "group FIELD, … { NAME = AGGREGATE, … }",
      "one row for each group; without braces its count"
    ),
    QueryStage("agg", "agg NAME = AGGREGATE, …", "one record about all rows"),
    QueryStage("sum", "sum [EXPRESSION]", "the sum over all rows"),
    QueryStage("avg", "avg [EXPRESSION]", "the average over all rows"),
    QueryStage("min", "min [EXPRESSION]", "the smallest over all rows"),
    QueryStage("max", "max [EXPRESSION]", "the largest over all rows"),
    QueryStage(
      "join",
      "join [left|inner|full|semi|anti] $ROWS as NAME on LEFT == RIGHT",
      "each row with those of another list"
    ),
  ]

  private init(_ name: String, _ usage: String, _ summary: String) {
    self.name = name
    self.usage = usage
    self.summary = summary
  }

  static func named(_ name: String) -> QueryStage? { all.first { $0.name == name } }

  var text: String { "ROWS | \(usage)\n  \(summary)\n" }
}
