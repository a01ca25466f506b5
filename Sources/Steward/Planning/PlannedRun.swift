package import AdminAPI
package import StewardRuntime

/// What a run would do, and all that is needed to do exactly that.
package struct PlannedRun: Sendable {
  package var changes: ChangeSet
  package let files: [PlannedFile]
  /// Nil where nothing is written down of runs.
  package let recipe: RunRecipe?
  /// What it read.
  let reads: ReadLog
  /// The gate that has recorded it.
  let gate: Gate
  /// Of the same run again, its reads included.
  package var effort: Effort
}
