/// Output as the documentation shows it: a line `…` stands for any number of lines.
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
    return lines.first == first && matches(rest, lines.dropFirst())
  }
}
