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
  /// Whether nothing that is typed is kept.
  package var isPrivate = false

  package init(
    organization: String? = nil,
    isSandbox: Bool = false,
    profile: String? = nil,
    mode: ChangeMode = .readOnly,
    isPrivate: Bool = false
  ) {
    self.organization = organization
    self.isSandbox = isSandbox
    self.profile = profile
    self.mode = mode
    self.isPrivate = isPrivate
  }

  package var prompt: Prompt {
    guard let organization else {
      let program = "steward" + privacy
      let name = profile.map { "\(program) [\($0)] \(mode.rawValue)" } ?? program
      return Prompt([.init("\(name)\(mark)", style), .init(" ")])
    }
    let place = isSandbox ? " sandbox" : profile.map { " [\($0)]" } ?? ""
    return Prompt([
      .init(Self.shortened(organization), TextStyle(isBold: true)),
      .init("\(place)\(privacy) ", .faint),
      .init("\(mode.rawValue)\(mark)", style),
      .init(" "),
    ])
  }

  private var privacy: String { isPrivate ? " private" : "" }

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
