package import StewardValues

/// What becomes of changes: of a run, in a profile and at the prompt.
package enum ChangeMode: String, CaseIterable, Sendable {
  /// They are refused.
  case readOnly = "read-only"
  /// They are shown; only reads are sent, and no file is written.
  case dryRun = "dry-run"
  /// They are made.
  case live

  /// What a program may do at most.
  package var effects: Effects {
    switch self {
    case .readOnly: [.read, .file, .prompt]
    case .dryRun, .live: .all
    }
  }
}
