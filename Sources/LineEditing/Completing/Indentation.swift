/// How far the next line of an unfinished text is indented.
package struct Indentation {
  /// The blanks of one level.
  package let unit: String

  package init(unit: String) { self.unit = unit }

  /// The blanks for a line that begins at the cursor: those of the cursor's line, and a level more
  /// after an opening bracket, or after the first pipe of a pipeline over several lines.
  package func blanks(after line: LineText) -> String {
    let row = line.row(at: line.cursor)
    let typed = line.scalars[row.lowerBound..<line.cursor]
    let blanks = String(scalars: typed.prefix { $0 == " " || $0 == "\t" })
    switch typed.last(where: { $0 != " " && $0 != "\t" }) {
    case "{", "[", "(": return blanks + unit
    case "|" where !continuesPipeline(row, in: line): return blanks + unit
    default: return blanks
    }
  }

  /// How many blanks before the cursor a closing bracket takes away; 0 unless the cursor's line has
  /// only blanks before it.
  package func blanksToRemove(before line: LineText) -> Int {
    let row = line.row(at: line.cursor)
    let typed = line.scalars[row.lowerBound..<line.cursor]
    guard row.lowerBound > 0, typed.allSatisfy({ $0 == " " }) else { return 0 }
    return min(typed.count, unit.unicodeScalars.count)
  }

  private func continuesPipeline(_ row: Range<Int>, in line: LineText) -> Bool {
    guard row.lowerBound > 0 else { return false }
    let above = line.row(at: row.lowerBound - 1)
    return line.scalars[above].last { $0 != " " } == "|"
  }
}
