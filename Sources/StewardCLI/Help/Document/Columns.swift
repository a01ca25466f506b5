internal import StewardValues

/// Text in lines of up to 80 columns, or of as many as a terminal has.
enum Columns {
  static let width = 80
  /// The widest column of names beside which meanings still have room.
  private static let widestName = 32

  /// The text in lines that begin with so many blanks, those after the first with as many as
  /// `hanging` says. Code between backticks stays whole.
  static func wrapped(
    _ text: String,
    indent: Int,
    hanging: Int? = nil,
    width: Int = Columns.width
  ) -> [String] {
    wrapped(words: words(of: text), indent: indent, hanging: hanging ?? indent, width: width)
  }

  /// The words in lines; a word may have blanks inside.
  static func wrapped(
    words: [String],
    indent: Int,
    hanging: Int,
    width: Int = Columns.width
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      let start = String(repeating: " ", count: lines.isEmpty ? indent : hanging)
      if line.isEmpty {
        line = start + word
      } else if DisplayWidth.of(line) + 1 + DisplayWidth.of(word) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(repeating: " ", count: hanging) + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Names on the left, what they mean on the right. A long name has its line to itself.
  static func table(_ rows: [(name: String, meaning: String)], indent: Int = 2) -> [String] {
    tableLines(rows, indent: indent).map { $0.name + $0.meaning }
  }

  /// The same with each line in two parts, the one with the name and the one behind it.
  static func tableLines(
    _ rows: [(name: String, meaning: String)],
    indent: Int = 2,
    width: Int = Columns.width
  ) -> [(name: String, meaning: String)] {
    let widths = rows.map { DisplayWidth.of($0.name) }
    let longest = widths.filter { $0 <= widestName }.max() ?? 0
    let column = indent + longest + 2
    return rows.flatMap { row -> [(name: String, meaning: String)] in
      let name = String(repeating: " ", count: indent) + row.name
      let meaning = wrapped(row.meaning, indent: column, width: width).map {
        (name: "", meaning: $0)
      }
      guard DisplayWidth.of(row.name) <= longest, let first = meaning.first else {
        return [(name: name, meaning: "")] + meaning
      }
      // The gap takes the place of the blanks that the first line begins with.
      let beside = first.meaning.drop { $0 == " " }
      let gap = String(repeating: " ", count: column - DisplayWidth.of(name))
      return [(name: name, meaning: gap + beside)] + meaning.dropFirst()
    }
  }

  /// Words between blanks; code of a few words is one.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var code = ""
    for word in text.split(separator: " ").map(String.init) {
      code += code.isEmpty ? word : " " + word
      if code.count(where: { $0 == "`" }).isMultiple(of: 2) || code.utf8.count > 40 {
        words.append(code)
        code = ""
      }
    }
    return code.isEmpty ? words : words + [code]
  }
}
