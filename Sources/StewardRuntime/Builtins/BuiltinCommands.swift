/// The ordinary commands of the language. Query verbs such as `where` are grammar, not commands.
package enum BuiltinCommands {
  package static let all: [Command] = areas.flatMap(\.members)

  /// As the help and the reference group them.
  package static let areas: [Area<Command>] = [
    Area("Some of the rows", [.first, .last, .skip, .takeWhile, .one, .uniq]),
    Area("Each row", [.each, .parallelEach, .tap]),
    Area(
      "Rows in another form",
      [
        .get, .flatten, .rename, .enumerate, .reverse, .chunk, .pivot, .collect,
      ]
    ),
    Area("About the rows", [.count, .columns, .describe, .diff]),
    Area(
      "Formats",
      [
        .table, .toJSON, .toNDJSON, .toCSV, .toMarkdown, .toYAML, .toText, .toLines, .fromJSON,
        .fromNDJSON, .fromCSV, .fromLines,
      ]
    ),
    Area("Files", [.open, .save]),
    Area("Messages and questions", [.print, .warn, .log, .confirm]),
    Area("Control", [.call, .sleep, .exit, .reveal]),
  ]
}

/// What belongs together in the help and the reference.
package struct Area<Member: Sendable>: Sendable {
  /// A heading.
  package let title: String
  package let members: [Member]

  init(_ title: String, _ members: [Member]) {
    self.title = title
    self.members = members
  }
}
