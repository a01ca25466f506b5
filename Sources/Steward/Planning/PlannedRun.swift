package import AdminAPI
package import StewardRuntime

/// What a run would do, and all that is needed to do exactly that.
package struct PlannedRun: Sendable {
  package let changes: ChangeSet
  package let files: [PlannedFile]
  /// Nil where nothing is written down of runs.
  package let recipe: RunRecipe?
  /// What it read.
  let reads: ReadLog
}
