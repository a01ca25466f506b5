internal import StewardValues

extension Command {
  static let table = Command(
    "table",
    "Rows as a table for people, a record as names and values",
    input: .value,
    notes: [
      "The widths come from the first 100 rows; after that it streams. Money is rounded to cents.",
      "On a terminal lines are cut to its width; a number never is.",
    ],
    examples: [CommandExample("[{a: 1}, {a: 2}] | table", "a header, the rows and their number")],
    searchTerms: ["format", "print", "columns", "pretty"],
    output: { _ in .text },
    holds: { _ in OutputFormat.table.holding(.any) },
    run: { call, context throws(RunError) in
      call.written(ResultWriter(.table, width: context.host.terminalWidth))
    }
  )

  static let toJSON = conversion(
    "json",
    .json,
    "One line of compact JSON",
    CommandExample("[{a: 1}] | to json", #"[{"a":1}]"#)
  )

  static let toNDJSON = conversion(
    "ndjson",
    .ndjson,
    "JSON, one row a line",
    CommandExample("[{a: 1}, {a: 2}] | to ndjson", "two lines"),
    searchTerms: ["jsonl", "lines"]
  )

  static let toMarkdown = conversion(
    "md",
    .md,
    "A Markdown table; rows that are no records as a list",
    CommandExample("[{a: 1}] | to md", "a table of three lines"),
    searchTerms: ["markdown"]
  )

  static let toYAML = conversion(
    "yaml",
    .yaml,
    "YAML",
    CommandExample("{a: [1, 2]} | to yaml", "three lines")
  )

  static let toLines = conversion(
    "lines",
    .lines,
    "One row a line; the fields of a record with tabs between them",
    CommandExample(#"["a", "b"] | to lines"#, "two lines"),
    searchTerms: ["tsv", "plain"]
  )

  static let toText = Command(
    "to text",
    "Text as `table` has it, without cuts and without the number of rows",
    input: .value,
    examples: [CommandExample("[{a: 1}] | to text", "a table to send in a message")],
    searchTerms: ["string", "plain"],
    output: { _ in .text },
    holds: { _ in OutputFormat.table.holding(.any) },
    isOutlet: true,
    run: { call, _ throws(RunError) in call.written(ResultWriter(.table, countsRows: false)) }
  )

  static let toCSV = Command(
    "to csv",
    "CSV with a header",
    parameters: [
      CommandParameter(
        "excel-safe",
        .toggle,
        .bool,
        "Puts a ' in front of text that a spreadsheet would compute"
      ),
      CommandParameter("separator", .flag, .string, "One character between cells", default: ","),
    ],
    input: .value,
    notes: [
      "Amounts are plain numbers; their currency is in the header: amount (USD).",
      "It streams where the fields of the rows are known before the run, otherwise it holds them.",
    ],
    examples: [CommandExample("[{a: 1, b: null}] | to csv", "a header and a line")],
    searchTerms: ["excel", "spreadsheet"],
    output: { _ in .text },
    holds: { OutputFormat.csv.holding($0.row) },
    isOutlet: true,
    validate: { call in
      guard let text = call["separator"]?.constant?.string, CSVStyle.separator(text) == nil else {
        return []
      }
      return [CSVStyle.separatorProblem]
    },
    run: { call, _ throws(RunError) in
      let style = CSVStyle(
        separator: try call.separator(),
        isExcelSafe: call.isOn("excel-safe")
      )
      return call.written(ResultWriter(.csv, csv: style))
    }
  )

  private static func conversion(
    _ word: String,
    _ format: OutputFormat,
    _ summary: String,
    _ example: CommandExample,
    searchTerms: [String] = []
  ) -> Command {
    Command(
      "to \(word)",
      summary,
      input: .value,
      examples: [example],
      searchTerms: searchTerms,
      output: { _ in .text },
      holds: { format.holding($0.row) },
      isOutlet: true,
      run: { call, _ throws(RunError) in call.written(ResultWriter(format)) }
    )
  }
}

extension CSVStyle {
  /// A character that can separate cells; nil for any other text.
  static func separator(_ text: String) -> UInt8? {
    guard let byte = text.utf8.first, text.utf8.count == 1, byte == 9 || (32..<127).contains(byte),
      byte != UInt8(ascii: "\"")
    else { return nil }
    return byte
  }

  static let separatorProblem = ArgumentProblem(
    "separator",
    "E0304",
    "a separator is one character, such as ; or a tab",
    hint: #"write --separator ";" or --separator "\t""#
  )
}

extension Call {
  /// The input in a format, made as it is pulled.
  fileprivate func written(_ writer: ResultWriter) -> Output {
    .text(writer.of(context).text(of: input ?? .nothing, type: inputType))
  }

  /// The `--separator` of CSV.
  func separator() throws(RunError) -> UInt8 {
    guard let text = text("separator") else { return UInt8(ascii: ",") }
    guard let byte = CSVStyle.separator(text) else {
      throw site.error(.invalid, CSVStyle.separatorProblem.message)
    }
    return byte
  }
}
