/// The ordinary commands of the language. Query verbs such as `where` are grammar, not commands.
package enum BuiltinCommands {
  package static let all: [Command] = rows + formats + files + control

  private static let rows: [Command] = [
    .first, .last, .skip, .takeWhile, .one, .count, .uniq, .reverse, .enumerate, .flatten, .get,
    .columns, .each, .parallelEach, .tap, .collect, .chunk, .rename, .describe, .pivot, .diff,
  ]
  private static let formats: [Command] = [
    .table, .toJSON, .toNDJSON, .toCSV, .toMarkdown, .toYAML, .toText, .toLines, .fromJSON,
    .fromNDJSON, .fromCSV, .fromLines,
  ]
  private static let files: [Command] = [.open, .save]
  private static let control: [Command] = [
    .print, .warn, .log, .confirm, .exit, .sleep, .call, .reveal,
  ]
}
