/// Why rows could not be read from a file, a pipe or a text.
package struct InputError: Error, Sendable {
  /// In words, without the place.
  package let message: String
  /// The line of the text, from 1; nil if the bytes could not be had at all.
  package var line: Int?
  /// The byte of the line, from 1; nil where the whole line is meant.
  package var column: Int?
  /// The row of a table, from 1, without the header.
  package var row: Int?
  /// What the source threw, for a source that has an error type of its own.
  package var underlying: (any Error)?

  package init(
    _ message: String,
    line: Int? = nil,
    column: Int? = nil,
    row: Int? = nil,
    underlying: (any Error)? = nil
  ) {
    self.message = message
    self.line = line
    self.column = column
    self.row = row
    self.underlying = underlying
  }
}

extension InputError: CustomStringConvertible {
  /// `line 3: …`, `line 3, byte 17: …`, or `row 2 (line 3): …`.
  package var description: String {
    guard let line else { return message }
    if let row { return "row \(row) (line \(line)): \(message)" }
    return "line \(line)\(column.map { ", byte \($0)" } ?? ""): \(message)"
  }
}
