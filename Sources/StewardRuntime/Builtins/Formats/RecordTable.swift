internal import StewardValues

/// One record as lines of name and value. Nothing is cut; what a record has inside has lines of its
/// own: `data_residency.workspace_geo`.
enum RecordTable {
  static func text(of record: Record) -> String {
    let lines = lines(of: record, prefix: "")
    let width = lines.map { DisplayWidth.of($0.name) }.max() ?? 0
    var text = ""
    for (name, cell) in lines {
      let padding = String(repeating: " ", count: width - DisplayWidth.of(name))
      text += cell.isEmpty ? "\(name)\n" : "\(name)\(padding)  \(cell)\n"
    }
    return text
  }

  private static func lines(
    of record: Record,
    prefix: String
  ) -> [(name: String, cell: String)] {
    zip(record.shape.fields, record.values).flatMap { field, value in
      let name = prefix + escapingControls(field.name)
      guard case .record(let inner) = value, !inner.values.isEmpty else {
        return [(name, CellText.text(of: value))]
      }
      return lines(of: inner, prefix: name + ".")
    }
  }
}
