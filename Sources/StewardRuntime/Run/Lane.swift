internal import Synchronization

/// One line of work of a run, in which one thing comes after the other: the script itself, or one
/// row of a `par-each`.
///
/// Lanes run at the same time and in any order. The numbers of a step say where it stands whatever
/// the order was: those of two runs of one script are the same.
package final class Lane: Sendable {
  /// The step by which each lane around this one came to it, the outermost first.
  private let path: [Int]
  private let steps = Atomic(0)

  /// The lane of a script.
  package init() { path = [] }

  private init(_ path: [Int]) { self.path = path }

  /// Where the next thing that is worth a number stands. Sorted by their numbers, steps are in the
  /// order in which a run without parallel rows takes them.
  package func nextStep() -> [Int] {
    path + [steps.add(1, ordering: .relaxed).newValue]
  }

  /// The lane of a row that is handed out now.
  func branch() -> Lane { Lane(nextStep()) }
}
