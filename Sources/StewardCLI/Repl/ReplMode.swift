internal import LineEditing
internal import StewardValues

/// What lines at the prompt may do.
enum ReplMode: String, CaseIterable {
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

/// The prompt: `Acme read-only> `, or `Acme sandbox live# `.
struct ReplPrompt {
  /// The organization's name; nil if there is none, or it cannot be read.
  var organization: String?
  var isSandbox = false
  var mode = ReplMode.readOnly

  var prompt: Prompt {
    guard let organization else {
      return Prompt([.init("steward\(mode.mark)", style), .init(" ")])
    }
    let place = isSandbox ? " sandbox" : ""
    return Prompt([
      .init(Self.shortened(organization), TextStyle(isBold: true)),
      .init("\(place) ", .faint),
      .init("\(mode.rawValue)\(mode.mark)", style),
      .init(" "),
    ])
  }

  private var style: TextStyle {
    switch mode {
    case .readOnly: TextStyle(.green)
    case .live: TextStyle(isSandbox ? .cyan : .red, isBold: true)
    }
  }

  private static func shortened(_ name: String) -> String {
    name.count > 30 ? name.prefix(29) + "…" : name
  }
}
