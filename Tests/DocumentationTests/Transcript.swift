/// Output as the documentation shows it: a line `…` stands for any number of lines, and `…` at a
/// line's end for its rest.
enum Transcript {
  static func matches(_ expected: some Collection<String>, _ lines: some Collection<String>) -> Bool
  {
    matches(Array(expected)[...], Array(lines)[...])
  }

  private static func matches(_ expected: ArraySlice<String>, _ lines: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    let rest = expected.dropFirst()
    if first == "…" {
      return (lines.startIndex...lines.endIndex).contains { matches(rest, lines[$0...]) }
    }
    guard let line = lines.first else { return false }
    let isSame = first.hasSuffix("…") ? line.hasPrefix(first.dropLast()) : line == first
    return isSame && matches(rest, lines.dropFirst())
  }
}
