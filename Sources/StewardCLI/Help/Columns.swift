internal import StewardValues

/// Text in lines of up to 80 columns.
enum Columns {
  static let width = 80

  /// The text in lines that begin with so many blanks.
  static func wrapped(_ text: String, indent: Int) -> [String] {
    let blanks = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = blanks
    for word in text.split(separator: " ") {
      let separator = line.count == indent ? "" : " "
      if DisplayWidth.of(line + separator + word) > width, line.count > indent {
        lines.append(line)
        line = blanks + word
      } else {
        line += separator + word
      }
    }
    return line.count > indent ? lines + [line] : lines
  }

  /// Names on the left, what they mean on the right. A long name has its line to itself.
  static func table(_ rows: [(name: String, meaning: String)], indent: Int = 2) -> [String] {
    let longest = rows.map { DisplayWidth.of($0.name) }.filter { $0 <= 32 }.max() ?? 0
    let column = indent + longest + 2
    return rows.flatMap { row -> [String] in
      let name = String(repeating: " ", count: indent) + row.name
      let meaning = wrapped(row.meaning, indent: column)
      guard DisplayWidth.of(row.name) <= longest, let first = meaning.first else {
        return [name] + meaning
      }
      let gap = String(repeating: " ", count: column - DisplayWidth.of(name))
      return [name + gap + first.drop { $0 == " " }] + meaning.dropFirst()
    }
  }
}
