internal import StewardValues

/// What a file or a text holds: the choices of `--as`.
enum InputFormat: String, CaseIterable {
  case json, ndjson, csv, text

  static let enumeration = Enumeration("a format to read", allCases.map(\.rawValue))

  /// By the extension; text where it says nothing.
  init(fileName: String) {
    switch FilePath.fileExtension(of: fileName) {
    case "json": self = .json
    case "ndjson", "jsonl": self = .ndjson
    case "csv": self = .csv
    default: self = .text
    }
  }

  /// The static type of what a call gives: the rows of files are not described, but the cells of CSV
  /// are text.
  func type(of call: CheckedCall) -> DataType {
    switch self {
    case .json: .any
    case .ndjson: .stream(.any)
    case .csv: .stream(call.csvRow)
    case .text: .text
    }
  }

  /// Decodes the input: at once for JSON, as it is pulled for the others.
  func output(of input: InputBytes, _ call: Call) throws(RunError) -> Output {
    switch self {
    case .json: return try json(of: input, call)
    case .ndjson: return .rows(NDJSONRows(input, call))
    case .csv:
      let cells = try CellConversion(types: call["types"], rename: call["rename"], call.site)
      return .rows(CSVRows(input, separator: try call.separator(), cells, call))
    case .text: return .text(InputText(input, call))
    }
  }

  private func json(of input: InputBytes, _ call: Call) throws(RunError) -> Output {
    let bytes = try wholeBytes(of: input, call)
    return try call.evaluator.charged(try JSONText.output(of: bytes, named: input.name, call))
  }

  private func wholeBytes(of input: InputBytes, _ call: Call) throws(RunError) -> [UInt8] {
    var input = input
    let holding = HeldValues(call.context.budget)
    var bytes: [UInt8] = []
    while true {
      try call.evaluator.step()
      do throws(InputError) {
        guard let piece = try input.readPiece() else { return bytes }
        bytes += piece
      } catch {
        throw input.error(error, call.site)
      }
      try holding.add(bytes: 1 << 16)
    }
  }
}

extension [CommandParameter] {
  /// How CSV is read.
  static let csvReading: [CommandParameter] = [
    CommandParameter(
      "types",
      .flag,
      .map(.string),
      "Types of columns: {start: \"date\", seats: \"int\"}"
    ),
    CommandParameter("rename", .flag, .map(.string), "New names of columns: {Mail: \"email\"}"),
    CommandParameter("separator", .flag, .string, "One character between cells", default: ","),
  ]
}

extension CheckedCall {
  /// A row of CSV: some columns of the types that are asked for, all others text.
  fileprivate var csvRow: DataType {
    guard let types = self["types"] else { return .csvRow([]) }
    guard self["rename"] == nil, let record = types.constant?.record else { return .any }
    return .csvRow(
      zip(record.shape.fields, record.values).map { field, value in
        let type = value.string.flatMap(CellType.init(rawValue:))?.type ?? .any
        return Field(field.name, type.orNull)
      }
    )
  }

  /// What is wrong with `--types` and `--separator`.
  var csvReadingProblems: [ArgumentProblem] {
    var problems: [ArgumentProblem] = []
    if let text = self["separator"]?.constant?.string, CSVStyle.separator(text) == nil {
      problems.append(CSVStyle.separatorProblem)
    }
    for value in self["types"]?.constant?.record?.values ?? []
    where value.string.flatMap(CellType.init(rawValue:)) == nil {
      problems.append(
        ArgumentProblem(
          "types",
          "E0304",
          "`\(value.plainText)` is no type of a cell",
          hint: CellType.list
        )
      )
    }
    return problems
  }
}

extension DataType {
  fileprivate static func csvRow(_ fields: [Field]) -> DataType {
    .record(Shape("record", fields: fields, isOpen: true, others: .optional(.string)))
  }
}
