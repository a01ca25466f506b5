internal import StewardSyntax
internal import StewardValues

extension Command {
  static let open = Command(
    "open",
    "Reads a file: rows from .json, .ndjson and .csv, text from any other",
    parameters: [
      CommandParameter(
        "file",
        .positional,
        .string,
        required: true,
        "The file's name; - is standard input",
        meaning: .file
      ),
      CommandParameter(
        "as",
        .flag,
        .oneOf(InputFormat.enumeration),
        "The format, whatever the name says"
      ),
    ] + .csvReading,
    notes: [
      "A name that does not begin with / is below the file root; ~/ is the home folder.",
      "NDJSON, CSV and text are read as they are pulled, and of NDJSON only the fields that are "
        + "used. Every cell of CSV is text, an empty one null.",
    ],
    examples: [
      CommandExample("open people.csv | where role == \"admin\"", "rows of a file"),
      CommandExample("open --as ndjson - | count", "standard input"),
    ],
    searchTerms: ["read", "load", "cat", "import", "file", "stdin"],
    output: { Opening.format(of: $0)?.type(of: $0) ?? .any },
    effects: { _ in .file },
    validate: { Opening.problems(of: $0) },
    run: { call, _ throws(RunError) in
      let name = call.text("file") ?? ""
      let format =
        call.text("as").flatMap(InputFormat.init(rawValue:)) ?? InputFormat(fileName: name)
      return try format.output(of: try Opening.input(name, call), call)
    }
  )
}

/// Parts of `open`.
enum Opening {
  /// The format, if it is known before the run.
  static func format(of call: CheckedCall) -> InputFormat? {
    if let argument = call["as"] {
      return argument.constant?.string.flatMap(InputFormat.init(rawValue:))
    }
    return call["file"]?.constant?.string.map(InputFormat.init(fileName:))
  }

  /// Options of CSV for what is none, and wrong options.
  static func problems(of call: CheckedCall) -> [ArgumentProblem] {
    guard let format = format(of: call), format != .csv else { return call.csvReadingProblems }
    return ["types", "rename", "separator"].filter { call[$0] != nil }.map { name in
      ArgumentProblem(
        name,
        "E0303",
        "`--\(name)` is for CSV, and this is read as \(format.rawValue)",
        hint: "--as csv reads it as CSV"
      )
    }
  }

  static func input(_ name: String, _ call: Call) throws(RunError) -> InputBytes {
    let host = call.context.host
    if name == "-" { return InputBytes(name: "standard input", try host.standardInput()) }
    let path = FilePath.expandingHome(name, home: host.environment("HOME"))
    do throws(FileError) {
      let place = FilePath.absolute(path, below: host.fileRoot)
      let file =
        host.confinesReading
        ? try OpenFile(path, below: FileRoot(path: host.fileRoot))
        : try OpenFile(place, named: name)
      host.didOpen(place)
      return InputBytes(name: name, file.source(call.context.cancellation), file: file)
    } catch {
      throw error.error("read", call.site)
    }
  }
}
