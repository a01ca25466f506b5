/// How a result is written: the choices of `--output`, and what the `to …` commands give.
package enum OutputFormat: String, CaseIterable, Sendable {
  case table, json, ndjson, csv, yaml, md, lines

  /// The format that a file's name asks for by its extension; nil where it asks for none.
  package init?(fileName: String) {
    let format: OutputFormat? =
      switch FilePath.fileExtension(of: fileName) {
      case "json": .json
      case "ndjson", "jsonl": .ndjson
      case "csv": .csv
      case "md": .md
      case "yaml", "yml": .yaml
      case "txt": .lines
      default: nil
      }
    guard let format else { return nil }
    self = format
  }

  /// The extensions that ``init(fileName:)`` knows, for messages.
  static let extensions = ".json .ndjson .csv .md .yaml .txt"
}
