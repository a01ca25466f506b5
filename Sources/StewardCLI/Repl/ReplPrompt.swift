package import LineEditing

/// The prompt: `Acme read-only> `, or `Acme sandbox live# `.
package struct ReplPrompt {
  /// The organization's name; nil if there is none, or it cannot be read.
  package var organization: String?
  package var isSandbox = false
  package var mode = ReplMode.readOnly

  package init(
    organization: String? = nil,
    isSandbox: Bool = false,
    mode: ReplMode = .readOnly
  ) {
    self.organization = organization
    self.isSandbox = isSandbox
    self.mode = mode
  }

  package var prompt: Prompt {
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
