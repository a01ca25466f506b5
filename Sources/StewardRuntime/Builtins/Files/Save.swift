internal import StewardSyntax
internal import StewardValues

extension Command {
  static let save = Command(
    "save",
    "Writes rows or text to a file, whole or not at all",
    parameters: [
      CommandParameter(
        "file",
        .positional,
        .string,
        required: true,
        "The file's name",
        meaning: .file
      ),
      CommandParameter("content", .positional, .any, "What to write, instead of the input"),
      CommandParameter("force", .toggle, .bool, "Replaces a file that is there"),
      CommandParameter("mkdir", .toggle, .bool, "Makes missing folders"),
      CommandParameter(
        "partition",
        .flag,
        .string,
        "One file for each value of this field: keys-active.csv"
      ),
    ],
    input: .optionalValue,
    notes: [
      "Rows are written in the format of the extension: \(OutputFormat.extensions). Text is "
        + "written as it is.",
      "Only below the file root (`--file-root`, by default the working directory), and never "
        + "through a symbolic link.",
    ],
    examples: [
      CommandExample("[{a: 1}] | save --force rows.csv", "two lines of CSV"),
      CommandExample(#"save --force note.txt "done""#, "text"),
    ],
    searchTerms: ["write", "export", "redirect", "file", "tee"],
    output: { _ in .nothing },
    effects: { _ in .file },
    holds: { Saving.holding(of: $0) },
    holdsFilesBack: true,
    isOutlet: true,
    validate: { Saving.problems(of: $0) },
    run: { call, context throws(RunError) in
      let saving = try Saving(call, context)
      try saving.rehearse()
      if let field = call.text("partition") {
        try saving.saveParts(by: field)
      } else {
        try saving.saveWhole()
      }
      return .nothing
    }
  )
}

/// One call of `save`.
struct Saving {
  private let call: Call
  private let file: String
  private let root: FileRoot
  private let writer: ResultWriter?
  private let replaces: Bool
  private let makesFolders: Bool
  /// In a rehearsal everything is done but the writing.
  private let host: any RunHost

  init(_ call: Call, _ context: RunContext) throws(RunError) {
    self.call = call
    let home = context.host.environment("HOME")
    file = FilePath.expandingHome(call.text("file") ?? "", home: home)
    root = FileRoot(path: context.host.fileRoot)
    writer = OutputFormat(fileName: file).map { ResultWriter($0, countsRows: false).of(context) }
    replaces = call.isOn("force") || context.host.hasSaved(file)
    makesFolders = call.isOn("mkdir")
    host = context.host
  }

  static func problems(of call: CheckedCall) -> [ArgumentProblem] {
    var problems = call["partition"] == nil ? [] : call.unknownField("partition")
    if call["content"] == nil, call.input == nil {
      problems.append(
        ArgumentProblem(
          "file",
          "E0303",
          "nothing to save",
          hint: #"rows | save FILE, or save FILE "text""#
        )
      )
    }
    guard let file = call["file"]?.constant?.string, OutputFormat(fileName: file) == nil,
      needsFormat(call["content"]?.type ?? call.input)
    else { return problems }
    return problems + [
      ArgumentProblem(
        "file",
        "E0704",
        "no format for rows in the name `\(file)`",
        hint: "use one of \(OutputFormat.extensions), or say it: | to csv | save FILE"
      )
    ]
  }

  static func holding(of call: CheckedCall) -> Holding? {
    guard call["partition"] == nil else { return .rows }
    return call["file"]?.constant?.string.flatMap(OutputFormat.init(fileName:))?.holding(call.row)
  }

  private static func needsFormat(_ type: DataType?) -> Bool {
    switch type?.unwrapped {
    case .stream, .list, .record, .map: true
    default: false
    }
  }

  /// In the first of two passes: finds what would refuse the file when changes have been made. A
  /// missing folder may be made by an earlier `save` of the script.
  func rehearse() throws(RunError) {
    guard !host.writesFiles, call.text("partition") == nil else { return }
    do throws(FileError) {
      let (folder, name) = try root.open(file, makesFolders: false)
      try NewFile.check(folder, name, file, replaces: replaces)
    } catch {
      if !error.lacksFolder { throw error.error("write", call.site) }
    }
  }

  func saveWhole() throws(RunError) {
    let text = try text()
    let new = try begin(file)
    var byteCount = 0
    do throws(RunError) {
      while let piece = try text.next() {
        byteCount += piece.count
        try append(piece, to: new)
      }
    } catch {
      text.cancel()
      throw error
    }
    try commit(new, file, byteCount)
  }

  /// All files are complete before the first one takes its place.
  func saveParts(by field: String) throws(RunError) {
    var parts = Partition(field: field, call.site, call.context.budget)
    let rows = try self.rows()
    rows.expect(.all)
    while let row = try rows.next() {
      try call.evaluator.step()
      try parts.add(row)
    }
    guard let writer else { throw unknownFormat() }
    var files: [(new: NewFile?, path: String, byteCount: Int)] = []
    for (name, rows) in try parts.named() {
      let path = FilePath.adding("-\(name)", to: file)
      let new = try begin(path)
      let text = writer.text(of: .rows(ListStream(rows)), type: call.inputType)
      var byteCount = 0
      while let piece = try text.next() {
        byteCount += piece.count
        try append(piece, to: new)
      }
      files.append((new, path, byteCount))
    }
    for file in files { try commit(file.new, file.path, file.byteCount) }
  }

  // MARK: - Content

  /// Text as it is; anything else in the format of the file's name.
  private func text() throws(RunError) -> TextStream {
    let content = call["content"].map { Output.value($0) } ?? call.input ?? .nothing
    switch content {
    case .text(let stream): return stream
    case .value(.string(let box)): return PieceStream([Array(box.string.utf8)])
    case .value(.secret):
      throw call.site.error(.invalid, "a secret cannot be saved")
    case .nothing:
      throw call.site.error(.invalid, "nothing to save", help: "rows | save FILE")
    case .value, .rows:
      guard let writer else { throw unknownFormat() }
      let type = call["content"] == nil ? call.inputType : .any
      return EndedText(writer.text(of: content, type: type))
    }
  }

  private func rows() throws(RunError) -> RowStream {
    guard let content = call["content"] else { return try call.rows() }
    if case .list(let list) = content { return ListStream(list.values) }
    return ListStream([content])
  }

  private func unknownFormat() -> RunError {
    call.site.error(
      .invalid,
      "no format for rows in the name `\(escapingControls(file))`",
      help: "use one of \(OutputFormat.extensions), or say it: | to csv | save FILE"
    )
  }

  // MARK: - Files

  private func begin(_ file: String) throws(RunError) -> NewFile? {
    guard host.writesFiles else { return nil }
    do throws(FileError) {
      return try NewFile(file, below: root, replaces: replaces, makesFolders: makesFolders)
    } catch {
      throw error.error("write", call.site)
    }
  }

  private func append(_ bytes: [UInt8], to file: NewFile?) throws(RunError) {
    do throws(FileError) { try file?.append(bytes) } catch { throw error.error("write", call.site) }
  }

  private func commit(_ file: NewFile?, _ path: String, _ byteCount: Int) throws(RunError) {
    do throws(FileError) { try file?.commit() } catch { throw error.error("write", call.site) }
    try host.didSave(path, byteCount: byteCount)
  }
}

/// Text with a newline at its end, if there is any text.
final class EndedText: TextStream {
  private let text: TextStream
  private var last: UInt8?
  private var isDone = false

  init(_ text: TextStream) {
    self.text = text
    super.init()
  }

  override func next() throws(RunError) -> [UInt8]? {
    guard !isDone else { return nil }
    if let piece = try text.next() {
      last = piece.last ?? last
      return piece
    }
    isDone = true
    guard let last, last != UInt8(ascii: "\n") else { return nil }
    return [UInt8(ascii: "\n")]
  }

  override func cancel() { text.cancel() }
}
