internal import StewardValues

/// What lines at the prompt may do.
package enum ReplMode: String, CaseIterable {
  case readOnly = "read-only"
  case live

  var effects: Effects {
    switch self {
    case .readOnly: [.read, .file, .prompt]
    case .live: .all
    }
  }

  /// What the prompt ends with: nobody should have to tell the modes apart by colour alone.
  var mark: String {
    switch self {
    case .readOnly: ">"
    case .live: "#"
    }
  }
}
