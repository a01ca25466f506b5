/// As much of a terminal as an editor needs: cells, a cursor that waits behind a full row, rows that
/// scroll and that are broken anew for another width, and the sequences that the program writes.
package struct TinyTerminal {
  fileprivate struct Row {
    /// Nil for the second half of a wide scalar.
    var cells: [Unicode.Scalar?]
    /// How many of the cells have been written to since the row was erased there.
    var length = 0
    /// Whether the terminal has gone on to the next row by itself: both are one line.
    var wraps = false

    init(columns: Int) { cells = Array(repeating: " ", count: columns) }

    var text: String {
      var text = ""
      for cell in cells { if let cell { text.unicodeScalars.append(cell) } }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  package private(set) var columns: Int
  package var rows: Int { screen.count }
  private var screen: [Row]
  private var scrolledAway: [String] = []
  package private(set) var row = 0
  package private(set) var column = 0
  package private(set) var hasBracketedPaste = false
  /// Whether all was erased from the first place on, which tmux would keep among the rows above.
  package private(set) var keptErasedScreen = false
  private var sequence = ""
  private var pendingBytes: [UInt8] = []

  package init(columns: Int, rows: Int) {
    self.columns = columns
    screen = Array(repeating: Row(columns: columns), count: rows)
  }

  /// The rows without blanks at their ends, up to the last that has anything.
  package var lines: [String] {
    var lines = screen.map(\.text)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The same with the rows that are above the screen.
  package var allLines: [String] { scrolledAway + lines }

  /// What a cell shows; nil for the second half of a wide scalar.
  package func cell(row: Int, column: Int) -> Unicode.Scalar? { screen[row].cells[column] }

  package mutating func write(_ text: String) {
    for scalar in text.unicodeScalars { write(scalar) }
  }

  package mutating func write(_ bytes: [UInt8]) {
    pendingBytes += bytes
    guard let text = String(validating: pendingBytes, as: UTF8.self) else { return }
    pendingBytes = []
    write(text)
  }

  package static func columns(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300..<0x370: 0
    case 0x2E80..<0xE000, 0x1F300..<0x1FB00: 2
    case 0xE000..<0xF000: -1
    default: 1
    }
  }
}

extension TinyTerminal {
  private mutating func write(_ scalar: Unicode.Scalar) {
    if !sequence.isEmpty { return extendSequence(scalar) }
    switch scalar {
    case "\u{1b}": sequence = "\u{1b}"
    case "\r": column = 0
    case "\n": nextRow()
    case "\u{8}": column = max(0, min(column, columns) - 1)
    case "\u{7}": break
    default: put(scalar)
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = Self.columns(of: scalar)
    guard width > 0 else { return }
    if column + width > columns {
      screen[row].wraps = true
      column = 0
      nextRow()
    }
    screen[row].cells[column] = scalar
    if width == 2 { screen[row].cells[column + 1] = nil }
    column += width
    screen[row].length = max(screen[row].length, column)
  }

  private mutating func nextRow() {
    row += 1
    guard row == rows else { return }
    row -= 1
    scrolledAway.append(screen.removeFirst().text)
    screen.append(Row(columns: columns))
  }
}

extension TinyTerminal {
  private mutating func extendSequence(_ scalar: Unicode.Scalar) {
    sequence.unicodeScalars.append(scalar)
    guard sequence.unicodeScalars.count > 2, 0x40..<0x7F ~= scalar.value else { return }
    let parameters = sequence.dropFirst(2).dropLast()
    let number = Int(parameters)
    sequence = ""
    switch scalar {
    case "A": row = max(0, row - (number ?? 1))
    case "B": row = min(rows - 1, row + (number ?? 1))
    case "C": column = min(columns - 1, column + (number ?? 1))
    case "D": column = max(0, min(column, columns) - (number ?? 1))
    case "G": column = min(columns, number ?? 1) - 1
    case "H": (row, column) = (0, 0)
    case "J":
      if number == 2 { return eraseScreen() }
      keptErasedScreen = keptErasedScreen || (row, column) == (0, 0)
      eraseBelow()
    case "K": eraseRow()
    case "h", "l": if parameters == "?2004" { hasBracketedPaste = scalar == "h" }
    default: break
    }
  }

  private mutating func eraseRow() {
    // As tmux does: a row that is erased in part may still be one line with the next.
    if column == 0 { return screen[row] = Row(columns: columns) }
    for index in min(column, columns)..<columns { screen[row].cells[index] = " " }
    screen[row].length = min(screen[row].length, column)
  }

  private mutating func eraseBelow() {
    eraseRow()
    for index in (row + 1)..<max(row + 1, rows) { screen[index] = Row(columns: columns) }
  }

  private mutating func eraseScreen() {
    screen = Array(repeating: Row(columns: columns), count: rows)
  }
}

extension TinyTerminal {
  /// Breaks the rows anew, as most terminals do.
  package mutating func resize(columns: Int, rows: Int) {
    var lines = BrokenLines(columns: columns)
    let last = max(row, screen.lastIndex { $0.length > 0 } ?? 0)
    for (index, row) in screen[...last].enumerated() {
      lines.add(row, cursor: index == self.row ? column : nil)
    }
    self.columns = columns
    (row, column) = lines.cursor
    screen = lines.rows
    while screen.count > rows, row > 0 {
      scrolledAway.append(screen.removeFirst().text)
      row -= 1
    }
    screen = Array(screen.prefix(rows))
    while screen.count < rows { screen.append(Row(columns: columns)) }
  }
}

/// The rows of lines on a screen of another width.
private struct BrokenLines {
  private(set) var rows: [TinyTerminal.Row] = []
  private(set) var cursor = (row: 0, column: 0)
  private let columns: Int
  private var line: [Unicode.Scalar?] = []
  private var mark: Int?

  init(columns: Int) { self.columns = columns }

  mutating func add(_ row: TinyTerminal.Row, cursor column: Int?) {
    if let column { mark = line.count + column }
    line += row.cells.prefix(row.length)
    if !row.wraps { endLine() }
  }

  private mutating func endLine() {
    var row = TinyTerminal.Row(columns: columns)
    for (index, cell) in line.enumerated() {
      guard let cell else { continue }
      let isWide = index + 1 < line.count && line[index + 1] == nil
      if row.length + (isWide ? 2 : 1) > columns {
        row.wraps = true
        rows.append(row)
        row = TinyTerminal.Row(columns: columns)
      }
      if index == mark { cursor = (rows.count, row.length) }
      row.cells[row.length] = cell
      if isWide { row.cells[row.length + 1] = nil }
      row.length += isWide ? 2 : 1
    }
    // Behind the last sign of a full row the cursor waits.
    if let mark, mark >= line.count {
      cursor = (rows.count, min(columns, row.length + mark - line.count))
    }
    rows.append(row)
    (line, mark) = ([], nil)
  }
}
