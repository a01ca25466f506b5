package import StewardRuntime
package import StewardValues

/// What a session has run so far, as far as it may become a runbook.
package struct SessionRecord: Sendable {
  /// A line that was checked and ran without an error.
  package struct Line: Sendable {
    package let text: String
    /// True if it changes nothing, writes nothing and asks nobody.
    package let onlyLooks: Bool
    /// The type of what it gives.
    package let type: DataType
    /// True if what it gave became `$_`.
    package let givesValue: Bool
  }

  package private(set) var lines: [Line] = []
  /// All lines that were run, those that went wrong among them.
  package private(set) var lineCount = 0

  package init() {}

  /// Takes a line down.
  ///
  /// `program`: What the check gave; nil if it found an error. `givesValue`: Something was shown.
  package mutating func add(
    _ text: String,
    _ program: Program?,
    worked: Bool,
    givesValue: Bool
  ) {
    lineCount += 1
    guard worked, let program else { return }
    lines.append(
      Line(
        text: text,
        onlyLooks: program.effectRows.allSatisfy(\.onlyLooks),
        type: program.resultType,
        givesValue: givesValue
      )
    )
  }
}
