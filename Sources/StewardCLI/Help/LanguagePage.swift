/// The language on one screen.
enum LanguagePage {
  static var text: String { beginning + stages + "\n\n" + prefixes + end }

  private static let beginning = """
    COMMANDS   words, then flags; | hands rows on
      users list --roles admin,billing | where added_at < ago(90d) | count
      In where, select and sort a bare word is a field; text stands in quotes.

    STAGES     after a |, beside the commands

    """

  private static var stages: String {
    let rows = QueryStage.all.map { (name: $0.usage, meaning: $0.summary) }
    return Columns.table(rows).joined(separator: "\n")
  }

  private static var prefixes: String {
    let rows = Prefix.all.map { (name: "\($0.name) PIPELINE", meaning: $0.summary) }
    return (["PREFIXES   before a pipeline"] + Columns.table(rows)).joined(separator: "\n")
  }

  private static let end = """


    VALUES     null true 42 1.25 12.50USD 90d @2026-10-01 "text" 'raw' [1, 2] {a: 1}
      "$name and $(users list | count)" fills in variables and pipelines.
      $row.field, $row.field? for what may be null, ?? for a value in its place

    STATEMENTS
      let people = (users list)          never changes; mut does: $n += 1
      for p in $people { print $p.email }
      if $n > 3 { … } else { … }         while, match, try { … } catch e { … }
      def stale (days: int) { … }        a command of your own
      each {|u| users get $u.id }        a closure

    A mistake is found before anything is sent. `help commands`, `help functions`.

    """
}
