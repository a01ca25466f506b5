package import StewardRuntime

/// `steward.1`: the program's manual page, from the same values as the help.
package struct Manual {
  private let vocabulary: Vocabulary

  package init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  package var text: String {
    Self.heading + synopsis + Self.description + options + subcommands + reference
      + ManualHelp(ExitStatusPage.page).section + ManualHelp(EnvironmentPage.page).section
      + Self.end
  }

  private static let heading = """
    .TH STEWARD 1 "" "Steward \(Version.text)" "User Commands"
    .SH NAME
    steward \\- an automation shell for Anthropic's Admin API

    """

  private var synopsis: String {
    let forms = Overview.forms.map { ".B \(ManualHelp.quoted($0.name))\n" }
    return ".SH SYNOPSIS\n" + forms.joined(separator: ".br\n")
  }

  private static let description = """
    .SH DESCRIPTION
    Steward asks about, reports on and changes a Claude organization, in one line or in a script.
    A script is checked as a whole before its first request.
    Before anything is cut or destroyed, it runs once without sending a change, and all changes
    are confirmed together.
    .PP
    .B "steward help TOPIC"
    explains a command, a function or a topic at the terminal.

    """

  private var options: String {
    let section = HelpSection(nil, [.terms(DeclaredOptions.ofProgram)])
    return ManualHelp(HelpPage(.topic, "options", "", [section])).section
  }

  private var subcommands: String {
    let pages = Subcommand.allCases.compactMap { subcommand in
      HelpTopic.all.first { $0.name == subcommand.rawValue }?.page(vocabulary)
    }
    return ".SH SUBCOMMANDS\n" + pages.map { ManualHelp($0).subsection }.joined()
  }

  private var reference: String {
    Reference(vocabulary).chapters.map { chapter in
      ".SH \(ManualHelp.quoted(chapter.title.uppercased()))\n"
        + chapter.pages.map { ManualHelp($0).subsection }.joined()
    }
    .joined()
  }

  private static let end = """
    .SH "SEE ALSO"
    .BR curl (1),
    .BR jq (1)

    """
}
