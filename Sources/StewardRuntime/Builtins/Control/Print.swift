internal import StewardValues

extension Command {
  static let print = Command(
    "print",
    "Writes values on one line of standard output",
    parameters: [
      CommandParameter("values", .rest, .any, "Separated by one blank; records as compact JSON")
    ],
    examples: [CommandExample(#"print "total:" (12.50USD)"#, "total: 12.50 USD")],
    searchTerms: ["echo", "puts", "write", "say"],
    output: { _ in .nothing },
    isOutlet: true,
    run: { call, context throws(RunError) in
      guard !context.host.isRecording else { return .nothing }
      let line = try call.line(isTerminal: context.host.terminalWidth != nil)
      try context.host.write(Array(line.utf8) + [UInt8(ascii: "\n")])
      return .nothing
    }
  )

  static let warn = note(
    "warn",
    "Writes a warning on standard error",
    .warning,
    CommandExample(#"warn "over budget""#, "does not stop the script")
  )

  static let log = note(
    "log",
    "Writes a line on standard error",
    .log,
    CommandExample(#"log "page done""#, "progress that no pipe sees")
  )

  private static func note(
    _ word: String,
    _ summary: String,
    _ importance: NoteImportance,
    _ example: CommandExample
  ) -> Command {
    Command(
      word,
      summary,
      parameters: [
        CommandParameter("values", .rest, .any, "Separated by one blank; records as compact JSON")
      ],
      examples: [example],
      searchTerms: ["stderr", "message", "progress"],
      output: { _ in .nothing },
      isOutlet: true,
      run: { call, context throws(RunError) in
        guard !context.host.isRecording else { return .nothing }
        context.host.note(try call.line(isTerminal: true), importance)
        return .nothing
      }
    )
  }
}

extension Call {
  /// The values of `print` as one line; what a terminal would obey is escaped.
  fileprivate func line(isTerminal: Bool) throws(RunError) -> String {
    let line = try context.text(of: Array(self["values"]?.list ?? []), separator: " ")
    return isTerminal ? escapingControls(line, keepingLines: true) : line
  }
}
