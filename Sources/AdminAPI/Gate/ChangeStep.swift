/// Where in the course of a run a change stands, so that equal changes can be told apart.
///
/// The numbers lead to it: the steps of the script, and within a step that hands out rows which are
/// worked on at the same time, those of the row. Sorted by them, changes are in the order in which
/// one after the other would be made.
public struct ChangeStep: Hashable, Comparable, Sendable {
  /// The step in the script, then the step in its row, and so on.
  public let numbers: [Int]

  /// The step with the given numbers.
  public init(_ numbers: [Int] = []) { self.numbers = numbers }

  /// The row that the change belongs to; empty for the script itself.
  var row: ArraySlice<Int> { numbers.dropLast() }

  /// Whether `first` comes before `second` where nothing is done at the same time.
  public static func < (first: ChangeStep, second: ChangeStep) -> Bool {
    first.numbers.lexicographicallyPrecedes(second.numbers)
  }
}
