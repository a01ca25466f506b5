internal import StewardValues

/// The columns of a table with their widths.
struct TableGrid {
  let layout: ColumnLayout
  /// The widths of the columns that fit, from the left.
  private let widths: [Int]
  /// True if lines are cut to fit.
  private let isCut: Bool
  private let naming: IDNaming?

  private static let gap = "  "

  init(
    _ layout: ColumnLayout,
    first rows: some Sequence<Value>,
    width: Int?,
    naming: IDNaming? = nil
  ) {
    isCut = width != nil
    self.naming = naming
    var layout = layout
    var natural = TableGrid.naturalWidths(layout, rows, naming)
    // A name tells more than an id, and does as well in a command.
    if let width, TableGrid.total(natural) > width, let moved = layout.movingIDLast {
      layout = moved
      natural = Array(natural.dropFirst() + natural.prefix(1))
    }
    self.layout = layout
    widths = width.map { TableGrid.fitted(natural, layout, into: $0) } ?? natural
  }

  /// Columns for which there is no room.
  var hidden: [String] { layout.columns.dropFirst(widths.count).map(\.name) }

  /// The titles and a rule below them.
  var header: String {
    let titles = layout.columns.map { escapingControls($0.title) }
    let rules = widths.map { String(repeating: "─", count: $0) }
    return line(of: titles) + rules.joined(separator: TableGrid.gap) + "\n"
  }

  func line(of record: Record) -> String { line(of: TableGrid.cells(layout, record, naming)) }

  /// The columns in which a row has a name in place of an id.
  func named(in record: Record) -> [String] {
    guard let naming else { return [] }
    return zip(layout.columns, layout.values(of: record)).compactMap { column, value in
      column.resource.flatMap { naming.name(of: value, $0) } == nil ? nil : column.name
    }
  }

  private static func cells(
    _ layout: ColumnLayout,
    _ record: Record,
    _ naming: IDNaming?
  ) -> [String] {
    zip(layout.columns, layout.values(of: record)).map { column, value in
      if let resource = column.resource, let name = naming?.name(of: value, resource) {
        return escapingControls(name)
      }
      return CellText.text(of: value, currency: column.currency)
    }
  }

  private func line(of cells: [String]) -> String {
    var line = ""
    for (index, width) in widths.enumerated() {
      if index > 0 { line += TableGrid.gap }
      let isNumeric = layout.columns[index].isNumeric
      // A number is never cut: it would be another number.
      let text =
        isCut && !layout.columns[index].isNeverCut
        ? CellText.cut(cells[index], to: width) : cells[index]
      let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
      line += isNumeric ? padding + text : text + padding
    }
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line + "\n"
  }

  private static func naturalWidths(
    _ layout: ColumnLayout,
    _ rows: some Sequence<Value>,
    _ naming: IDNaming?
  ) -> [Int] {
    var widths = layout.columns.map { DisplayWidth.of(escapingControls($0.title)) }
    for case .record(let record) in rows {
      for (index, cell) in cells(layout, record, naming).enumerated() {
        widths[index] = max(widths[index], DisplayWidth.of(cell))
      }
    }
    return widths
  }

  /// As many columns from the left as have room, those of text narrowed where that is needed.
  private static func fitted(_ natural: [Int], _ layout: ColumnLayout, into width: Int) -> [Int] {
    for count in natural.indices.reversed() {
      let widths = narrowed(Array(natural.prefix(count + 1)), layout, into: width)
      if total(widths) <= width || count == 0 { return widths }
    }
    return natural
  }

  /// Narrows the widest columns of text until all fit, or nothing is left to narrow.
  private static func narrowed(_ natural: [Int], _ layout: ColumnLayout, into width: Int) -> [Int] {
    var widths = natural
    while total(widths) > width {
      let candidates = widths.indices.filter {
        !layout.columns[$0].isNeverCut && widths[$0] > layout.columns[$0].narrowest
      }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return widths }
      let narrowest = layout.columns[widest].narrowest
      let next = candidates.map { widths[$0] }.filter { $0 < widths[widest] }.max() ?? narrowest
      let excess = total(widths) - width
      widths[widest] = max(widths[widest] - excess, min(next, widths[widest] - 1), narrowest)
    }
    return widths
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap.utf8.count * max(0, widths.count - 1)
  }
}
