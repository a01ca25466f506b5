public import StewardSyntax
public import StewardValues

/// A script without errors. Only ``Engine/check(_:name:)`` makes one: an unchecked text cannot run.
public struct CheckedScript: Sendable {
  /// The text.
  public let source: SourceText
  /// All that a run of it may do.
  public let effects: Effects
  /// What is doubtful in it.
  public let warnings: [Diagnostic]
}
