package import LineEditing
package import Steward

/// The prompt: `Acme [prod] read-only> `, or `Acme sandbox live# `.
package struct ReplPrompt {
  /// The organization's name; nil if there is none, or it cannot be read.
  package var organization: String?
  package var isSandbox = false
  /// The profile's name.
  package var profile: String?
  package var mode = ChangeMode.readOnly

  package init(
    organization: String? = nil,
    isSandbox: Bool = false,
    profile: String? = nil,
    mode: ChangeMode = .readOnly
  ) {
    self.organization = organization
    self.isSandbox = isSandbox
    self.profile = profile
    self.mode = mode
  }

  package var prompt: Prompt {
    guard let organization else {
      let name = profile.map { "steward [\($0)] \(mode.rawValue)" } ?? "steward"
      return Prompt([.init("\(name)\(mark)", style), .init(" ")])
    }
    let place = isSandbox ? " sandbox" : profile.map { " [\($0)]" } ?? ""
    return Prompt([
      .init(Self.shortened(organization), TextStyle(isBold: true)),
      .init("\(place) ", .faint),
      .init("\(mode.rawValue)\(mark)", style),
      .init(" "),
    ])
  }

  /// Nobody should have to tell by colour alone that changes are made.
  private var mark: String { mode == .live ? "#" : ">" }

  private var style: TextStyle {
    switch mode {
    case .readOnly: TextStyle(.green)
    case .dryRun: TextStyle(.yellow)
    case .live: TextStyle(isSandbox ? .cyan : .red, isBold: true)
    }
  }

  private static func shortened(_ name: String) -> String {
    name.count > 30 ? name.prefix(29) + "…" : name
  }
}
