/// As much of a terminal as an editor needs: cells, a cursor that waits behind a full row, rows that
/// scroll, and the sequences that libedit and the editor write.
package struct TinyTerminal {
  package private(set) var columns: Int
  package private(set) var rows: Int
  private var cells: [[Unicode.Scalar?]]
  private var scrolledAway: [String] = []
  package private(set) var row = 0
  package private(set) var column = 0
  package private(set) var hasBracketedPaste = false
  /// Whether all was erased from the first place on, which tmux would keep among the rows above.
  package private(set) var keptErasedScreen = false
  private var insertsCells = false
  private var sequence = ""
  private var pendingBytes: [UInt8] = []

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Self.emptyRow(columns), count: rows)
  }

  /// The rows without blanks at their ends, up to the last that has anything.
  package var lines: [String] {
    var lines = cells.map(Self.text)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The same with the rows that are above the screen.
  package var allLines: [String] { scrolledAway + lines }

  private static func text(of row: [Unicode.Scalar?]) -> String {
    var text = ""
    for cell in row { if let cell { text.unicodeScalars.append(cell) } }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Rows are cut or filled with blanks; texts of one row stay as they are.
  package mutating func resize(columns: Int) {
    cells = cells.map { row in
      Array(row.prefix(columns)) + Array(repeating: " ", count: max(0, columns - row.count))
    }
    self.columns = columns
  }

  /// What a cell shows; nil for the second half of a wide scalar.
  package func cell(row: Int, column: Int) -> Unicode.Scalar? { cells[row][column] }

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

  private static func emptyRow(_ columns: Int) -> [Unicode.Scalar?] {
    Array(repeating: " ", count: columns)
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
      column = 0
      nextRow()
    }
    if insertsCells { insert(width) }
    cells[row][column] = scalar
    if width == 2 { cells[row][column + 1] = nil }
    column += width
  }

  private mutating func nextRow() {
    row += 1
    guard row == rows else { return }
    row -= 1
    scrolledAway.append(Self.text(of: cells.removeFirst()))
    cells.append(Self.emptyRow(columns))
  }

  private mutating func insert(_ count: Int) {
    let place = min(column, columns - 1)
    cells[row].insert(contentsOf: repeatElement(" ", count: count), at: place)
    cells[row].removeLast(count)
  }

  private mutating func delete(_ count: Int) {
    let place = min(column, columns - 1)
    cells[row].removeSubrange(place..<min(place + count, columns))
    cells[row] += repeatElement(" ", count: columns - cells[row].count)
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
      keptErasedScreen = keptErasedScreen || (row, column) == (0, 0)
      eraseBelow()
    case "K": eraseRow(from: column)
    case "P": delete(number ?? 1)
    case "@": insert(number ?? 1)
    case "h", "l":
      if parameters == "?2004" { hasBracketedPaste = scalar == "h" }
      if parameters == "4" { insertsCells = scalar == "h" }
    default: break
    }
  }

  private mutating func eraseRow(from column: Int) {
    for index in min(column, columns)..<columns { cells[row][index] = " " }
  }

  private mutating func eraseBelow() {
    eraseRow(from: column)
    for index in (row + 1)..<max(row + 1, rows) { cells[index] = Self.emptyRow(columns) }
  }
}
