internal import StewardRuntime

/// The help on one code of the checker: `steward help E0312`.
struct ErrorCodePage {
  private let code: ErrorCode
  private let related: [String]

  /// `related` are the titles of pages on what its scripts use.
  init(_ code: ErrorCode, related: [String] = []) {
    self.code = code
    self.related = related
  }

  var page: HelpPage {
    var sections = [
      HelpSection(nil, [.paragraph(code.explanation)]),
      HelpSection(code.isWarning ? "is warned of" : "is refused", [.code(Self.lines(code.wrong))]),
    ]
    if let right = code.right {
      sections.append(HelpSection("is right", [.code(Self.lines(right))]))
    }
    if !related.isEmpty { sections.append(HelpSection("see also", [.pages(related)])) }
    let title = code.title.prefix(1).uppercased() + code.title.dropFirst()
    return HelpPage(.code, code.code, title, sections)
  }

  /// A script for a screen: what is too long for one is shortened.
  private static func lines(_ script: String) -> [String] {
    script.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.count > 76 ? line.prefix(76) + "…" : String(line)
    }
  }

  /// All codes with their titles, by area.
  static var list: HelpPage {
    let areas = ErrorCode.areas.map { area in
      HelpSection(area.title, [.terms(area.members.map { HelpTerm($0.code, $0.title) })])
    }
    let use = HelpSection(nil, [.paragraph("`help E0312` explains one of them.")])
    return HelpPage(.topic, "codes", "What the check finds before anything is sent", areas + [use])
  }
}
