internal import StewardRuntime

/// `docs/errors.md`: what each code of the checker means.
package struct MarkdownCodes {
  /// The scripts that bring each code about.
  private let scripts: [String: [String]]

  /// `scripts` are names of files below the conformance scripts, by code.
  package init(scripts: [String: [String]]) { self.scripts = scripts }

  package var text: String {
    ([Self.introduction] + ErrorCode.areas.map(chapter)).joined(separator: "\n")
  }

  private static let introduction = """
    # Error codes

    What `steward check` finds, before anything is sent. Errors begin with E, warnings with W; the first two
    digits tell the area. `steward help E0312` shows the same in the terminal. For each code there is a script
    that is refused and one that may be meant; both are tested, and this page is written by a test.

    """

  private func chapter(_ area: Area<ErrorCode>) -> String {
    "## \(area.title)\n\n" + area.members.map(section).joined(separator: "\n")
  }

  private func section(_ code: ErrorCode) -> String {
    let page = MarkdownHelp(ErrorCodePage(code).page, level: 3, links: MarkdownLinks()).text
    let names = (scripts[code.code] ?? []).map { "`\($0)`" }
    return names.isEmpty ? page : page + "\nScripts: \(names.joined(separator: ", "))\n"
  }
}
