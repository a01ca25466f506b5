internal import StewardValues

/// One record as lines of name and value. Nothing is cut.
enum RecordTable {
  static func text(of record: Record) -> String {
    let names = record.shape.fields.map { escapingControls($0.name) }
    let width = names.map(DisplayWidth.of).max() ?? 0
    var text = ""
    for (name, value) in zip(names, record.values) {
      let cell = CellText.text(of: value)
      let padding = String(repeating: " ", count: width - DisplayWidth.of(name))
      text += cell.isEmpty ? "\(name)\n" : "\(name)\(padding)  \(cell)\n"
    }
    return text
  }
}
