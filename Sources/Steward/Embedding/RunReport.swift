public import StewardRuntime

/// What became of a run.
public struct RunReport: Sendable {
  /// What it printed, and the value of its last statement: text as it is, rows as NDJSON.
  public let output: String
  /// Warnings and log lines.
  public let notes: [String]
  /// Changes that the organization has confirmed.
  public let changes: Int
  /// Changes that were sent and may or may not have been made.
  public let unknownChanges: Int
  /// Why it ended before its time; nil if it did not.
  public let error: RunError?
}
